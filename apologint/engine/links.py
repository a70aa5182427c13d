"""How a clause hangs on its neighbours, and when it happens."""

from __future__ import annotations

from collections.abc import Container, Iterable, Sequence
from typing import TYPE_CHECKING

from apologint.engine import certainty
from apologint.engine.lexicon import TIMES, Lexicon

if TYPE_CHECKING:
    from apologint.engine.clauses import Clause
    from apologint.engine.document import Word

_LISTS = {"if": "conditionals", "but": "contrasts", "because": "causes", "so_that": "purposes"}
_MARKERS = ("mark", "advmod", "cc", "prep", "preconj")
_LOOK_BACK = 2
LINKS = tuple(_LISTS)


def links(clause: Clause, lexicon: Lexicon) -> frozenset[str]:
    """What joins a clause to the one before or above it; some of LINKS."""
    joining = set(_joining_words(clause))
    found = {link for link, listed in _LISTS.items() if joining & lexicon.list(listed)}
    if certainty.inverted(clause.root, lexicon) and not clause.sentence.asks:
        found.add("if")
    return frozenset(found)


def _joining_words(clause: Clause) -> Iterable[str]:
    root = clause.root
    first = clause.words[0]
    yield first.lower
    yield from (child.lower for child in root.children if child.dep in _MARKERS)
    if root.dep == "conj":
        yield from (child.lower for child in root.head.children if child.dep == "cc" and child.index < root.index)
    at = clause.sentence.position(first)
    for word in clause.sentence.words[max(0, at - _LOOK_BACK) : at]:
        if word.dep in ("cc", "mark"):
            yield word.lower


def time(words: Sequence[Word], said: Container[tuple[str, str]], lexicon: Lexicon) -> str:
    """When it happens, by the surest thing that some words say (`Lookups.in_clause`): dated, vague or none."""
    for key in TIMES:
        if ("time", key) in said:
            return key
    gaps = [word.placeholder.name.lower() for word in words if word.placeholder is not None]
    return (
        "dated"
        if gaps and any(role in name for role in lexicon.map_words("roles", "time") for name in gaps)
        else "none"
    )
