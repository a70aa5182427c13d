"""The list of rules as a table that fits its screen."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from textwrap import wrap

from apologint.engine.rules import Rule
from apologint.output.sanitise import one_line

_HEADINGS = ("rule", "kind", "step", "severity", "what")
_LAYOUTS = (_HEADINGS, ("rule", "step", "severity", "what"), ("rule", "severity", "what"), ("rule", "what"))
_GAP = "  "
_LEAST = 28
"""How many characters of what a rule sees must stand side by side to be read with ease."""


def rules_table(rules: Iterable[Rule], width: int | None) -> Iterator[str]:
    """The lines of the table, its headings first.

    In `width` characters it has as many columns as leave room for what a rule sees, which is folded, and where even its
    name leaves none, each name stands above it. With None a rule has one line.
    """
    rows = [dict(zip(_HEADINGS, cells, strict=True)) for cells in (_HEADINGS, *map(_cells, rules))]
    for headings in _LAYOUTS:
        columns = [[row[heading] for row in rows] for heading in headings]
        widths = [max(map(len, column)) for column in columns[:-1]]
        room = None if width is None else width - sum(widths) - len(_GAP) * len(widths)
        if room is None or room >= _LEAST:
            yield from _side_by_side(columns, widths, room)
            return
    for row in rows:
        yield row["rule"]
        yield from (_GAP + line for line in wrap(row["what"], max((width or 0) - len(_GAP), 1)))


def _cells(rule: Rule) -> tuple[str, ...]:
    cells = (rule.id, rule.kind, rule.step or "", rule.severity or rule.quality or "", rule.what)
    return tuple(map(one_line, cells))


def _side_by_side(columns: Sequence[Sequence[str]], widths: Sequence[int], room: int | None) -> Iterator[str]:
    for *cells, what in zip(*columns, strict=True):
        start = "".join(cell.ljust(width) + _GAP for cell, width in zip(cells, widths, strict=True))
        first, *rest = [what] if room is None else wrap(what, room) or [""]
        yield (start + first).rstrip()
        yield from (" " * len(start) + line for line in rest)
