"""Setting the words of a page as they are shown: blanks made one, lines broken where elements break them."""

from __future__ import annotations

from apologint.text.mapped import Edit

_MOST_BREAKS = 2
_BULLET = "\u2022 "


class Layout:
    """The edits that turn a page into its words. What is neither kept nor put falls away.

    Offsets that come in are code points of the page; `length` counts those of the words so far.
    """

    def __init__(self, page: str) -> None:
        self.edits: list[Edit] = []
        self.length = 0
        self._page = page
        self._at = 0
        self._breaks = 0
        self._blank = False
        self._bullet = False

    def keep(self, start: int, end: int) -> None:
        """These characters are shown as they are."""
        self._lead_to(start)
        self._go_on(end, end - start)

    def put(self, start: int, end: int, text: str) -> None:
        """In their place `text` is shown."""
        self._lead_to(start)
        self.edits.append(Edit(start, end, text))
        self._go_on(end, len(text))

    def blank(self) -> None:
        """A blank, shown if words follow on the same line."""
        self._blank = True

    def line(self) -> None:
        """A line break that is written as one; two of them leave a line empty."""
        self._breaks += 1

    def block(self, breaks: int) -> None:
        """The edge of an element that wants as many line ends around it."""
        self._breaks = max(self._breaks, breaks)

    def item(self) -> None:
        """The words that follow are an item of a list."""
        self._bullet = True

    def end(self) -> list[Edit]:
        """The edits, once all is read."""
        if self._at < len(self._page):
            self.edits.append(Edit(self._at, len(self._page)))
        return self.edits

    def _lead_to(self, start: int) -> None:
        between = self._between()
        if self._page[self._at : start] != between:
            self.edits.append(Edit(self._at, start, between))
        self.length += len(between)

    def _between(self) -> str:
        bullet = _BULLET if self._bullet else ""
        if not self.length:
            return bullet
        if self._breaks or bullet:
            return "\n" * max(1, min(self._breaks, _MOST_BREAKS)) + bullet
        return " " if self._blank else ""

    def _go_on(self, at: int, length: int) -> None:
        self._at = at
        self.length += length
        self._breaks = 0
        self._blank = self._bullet = False
