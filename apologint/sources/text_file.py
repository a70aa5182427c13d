"""A file that was read and decoded."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import PurePath

from apologint.locate import line_starts
from apologint.mapped import MappedText


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
