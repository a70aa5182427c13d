"""Settings that hold for some files only."""

from __future__ import annotations

import os
from collections.abc import Collection, Mapping
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from apologint.config.config import Config
    from apologint.config.place import Place
    from apologint.globs import Globs


@dataclass(frozen=True, slots=True)
class Override:
    """What `settings`, by their names in `Config`, are for the files that `files` match.

    `said` tells where in a file each of them stands.
    """

    files: Globs
    settings: Mapping[str, Any]
    said: Mapping[str, Place] = field(default_factory=dict, compare=False, repr=False)

    def is_for(self, path: str) -> bool:
        """Whether it holds for the file at `path`."""
        return self.files.cover(os.path.abspath(path), is_folder=False)  # noqa: PTH100 - what globs are read from

    def without(self, names: Collection[str]) -> Override:
        """The same without the settings of these names."""
        return replace(self, settings={name: one for name, one in self.settings.items() if name not in names})


def settings_for(config: Config, path: str) -> Config:
    """The settings that hold for the file at `path`.

    The overrides that match it apply in their order, so of two values the last holds; `ignore` is added to what is
    ignored already, and `severities` to those that are changed already.
    """
    for override in config.overrides:
        if override.is_for(path):
            config = _changed(config, override)
    return config


def _changed(config: Config, override: Override) -> Config:
    changes = dict(override.settings)
    if "ignore" in changes:
        changes["ignore"] = (*config.ignore, *(name for name in changes["ignore"] if name not in config.ignore))
    if "severities" in changes:
        changes["severities"] = {**config.severities, **changes["severities"]}
    return replace(config, **changes, said={**config.said, **override.said})
