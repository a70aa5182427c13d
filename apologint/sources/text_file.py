"""A file that was read and decoded."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import PurePath

from apologint.source_errors import SourceError
from apologint.text.locate import line_starts
from apologint.text.mapped import MappedText


@dataclass(frozen=True)
class TextFile:
    """The text of a file, under the path it is reported by (`<stdin>` for standard input)."""

    path: str
    text: str

    @cached_property
    def suffix(self) -> str:
        """The end of its name from the last dot on, in lower case; empty where there is none."""
        return PurePath(self.path).suffix.lower()

    @cached_property
    def mapped(self) -> MappedText:
        """The whole text, in its place."""
        return MappedText.of_file(self.text)

    @cached_property
    def line_starts(self) -> Sequence[int]:
        """Where each line begins, in code points from 0."""
        return line_starts(self.text)

    def line_at(self, offset: int) -> int:
        """The line, from 1, that the character at `offset` stands on."""
        return bisect_right(self.line_starts, offset)

    def error(self, message: str, offset: int) -> SourceError:
        """What to raise where the file is broken at `offset`: the line is named, and the column in the message."""
        line = self.line_at(offset)
        column = offset - self.line_starts[line - 1] + 1
        return SourceError(self.path, f"{message} (column {column})", line)
