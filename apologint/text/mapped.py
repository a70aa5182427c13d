"""Text that knows where each of its characters stands in the file.

Reading a format is a chain of steps, each of which cuts a piece out of a text or replaces something in it: the quotes
of a JSON string, an escape, a tag. Each step takes a `MappedText` and gives one, so steps can follow each other in any
order (HTML in JSON in a CSV cell) and no reader does sums with offsets.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from apologint.model import Region, Stretch


@dataclass(frozen=True, slots=True)
class Edit(Region):
    """What stands from `start` to `end` of a text is to be read as `text`."""

    text: str = ""


class MappedText:
    """A text and its stretches, which are in order and cover it without a gap."""

    __slots__ = ("_starts", "stretches", "text")

    def __init__(self, text: str, stretches: Sequence[Stretch]) -> None:
        self.text = text
        self.stretches = tuple(stretches)
        self._starts = [stretch.start for stretch in self.stretches]

    @classmethod
    def of_file(cls, text: str) -> MappedText:
        """The text of a whole file."""
        return cls(text, [Stretch(0, len(text), 0, len(text))] if text else [])

    def __len__(self) -> int:
        return len(self.text)

    def in_file(self, start: int, end: int) -> Region:
        """Where `start` to `end` of this text stand in the file; what is part of an escape stands where it does.

        An empty region stands before the character at `start`, or behind the last one.
        """
        if not self.stretches:
            return Region(0, 0)
        if start == end:
            point = self._before(start) if start < len(self.text) else self.stretches[-1].until
            return Region(point, point)
        last = self._stretch_at(end - 1)
        until = last.at + end - last.start if last.verbatim else last.until
        return Region(self._before(start), until)

    def cut(self, start: int, end: int) -> MappedText:
        """The piece from `start` to `end`."""
        return MappedText(self.text[start:end], [_moved(piece, -start) for piece in self._pieces(start, end)])

    def stripped(self) -> MappedText:
        """The text without blanks around it."""
        text = self.text.strip()
        start = len(self.text) - len(self.text.lstrip()) if text else 0
        return self.cut(start, start + len(text))

    def edited(self, edits: Iterable[Edit]) -> MappedText:
        """The text with `edits` done; they are in order and do not overlap."""
        parts: list[str] = []
        stretches: list[Stretch] = []
        at = length = 0
        for edit in (*edits, Edit(len(self.text), len(self.text))):
            parts += [self.text[at : edit.start], edit.text]
            stretches += [_moved(piece, length - at) for piece in self._pieces(at, edit.start)]
            length += edit.start - at
            if edit.text:
                place = self.in_file(edit.start, edit.end)
                stretches.append(Stretch(length, length + len(edit.text), place.start, place.end, verbatim=False))
                length += len(edit.text)
            at = edit.end
        return MappedText("".join(parts), stretches)

    def _before(self, offset: int) -> int:
        stretch = self._stretch_at(offset)
        return stretch.at + offset - stretch.start if stretch.verbatim else stretch.at

    def _stretch_at(self, offset: int) -> Stretch:
        return self.stretches[bisect_right(self._starts, offset) - 1]

    def _pieces(self, start: int, end: int) -> Iterator[Stretch]:
        """The stretches from `start` to `end`, the first and the last cut to fit."""
        if start >= end:
            return
        for index in range(bisect_right(self._starts, start) - 1, bisect_right(self._starts, end - 1)):
            yield _clipped(self.stretches[index], start, end)


def joined(parts: Iterable[MappedText], between: str = "") -> MappedText:
    """The parts one behind the other, with `between` between them, which stands nowhere in the file."""
    texts: list[str] = []
    stretches: list[Stretch] = []
    length = 0
    for part in parts:
        if texts and between:
            point = stretches[-1].until if stretches else 0
            stretches.append(Stretch(length, length + len(between), point, point, verbatim=False))
            texts.append(between)
            length += len(between)
        texts.append(part.text)
        stretches += [_moved(stretch, length) for stretch in part.stretches]
        length += len(part)
    return MappedText("".join(texts), stretches)


def _moved(stretch: Stretch, by: int) -> Stretch:
    return Stretch(stretch.start + by, stretch.end + by, stretch.at, stretch.until, stretch.verbatim)


def _clipped(stretch: Stretch, start: int, end: int) -> Stretch:
    first, last = max(stretch.start, start), min(stretch.end, end)
    if not stretch.verbatim:
        return Stretch(first, last, stretch.at, stretch.until, verbatim=False)
    return Stretch(first, last, stretch.at + first - stretch.start, stretch.until - (stretch.end - last))
