"""A line of the report in styled pieces, before it is known whether it is shown in colour."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Self

from apologint.output.sanitise import cell_len


class Line:
    """`text` in `style`, which holds for all that is appended; a style is as rich has them: "bold red", "not bold".

    The text is safe to show already.
    """

    __slots__ = ("_pieces", "style")

    def __init__(self, text: str = "", style: str = "") -> None:
        self.style = style
        self._pieces: list[tuple[str, str]] = [(text, "")] if text else []

    def append(self, text: str | Line, style: str = "") -> Self:
        """Add a piece, or another line with its styles."""
        if isinstance(text, Line):
            self._pieces += ((piece, f"{text.style} {own}".strip()) for piece, own in text.pieces())
        elif text:
            self._pieces.append((text, style))
        return self

    def pieces(self) -> Iterator[tuple[str, str]]:
        """The pieces in order, each with its own style."""
        return iter(self._pieces)

    @property
    def plain(self) -> str:
        """The text alone."""
        return "".join(text for text, _ in self._pieces)

    @property
    def cell_len(self) -> int:
        """How many terminal cells it takes."""
        return cell_len(self.plain)
