"""Values that are lists of names."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any

from apologint.config.place import Place
from apologint.config.values.plain import Text
from apologint.config.values.value import Value
from apologint.globs import Globs, is_glob
from apologint.json_schema import JsonSchema


@dataclass(frozen=True, slots=True)
class Names(Value):
    """A list of texts, or one text with commas."""

    expected: str = "a list of texts"

    def parse(self, value: Any, place: Place) -> Any:
        """The texts as a tuple."""
        if isinstance(value, str):
            return tuple(name.strip() for name in value.split(",") if name.strip())
        if not isinstance(value, list):
            self.refuse(value, place)
        return tuple(Text().parse(item, place.at(index)) for index, item in enumerate(value))

    def schema(self) -> JsonSchema:
        """As in `Value`."""
        return {"type": ["array", "string"], "items": Text().schema()}

    def written(self, value: Any) -> Any:
        """As in `Value`."""
        return list(value)


class Folders(Names):
    """Names of folders, taken from the file on."""

    def parse(self, value: Any, place: Place) -> tuple[Path, ...]:
        """The folders."""
        return tuple(place.path.parent / name for name in super().parse(value, place))

    def written(self, value: tuple[Path, ...]) -> list[str]:
        """As in `Value`."""
        return [str(path) for path in value]


class GlobLines(Names):
    """Patterns as in a `.gitignore`, read from the folder of the file on."""

    def parse(self, value: Any, place: Place) -> Globs | None:
        """The patterns, None where there are none."""
        lines = super().parse(value, place)
        for index, line in enumerate(lines):
            if not is_glob(line):
                place.at(index).fail(f"'{line}' matches nothing: write a pattern such as *.md or old/")
        return Globs(lines, place.path.parent) if lines else None

    def written(self, value: Globs | None) -> list[str]:
        """As in `Value`."""
        return list(value.lines) if value else []
