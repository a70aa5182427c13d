"""The words that are shown for what a rule found."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from apologint.engine.objects import complement

if TYPE_CHECKING:
    from apologint.engine.clauses import Clause
    from apologint.engine.hits import Hit

_PARTING = frozenset(",;:.-\u2013\u2014")


def bare(hit: Hit) -> Hit:
    """A hit without a comma or stop at its ends: a pattern may ask for one, and nobody would underline it."""
    if hit.sentence is None:
        return hit
    block = hit.sentence.words[0].row
    said = [w for w in block if hit.start <= w.start and w.end <= hit.end and w.text not in _PARTING]
    return replace(hit, start=said[0].start, end=said[-1].end) if said else hit


def told(hit: Hit) -> Hit:
    """A hit with all that its clause governs: "I am sorry" alone shows nobody what earned the points.

    Only what is reported is widened: what is within reach of what hangs on the bare clause.
    """
    clause = hit.clause
    if clause is None or (hit.start, hit.end) != clause.span() or _names_something(clause):
        return bare(hit)
    governed = [word for word in complement(clause) if not word.is_punct]
    return replace(hit, end=max([hit.end, *(word.end for word in governed)]))


def _names_something(clause: Clause) -> bool:
    return any(word.pos in ("NOUN", "PROPN", "NUM") for word in clause.object_words)
