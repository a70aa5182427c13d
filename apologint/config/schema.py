"""The JSON schema of a configuration, made from the table of settings."""

from __future__ import annotations

from apologint.config.config import Config
from apologint.config.settings import SETTINGS, Setting
from apologint.config.values import closed
from apologint.json_schema import DIALECT, JsonSchema


def config_schema() -> JsonSchema:
    """What may stand in `apologint.toml`, `.apologint.yaml` or the table `[tool.apologint]`."""
    default = Config()
    properties = {key: _property(setting, default) for key, setting in SETTINGS.items()}
    return {"$schema": DIALECT, "title": "Configuration of apologint", **closed(properties)}


def _property(setting: Setting, default: Config) -> JsonSchema:
    usual = setting.value.written(getattr(default, setting.attribute))
    return {**setting.value.schema(), "description": setting.says, **({} if usual is None else {"default": usual})}
