"""The entries of a library file, by its lines: what a comment on or above one of them is about."""

from __future__ import annotations

from abc import ABC, abstractmethod
from bisect import bisect_right
from functools import cache

from apologint.model import Region
from apologint.text.locate import split_lines

_SETS_OFF = ("---", "%")
_PO_STARTS = ("#", "msgid", "msgctxt")


class Entries(ABC):
    """The lines of a file, and which of them belong together."""

    def __init__(self, text: str) -> None:
        self._lines = split_lines(text)
        self._starts = [line.start for line in self._lines]
        self._written = [text[line.start : line.end].rstrip() for line in self._lines]

    @abstractmethod
    def about(self, comment: Region) -> Region:
        """The region of the text that `comment` is about."""

    def _line_at(self, offset: int) -> int:
        return bisect_right(self._starts, offset) - 1

    def _from(self, first: int, last: int) -> Region:
        end = self._starts[last + 1] if last + 1 < len(self._lines) else self._lines[last].end
        return Region(self._starts[first], end)


class YamlEntries(Entries):
    """YAML: a line and those below it that are indented further."""

    def __init__(self, text: str) -> None:
        super().__init__(text)
        self._below = self._content_below()
        self._entry = cache(self._entry_at)

    def about(self, comment: Region) -> Region:
        """The entry on the line of `comment`, or, if nothing else is on that line, the one below."""
        at = self._line_at(comment.start)
        if self._written[at].lstrip().startswith("#"):
            at = self._below[at]
        return self._entry(at) if at < len(self._lines) else Region(comment.start, comment.end)

    def _content_below(self) -> list[int]:
        """For each line, the next one that holds more than a comment or what sets documents off."""
        below = []
        following = len(self._lines)
        for index in range(len(self._lines) - 1, -1, -1):
            below.append(following)
            words = self._written[index].lstrip()
            if words and not words.startswith(("#", *_SETS_OFF)):
                following = index
        return below[::-1]

    def _entry_at(self, at: int) -> Region:
        last, index = at, self._below[at]
        while index < len(self._lines) and self._belongs(index, at):
            last, index = index, self._below[index]
        return self._from(at, last)

    def _belongs(self, index: int, to: int) -> bool:
        indent, least = self._indent(index), self._indent(to)
        return indent > least or (indent == least and self._is_bullet(index) and not self._is_bullet(to))

    def _indent(self, index: int) -> int:
        return len(self._written[index]) - len(self._written[index].lstrip())

    def _is_bullet(self, index: int) -> bool:
        return self._written[index].lstrip().startswith("-")


class PoEntries(Entries):
    """gettext: from a comment to the end of the translation that follows it."""

    def about(self, comment: Region) -> Region:
        """The entry that `comment` stands on top of."""
        at = last = self._line_at(comment.start)
        translated = False
        for index in range(at, len(self._lines)):
            words = self._written[index].lstrip()
            if not words or (translated and words.startswith(_PO_STARTS)):
                break
            translated = translated or words.startswith("msgstr")
            last = index
        return self._from(at, last)
