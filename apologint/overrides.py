"""Settings that hold for some files only."""

from __future__ import annotations

import os
from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from apologint.globs import Globs

if TYPE_CHECKING:
    from apologint.config import Config


@dataclass(frozen=True, slots=True)
class Override:
    """What `settings`, by their names in `Config`, are for the files that `files` match."""

    files: Globs
    settings: Mapping[str, Any]

    def is_for(self, path: str) -> bool:
        """Whether it holds for the file at `path`."""
        return self.files.cover(os.path.abspath(path), is_folder=False)  # noqa: PTH100 - what globs are read from

    def without(self, names: Collection[str]) -> Override:
        """The same without the settings of these names."""
        return Override(self.files, {name: value for name, value in self.settings.items() if name not in names})


def settings_for(config: Config, path: str) -> Config:
    """The settings that hold for the file at `path`.

    The overrides that match it apply in their order, so of two values the last holds; `ignore` is added to what is
    ignored already, and `severities` to those that are changed already.
    """
    for override in config.overrides:
        if override.is_for(path):
            config = _changed(config, override.settings)
    return config


def _changed(config: Config, settings: Mapping[str, Any]) -> Config:
    changes = dict(settings)
    if "ignore" in changes:
        changes["ignore"] = (*config.ignore, *(name for name in changes["ignore"] if name not in config.ignore))
    if "severities" in changes:
        changes["severities"] = {**config.severities, **changes["severities"]}
    return replace(config, **changes)
