"""Where a value of a configuration file stands, and the complaint that names the place."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, NamedTuple, Never

Keys = tuple[str | int, ...]


class ConfigError(Exception):
    """A setting that cannot be used: the text is one line naming the place (where known), the fault and the remedy.

    `line` counts from 1 and is None where it is not known; `path` is None for a setting made outside a file.
    """

    def __init__(self, message: str, path: Path | None = None, line: int | None = None) -> None:
        place = "" if path is None else f"{path}: " if line is None else f"{path}:{line}: "
        super().__init__(place + message)
        self.message = message
        self.path = path
        self.line = line


@dataclass(frozen=True, slots=True)
class Place:
    """Where a value stands: its file, the keys that lead to it, and the lines (from 1) that are known."""

    path: Path
    lines: Mapping[Keys, int] = field(default_factory=dict)
    keys: Keys = ()

    def at(self, key: str | int) -> Place:
        """The place of what stands under `key`."""
        return Place(self.path, self.lines, (*self.keys, key))

    @property
    def line(self) -> int | None:
        """The line of the value, or else of the nearest that it stands in, or else where its first part stands."""
        known = (self.lines.get(self.keys[:depth]) for depth in range(len(self.keys), 0, -1))
        parts = (line for keys, line in self.lines.items() if keys[: len(self.keys)] == self.keys)
        return next((line for line in known if line), None) or min(parts, default=None)

    @property
    def is_exact(self) -> bool:
        """Whether the line of the value itself is known."""
        return self.keys in self.lines

    def fail(self, message: str) -> Never:
        """Refuse the value that stands here.

        Raises:
            ConfigError: always.
        """
        raise ConfigError(message, self.path, self.line)

    def __str__(self) -> str:
        return ".".join(str(key) if isinstance(key, str) else f"[{key + 1}]" for key in self.keys)


class Raw(NamedTuple):
    """What a file says, and the line of each key in it, by the keys that lead there."""

    values: Mapping[str, Any]
    lines: Mapping[Keys, int]


def from_here(path: Path) -> str:
    """`path` from the working folder on where it stands below it, else as it is."""
    return str(path.relative_to(Path.cwd())) if path.is_relative_to(Path.cwd()) else str(path)
