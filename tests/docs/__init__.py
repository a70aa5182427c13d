"""The pages for users: what they promise must work as it stands there."""
