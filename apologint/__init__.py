"""apologint: a linter for apologies to customers.

>>> import apologint
>>> report = apologint.lint("Sorry if you were upset.")
>>> report.passed
False
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from apologint.api import lint
    from apologint.config import Config, ConfigError
    from apologint.config.file import load_config
    from apologint.engine.errors import ModelError
    from apologint.engine.rules import RuleError
    from apologint.linter import Linter
    from apologint.model import Draft, Fault, Kind, Mode, Report
    from apologint.sources import SourceError

__version__ = "0.1.0"

__all__ = [
    "Config",
    "ConfigError",
    "Draft",
    "Fault",
    "Kind",
    "Linter",
    "Mode",
    "ModelError",
    "Report",
    "RuleError",
    "SourceError",
    "__version__",
    "lint",
    "load_config",
]

_HOMES = {
    "Config": "config",
    "ConfigError": "config",
    "Draft": "model",
    "Fault": "model",
    "Kind": "model",
    "Linter": "linter",
    "Mode": "model",
    "ModelError": "engine.errors",
    "Report": "model",
    "RuleError": "engine.rules",
    "SourceError": "sources",
    "lint": "api",
    "load_config": "config.file",
}


def __getattr__(name: str) -> Any:
    if name not in _HOMES:
        raise AttributeError(f"module 'apologint' has no attribute '{name}'")
    return getattr(import_module(f"apologint.{_HOMES[name]}"), name)


def __dir__() -> list[str]:
    return sorted(__all__)
