"""The terminal as the report sees it: how wide, which signs, and a way to put lines on it."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable
from typing import TYPE_CHECKING

from apologint.model import Quality, Severity
from apologint.output.context import OutputContext
from apologint.output.line import Line
from apologint.output.sanitise import Glyph, glyphs, one_line, visible

if TYPE_CHECKING:
    from rich.console import Console

NARROW = 60
_WIDEST = 100
_NARROWEST = 36
_USUAL = 80
_ASKS_FOR_COLOR = frozenset({"FORCE_COLOR", "TTY_COMPATIBLE"})
_SIGNS = {"✓": "+", "✗": "x", "│": "|", "─": "-", "⋯": "...", "…": "...", "·": "-", "“": '"', "”": '"', "█": "#"}

SEVERITY_STYLE = {Severity.ERROR: "bold red", Severity.WARNING: "yellow", Severity.INFO: "cyan"}
SEVERITY_MARK = {Severity.ERROR: "^", Severity.WARNING: "~", Severity.INFO: "-"}
QUALITY_STYLE = {Quality.MET: "green", Quality.WEAK: "yellow", Quality.MISSING: "red"}
QUALITY_MARK = {Quality.MET: "✓", Quality.WEAK: "~", Quality.MISSING: "✗"}
FAINT = "dim"


class Screen:
    """Puts lines on a stream. `width` is the measure in cells, never over 100: longer lines are hard to read."""

    def __init__(self, context: OutputContext) -> None:
        self._stream = context.stream
        self._console = None if _is_plain(context) else _console(context)
        found = context.width or (self._console.width if self._console else terminal_width())
        self.width = max(_NARROWEST, min(found, _WIDEST))
        self.encoding = getattr(context.stream, "encoding", None) or "utf-8"
        self._plain = not _can_show("".join(_SIGNS), self.encoding)

    @property
    def narrow(self) -> bool:
        """Whether columns side by side would be too tight to read."""
        return self.width < NARROW

    def sign(self, sign: str) -> str:
        """One of the report's own signs, or its stand-in where the stream cannot hold it."""
        return _SIGNS.get(sign, sign) if self._plain else sign

    def visible(self, text: str) -> str:
        """Untrusted text, safe to show (see `sanitise.visible`)."""
        return visible(text, self.encoding)

    def one_line(self, text: str) -> str:
        """Untrusted text on one line, safe to show (see `sanitise.one_line`)."""
        return one_line(text, self.encoding)

    def quote(self, text: str, most: int) -> str:
        """Untrusted words in quotation marks on one line, cut to `most` cells."""
        words = list(glyphs(self.one_line(text), self.encoding))
        kept = wrap(words, most - 2)[0]
        cut = self.sign("…") if len(kept) < len(words) else ""
        return f"{self.sign('“')}{''.join(glyph.shown for glyph in kept)}{cut}{self.sign('”')}"

    def fold(self, text: str, width: int) -> list[str]:
        """Untrusted text as lines of at most `width` cells, broken between words."""
        rows = wrap(list(glyphs(self.one_line(text), self.encoding)), width)
        return ["".join(glyph.shown for glyph in row) for row in rows]

    def show(self, lines: Iterable[Line]) -> None:
        """Print lines that fit as they are, at once: who reads them through a pipe waits for them too."""
        for line in lines:
            if self._console is None:
                self._stream.write(f"{line.plain.rstrip()}\n")
            else:
                _print(line, self._console)
        self._stream.flush()


def wrap(line: Iterable[Glyph], width: int) -> list[list[Glyph]]:
    """Cut a line into rows of at most `width` cells, between words where it can be; blanks at a cut are dropped."""
    rows: list[list[Glyph]] = []
    row: list[Glyph] = []
    used = 0
    for glyph in line:
        blank = glyph.shown.isspace()
        if row and used + glyph.width > width:
            done, row = (row, []) if blank else _cut(row)
            rows.append(done)
            used = sum(left.width for left in row)
        if rows and not row and blank:
            continue
        row.append(glyph)
        used += glyph.width
    return [*rows, row] if row or not rows else rows


def _cut(row: list[Glyph]) -> tuple[list[Glyph], list[Glyph]]:
    for index in range(len(row) - 1, 0, -1):
        if row[index].shown.isspace():
            return row[:index], row[index + 1 :]
    return row, []


def terminal_width() -> int:
    """The width in cells of the terminal that the program was called from, or what `COLUMNS` says; 80 without any."""
    said = os.environ.get("COLUMNS", "")
    if said.isdigit() and int(said):
        return int(said)
    for stream in (sys.__stdin__, sys.__stdout__, sys.__stderr__):
        try:
            if stream and (columns := os.get_terminal_size(stream.fileno()).columns):
                return columns
        except (OSError, ValueError):
            continue
    return _USUAL


def _is_plain(context: OutputContext) -> bool:
    """Whether there is surely no colour, so that rich need not be loaded to find out."""
    if context.color is None:
        return bool(os.environ.get("NO_COLOR")) or not (context.stream.isatty() or _ASKS_FOR_COLOR & os.environ.keys())
    return not context.color


def _console(context: OutputContext) -> Console:
    from rich.console import Console  # noqa: PLC0415 - most reports that are read by a program have no colour

    return Console(
        file=context.stream,
        color_system="auto",
        force_terminal=True if context.color else None,
        no_color=None if context.color is None else not context.color,
        markup=False,
        emoji=False,
        highlight=False,
    )


def _print(line: Line, console: Console) -> None:
    from rich.text import Text  # noqa: PLC0415 - as above

    text = Text(style=line.style)
    for piece, style in line.pieces():
        text.append(piece, style or None)
    text.rstrip()
    console.print(text, soft_wrap=True)


def _can_show(signs: str, encoding: str) -> bool:
    try:
        signs.encode(encoding)
    except (UnicodeEncodeError, LookupError):
        return False
    return True
