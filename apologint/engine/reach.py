"""Which of some hits are within reach of another one: in the same words, the same clause, a sentence near it."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import cached_property
from typing import TYPE_CHECKING

from apologint.text.touching import Touching

if TYPE_CHECKING:
    from apologint.engine.hits import Hit


class Places:
    """Where some hits stand, to be asked about another hit without a look at each of them."""

    def __init__(self, hits: Sequence[Hit]) -> None:
        self._hits = hits
        self._clauses = {hit.clause for hit in hits if hit.clause is not None}
        self._sentences = {hit.sentence.index for hit in hits if hit.sentence is not None}
        self._first = min(self._sentences, default=None)
        self._last = max(self._sentences, default=None)
        self._anywhere = any(hit.sentence is None for hit in hits)

    @cached_property
    def _words(self) -> Touching:
        return Touching(self._hits)

    def here(self, hit: Hit) -> bool:
        """Whether one of them has words of a hit."""
        return self._words.touch(hit)

    def in_clause(self, hit: Hit) -> bool:
        """Whether one of them has the clause of a hit."""
        return hit.clause in self._clauses

    def within(self, hit: Hit, scope: str) -> bool:
        """Whether one of them is within a scope of SCOPES of a hit; for what has no place, all is within reach."""
        if hit.sentence is None:
            return bool(self._hits)
        return self._anywhere or _SCOPES[scope](self, hit, hit.sentence.index)

    def _in_sentences(self, first: int, last: int) -> bool:
        return any(index in self._sentences for index in range(first, last + 1))

    def _before(self, index: int) -> bool:
        return self._first is not None and self._first < index

    def _behind(self, index: int) -> bool:
        return self._last is not None and self._last > index


_SCOPES: Mapping[str, Callable[[Places, Hit, int], bool]] = {
    "here": lambda places, hit, _: places.here(hit),
    "clause": lambda places, hit, _: places.in_clause(hit),
    "sentence": lambda places, _, index: places._in_sentences(index, index),
    "near": lambda places, _, index: places._in_sentences(index - 1, index + 1),
    "before": lambda places, _, index: places._in_sentences(index - 1, index - 1),
    "after": lambda places, _, index: places._in_sentences(index + 1, index + 1),
    "earlier": lambda places, _, index: places._before(index),
    "later": lambda places, _, index: places._behind(index),
    "draft": lambda places, _hit, _index: bool(places._hits),
}
SCOPES = tuple(_SCOPES)
NOWHERE = Places([])
