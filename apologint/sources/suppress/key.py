"""Our name, under which files say what is switched off."""

OWN_KEY = "apologint"
