"""What many drafts have in common: counted as their reports go by, and shown as tables."""
