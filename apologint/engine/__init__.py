"""From a draft to what the rules see in it."""
