"""YAML files as plain values with the lines they stand in, for rules and settings alike."""
