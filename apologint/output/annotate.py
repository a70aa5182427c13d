"""The draft with its faulty words marked in place and the rules named beside them."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from apologint.model import Draft, Finding, Region, Severity
from apologint.output.line import Line
from apologint.output.placed import stands_in
from apologint.output.sanitise import Glyph, cell_len, glyphs
from apologint.output.screen import FAINT, SEVERITY_MARK, SEVERITY_STYLE, Screen, wrap
from apologint.text.locate import Locator, split_lines
from apologint.text.touching import Touching

SHOWN_WHOLE = 40
"""Rows up to which a draft is shown whole; of a longer one, only what is near a mark."""
_NEAR = 2
_WORST_FIRST = list(Severity)


@dataclass(frozen=True, slots=True)
class _Row:
    """One row on the screen: a piece of a line, with `number` where the line begins. Offsets are those of the draft."""

    line: int
    number: str
    start: int
    glyphs: Sequence[Glyph]
    skipped: bool

    def covered(self, finding: Finding) -> list[Glyph]:
        """The glyphs of this row that `finding` covers; for an empty region, the one that it stands before."""
        start, end = finding.location.region.start, max(finding.location.region.end, finding.location.region.start + 1)
        return [glyph for glyph in self.glyphs if start < glyph.end and glyph.start < end]


@dataclass(frozen=True, slots=True)
class _Mark:
    """The part of a finding that falls on one row; the label stands where the finding ends."""

    finding: Finding
    column: int
    width: int
    labelled: bool


@dataclass(frozen=True, slots=True)
class _Piece:
    """A run of characters under a row, `column` cells from its left edge."""

    column: int
    text: str
    style: str

    @property
    def end(self) -> int:
        return self.column + cell_len(self.text)


def annotate(draft: Draft, findings: Iterable[Finding], screen: Screen) -> Iterator[Line]:
    """The lines of `draft` with their numbers, each followed by the marks of the findings that stand in it.

    Without a finding that stands in the text there is nothing to show.
    """
    placed = sorted(
        (finding for finding in findings if stands_in(finding, draft)),
        key=lambda finding: (finding.location.region.start, -finding.location.region.end),
    )
    if placed:
        yield from _Page(draft, placed, screen).lines()


class _Page:
    """A draft cut into rows for one screen, with its marks."""

    def __init__(self, draft: Draft, findings: Sequence[Finding], screen: Screen) -> None:
        self._screen = screen
        self._numbers = _line_numbers(draft)
        self._digits = max(2, len(str(self._numbers[-1])))
        self._width = screen.width - self._digits - 4
        self._rows = list(self._cut(draft))
        self._marks = self._mark(findings)

    def lines(self) -> Iterator[Line]:
        """The page, with `⋯` for what is left out."""
        for (shown, skipped), group in groupby(range(len(self._rows)), key=self._sort_of):
            indexes = list(group)
            if not shown:
                yield self._gap(indexes, skipped)
                continue
            for index in indexes:
                yield self._line(index)
                yield from self._underlines(self._marks[index])

    def _cut(self, draft: Draft) -> Iterator[_Row]:
        lines = split_lines(draft.text)
        while lines and not draft.text[lines[-1].start : lines[-1].end].strip():
            lines.pop()
        unread = Touching(draft.skip)
        for number, line in zip(self._numbers, lines, strict=False):
            skipped = unread.cover(line)
            words = glyphs(draft.text[line.start : line.end], self._screen.encoding, line.start)
            for index, piece in enumerate(wrap(words, self._width)):
                start = piece[0].start if piece else line.start
                yield _Row(number, "" if index else str(number), start, piece, skipped)

    def _mark(self, findings: Iterable[Finding]) -> list[list[_Mark]]:
        marks: list[list[_Mark]] = [[] for _ in self._rows]
        starts = [row.start for row in self._rows]
        for finding in findings:
            first = max(0, bisect_right(starts, finding.location.region.start) - 1)
            last = bisect_right(starts, finding.location.region.end)
            covered = [(index, self._rows[index].covered(finding)) for index in range(first, last)]
            touched = [(index, words) for index, words in covered if words]
            for index, words in touched:
                column = sum(glyph.width for glyph in self._rows[index].glyphs if glyph.start < words[0].start)
                width = max(1, sum(glyph.width for glyph in words))
                marks[index].append(_Mark(finding, column, width, labelled=index == touched[-1][0]))
        return marks

    def _sort_of(self, index: int) -> tuple[bool, bool]:
        """Whether a row is shown, and whether it is out of the rules' sight."""
        row = self._rows[index]
        if row.skipped:
            return bool(self._marks[index]), True
        near = self._marks[max(0, index - _NEAR) : index + _NEAR + 1]
        return len(self._rows) <= SHOWN_WHOLE or any(near), False

    def _gap(self, indexes: Sequence[int], skipped: bool) -> Line:
        gap = f" {self._screen.sign('⋯'):>{self._digits}}"
        if skipped:
            first, last = self._rows[indexes[0]].line, self._rows[indexes[-1]].line
            gap += f" line {first} is not checked" if first == last else f" lines {first} to {last} are not checked"
        return Line(gap, FAINT)

    def _line(self, index: int) -> Line:
        row = self._rows[index]
        line = self._gutter(row.number)
        worst: dict[Glyph, Severity] = {}
        for mark in sorted(self._marks[index], key=lambda mark: -_WORST_FIRST.index(mark.finding.severity)):
            worst.update(dict.fromkeys(row.covered(mark.finding), mark.finding.severity))
        for severity, run in groupby(row.glyphs, key=worst.get):
            line.append("".join(glyph.shown for glyph in run), SEVERITY_STYLE[severity] if severity else "")
        return line

    def _underlines(self, marks: Iterable[_Mark]) -> Iterator[Line]:
        rows: list[list[_Piece]] = []
        for mark in marks:
            self._underline(mark, rows)
        for pieces in rows:
            line = self._gutter("")
            column = 0
            for piece in sorted(pieces, key=lambda piece: piece.column):
                line.append(" " * (piece.column - column))
                line.append(piece.text, piece.style)
                column = piece.end
            yield line

    def _underline(self, mark: _Mark, rows: list[list[_Piece]]) -> None:
        style = SEVERITY_STYLE[mark.finding.severity]
        sign = SEVERITY_MARK[mark.finding.severity] * mark.width
        label = self._screen.visible(mark.finding.rule) if mark.labelled else ""
        beside = _Piece(mark.column, f"{sign} {label}".rstrip(), style)
        if beside.end <= self._width:
            _place(rows, beside, 0)
            return
        row = _place(rows, _Piece(mark.column, sign, style), 0)
        column = max(0, min(mark.column, self._width - cell_len(label)))
        _place(rows, _Piece(column, label, style), row + 1)

    def _gutter(self, number: str) -> Line:
        return Line().append(f" {number:>{self._digits}} {self._screen.sign('│')} ", FAINT)


def _line_numbers(draft: Draft) -> list[int]:
    """For each line of the draft, the line of the file that it begins on."""
    locator = Locator(draft)
    return [locator.at(Region(line.start, line.start)).line for line in split_lines(draft.text)]


def _place(rows: list[list[_Piece]], piece: _Piece, first: int) -> int:
    """Put `piece` on the first row from `first` on where it has room and a blank on either side; say which."""
    for index in range(first, len(rows)):
        if all(piece.end < other.column or other.end < piece.column for other in rows[index]):
            rows[index].append(piece)
            return index
    rows.append([piece])
    return len(rows) - 1
