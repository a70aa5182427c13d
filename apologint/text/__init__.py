"""Text, its parts and where they stand; nothing here knows of rules, formats or settings."""
