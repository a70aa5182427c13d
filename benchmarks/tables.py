"""Tables of Markdown that can be read on a terminal, too."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

Row = Sequence[str]


def table(head: Row, rows: Sequence[Row]) -> str:
    """The rows below a head; all columns but the first are aligned to the right."""
    widths = [max(map(len, column)) for column in zip(head, *rows, strict=True)]
    rule = ["-" * widths[0], *("-" * (width - 1) + ":" for width in widths[1:])]
    return "\n".join(_line(row, widths) for row in (head, rule, *rows))


def _line(row: Row, widths: Sequence[int]) -> str:
    return f"| {' | '.join(_cells(row, widths))} |"


def _cells(row: Row, widths: Sequence[int]) -> Iterator[str]:
    yield row[0].ljust(widths[0])
    yield from (cell.rjust(width) for cell, width in zip(row[1:], widths[1:], strict=True))


def seconds(value: float) -> str:
    """A time, to two digits that say something."""
    return f"{value:.2f} s" if value < 10 else f"{value:.0f} s"  # noqa: PLR2004


def times(value: float, of: float | None) -> str:
    """How many times a value is another one; a dash if that was not measured."""
    return f"{value / of:.2f}" if of else "-"
