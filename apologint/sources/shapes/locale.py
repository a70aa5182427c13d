"""Texts of a program by language, as Rails has them: the language is the key at the top, each string below a text."""

from __future__ import annotations

from collections.abc import Iterator

from apologint.model import Markup
from apologint.sources.shapes.prose import reads_as_prose
from apologint.sources.shapes.spot import Found, Message, Spot, strings
from apologint.sources.tree import Listing, Table, Value
from apologint.text import late

_LOCALE = late.pattern(r"[a-z]{2,3}(?:[-_][A-Za-z]{2,4})?")
_ENGLISH = late.pattern(r"en(?:[-_][A-Za-z]{2,4})?")
_HTML = late.pattern(r"(?:.*[_.])?html")
_TEXT = late.pattern(r".*_(?:text|plain|md|markdown)")


def read(spot: Spot) -> Found | None:
    """The texts under English at the top of a file that are sentences."""
    if spot.above or not isinstance(spot.node, Table) or not spot.node.entries:
        return None
    languages = list(spot.below())
    if not all(_LOCALE.fullmatch(below.key) for below in languages):
        return None
    english = [below for below in languages if _ENGLISH.fullmatch(below.key) and isinstance(below.node, Table)]
    leaves = [leaf for below in english for leaf in _leaves(below)]
    if not leaves or any(leaf is None for leaf in leaves):
        return None
    return [_message(leaf) for leaf in leaves if leaf and reads_as_prose(_value(leaf).text)]


def _leaves(top: Spot) -> Iterator[Spot | None]:
    """The strings below; None for a list of tables, which texts of a program never are."""
    seen: set[int] = set()
    stack = [top]
    while stack:
        spot = stack.pop()
        if id(spot.node) in seen:
            continue
        seen.add(id(spot.node))
        if isinstance(spot.node, Value):
            if spot.node.words:
                yield spot
        elif isinstance(spot.node, Listing) and not strings(spot.node):
            if any(isinstance(item, Table) for item in spot.node.items):
                yield None
        else:
            stack += reversed(list(spot.below()))


def _message(leaf: Spot) -> Message:
    return Message(leaf.path, _value(leaf), None, Markup.HTML if _HTML.fullmatch(leaf.key) else None)


def _value(leaf: Spot) -> Value:
    assert isinstance(leaf.node, Value)
    return leaf.node
