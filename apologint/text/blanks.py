"""Parts of a text turned to blanks or to something else, so that nobody reads them and all else keeps its place."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from apologint.model import Region
from apologint.text import late

_NO_LINE_END = late.pattern(r"[^\r\n]")


def blank(text: str, regions: Iterable[Region]) -> str:
    """`text` with the characters of `regions`, which are in order, turned to blanks; line ends stay."""
    return filled(text, regions, lambda part: _NO_LINE_END.sub(" ", part))


def filled(text: str, regions: Iterable[Region], fill: Callable[[str], str]) -> str:
    """`text` with what `fill` makes of each of `regions`, which are in order."""
    parts: list[str] = []
    at = 0
    for region in regions:
        parts += [text[at : region.start], fill(text[region.start : region.end])]
        at = region.end
    return "".join([*parts, text[at:]])
