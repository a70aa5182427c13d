"""Pages of text on standard output, with headings, safe to show."""

from __future__ import annotations

import sys

from rich.console import Console
from rich.text import Text

from apologint.output.sanitise import visible

_WIDEST = 100
_PIPED = 200


class Page:
    """Standard output for text and tables; `color` None finds out whether to colour.

    `width` is the measure for running text in cells, `console` takes a table. `screen_width` is how many characters
    fit side by side, None where it goes to a file or another program.
    """

    def __init__(self, color: bool | None = None) -> None:
        self.console = Console(
            force_terminal=color or None,
            no_color=None if color is None else not color,
            width=None if sys.stdout.isatty() else _PIPED,
            markup=False,
            emoji=False,
            highlight=False,
        )
        self.screen_width = self.console.width if sys.stdout.isatty() else None
        self.width = min(self.console.width, _WIDEST)

    def show(self, text: str, style: str = "") -> None:
        """Print `text` line by line; what a terminal would obey in it is spelt out."""
        for line in text.split("\n"):
            self.console.print(Text(visible(line, self.console.encoding), style), soft_wrap=True)
