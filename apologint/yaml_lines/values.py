"""Plain Python values that remember their line, so that every complaint about a file can name it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any


class LineDict(dict[str, Any]):
    """A mapping with the line of the mapping and of each key, counted from 1."""

    line: int = 0
    lines: dict[str, int]


class LineList(list[Any]):
    """A sequence with the line of the sequence and of each item, counted from 1."""

    line: int = 0
    lines: list[int]

    def numbered(self) -> Iterator[tuple[int, Any]]:
        """Each item behind its line."""
        return zip(self.lines, self, strict=True)
