"""From offsets in a draft to lines and columns."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator
from functools import cached_property

from apologint.model import Draft, Location, Region
from apologint.text import late
from apologint.text.mapped import MappedText

_BREAK = late.pattern(r"\r\n|\r|\n")


def split_lines(text: str) -> list[Region]:
    """The lines of `text` without their ends, at least one. LF, CR LF and a lone CR end a line, nothing else does."""
    breaks = [match.span() for match in _BREAK.finditer(text)]
    starts = [0, *(end for _, end in breaks)]
    ends = [*(start for start, _ in breaks), len(text)]
    return [Region(start, end) for start, end in zip(starts, ends, strict=True)]


def line_starts(text: str) -> list[int]:
    """Where each line of `text` begins."""
    return [0, *(match.end() for match in _BREAK.finditer(text))]


class Locator:
    """Finds the place of a region of one draft in its file."""

    def __init__(self, draft: Draft) -> None:
        self._draft = draft
        if draft.origin:
            self._mapped = MappedText(draft.text, draft.origin.stretches)
            self._starts = draft.origin.line_starts
        else:
            self._mapped = MappedText.of_file(draft.text)
            self._starts = line_starts(draft.text)

    def at(self, region: Region) -> Location:
        """The place of `region` (code points of the draft's text from 0), with the words that stand there."""
        return self._location(region, self._draft.text[region.start : region.end])

    def top(self) -> Location:
        """The place of what the draft lacks: its first line with words outside the skipped regions, and no text."""
        return self._top

    @cached_property
    def _top(self) -> Location:
        lines = split_lines(self._draft.text)
        return self._location(next(self._with_words(lines), lines[0]), None)

    def _location(self, region: Region, text: str | None) -> Location:
        place = self._mapped.in_file(region.start, region.end)
        line, column = self._position(place.start)
        end_line, end_column = self._position(place.end)
        words = Region(region.start, region.end)
        return Location(place.start, place.end, line, column, end_line, end_column, text, words)

    def _position(self, offset: int) -> tuple[int, int]:
        line = bisect_right(self._starts, offset)
        return line, offset - self._starts[line - 1] + 1

    def _with_words(self, lines: Iterable[Region]) -> Iterator[Region]:
        skip = iter(sorted(self._draft.skip, key=lambda region: region.start))
        skipped = next(skip, None)
        for line in lines:
            while skipped and skipped.end <= line.start:
                skipped = next(skip, None)
            if skipped and skipped.start <= line.start:
                continue
            if self._draft.text[line.start : line.end].strip():
                yield line
