"""The terminal as the report sees it: how wide, which signs, and a way to put lines on it."""

from __future__ import annotations

import os
from collections.abc import Iterable

from rich.console import Console
from rich.text import Text

from apologint.model import Quality, Severity
from apologint.output.context import OutputContext
from apologint.output.sanitise import Glyph, glyphs, one_line, visible

NARROW = 60
_WIDEST = 100
_NARROWEST = 36
_SIGNS = {"✓": "+", "✗": "x", "│": "|", "─": "-", "⋯": "...", "…": "...", "·": "-", "“": '"', "”": '"', "█": "#"}

SEVERITY_STYLE = {Severity.ERROR: "bold red", Severity.WARNING: "yellow", Severity.INFO: "cyan"}
SEVERITY_MARK = {Severity.ERROR: "^", Severity.WARNING: "~", Severity.INFO: "-"}
QUALITY_STYLE = {Quality.MET: "green", Quality.WEAK: "yellow", Quality.MISSING: "red"}
QUALITY_MARK = {Quality.MET: "✓", Quality.WEAK: "~", Quality.MISSING: "✗"}
FAINT = "dim"


class Screen:
    """Puts lines on a stream. `width` is the measure in cells, never over 100: longer lines are hard to read."""

    def __init__(self, context: OutputContext) -> None:
        self._console = _console(context)
        self.width = max(_NARROWEST, min(context.width or self._console.width, _WIDEST))
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

    def show(self, lines: Iterable[Text]) -> None:
        """Print lines that fit as they are."""
        for line in lines:
            line.rstrip()
            self._console.print(line, soft_wrap=True)


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


def _console(context: OutputContext) -> Console:
    wanted = context.color
    if wanted is None and os.environ.get("NO_COLOR"):
        wanted = False
    return Console(
        file=context.stream,
        color_system=None if wanted is False else "auto",
        force_terminal=True if wanted else None,
        no_color=None if wanted is None else not wanted,
        markup=False,
        emoji=False,
        highlight=False,
    )


def _can_show(signs: str, encoding: str) -> bool:
    try:
        signs.encode(encoding)
    except (UnicodeEncodeError, LookupError):
        return False
    return True
