"""The settings: where they are found, what each may be, and the one dataclass that holds them.

apologint.toml, pyproject.toml or YAML -> file -> settings, values -> Config; overrides for some files -> Config again
"""

from apologint.config.config import DEFAULT_CEILINGS, CeilingSetting, Config, FailOn
from apologint.config.place import ConfigError

__all__ = [
    "DEFAULT_CEILINGS",
    "CeilingSetting",
    "Config",
    "ConfigError",
    "FailOn",
]
