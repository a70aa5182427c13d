"""One fault, one finding: of what the rules hit, what is reported."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from apologint.engine.evidence import bare
from apologint.engine.grammar import SUBJECTS
from apologint.engine.reach import Places

if TYPE_CHECKING:
    from apologint.engine.document import Word
    from apologint.engine.hits import Hit
    from apologint.engine.rules import Rule


def settle(ran: Sequence[tuple[Rule, list[Hit]]]) -> list[tuple[Rule, list[Hit]]]:
    """The hits of each rule as they are shown, without those where a rule that it yields to hit the same words."""
    fired = {rule.id: hits for rule, hits in ran}
    settled = []
    for rule, hits in ran:
        over = Places([other for name in rule.yields_to for other in fired.get(name, [])])
        settled.append((rule, joined(hit for hit in hits if not over.here(hit))))
    return settled


def widest(hits: Iterable[Hit]) -> list[Hit]:
    """One hit for each place: of overlapping ones the widest, in order."""
    kept: list[Hit] = []
    for hit in sorted(hits, key=lambda h: (h.start, -h.end)):
        if kept and hit.start < kept[-1].end and hit.end > hit.start:
            if hit.end - hit.start > kept[-1].end - kept[-1].start:
                kept[-1] = hit
            continue
        kept.append(hit)
    return kept


def joined(hits: Iterable[Hit]) -> list[Hit]:
    """Hits of one rule, in order, as they are marked: bare, and with those that hang on their words.

    So a purpose hangs on its promise.
    """
    kept: list[Hit] = []
    for hit in map(bare, hits):
        if kept and _hangs_on(hit, kept[-1]):
            kept[-1] = replace(kept[-1], end=hit.end)
        else:
            kept.append(hit)
    return kept


def _hangs_on(hit: Hit, first: Hit) -> bool:
    """Whether a hit says nothing of its own: no stop, no link and no subject parts it from the first."""
    if hit.sentence is None or hit.sentence is not first.sentence:
        return False
    words = [word for word in hit.sentence.words if first.start <= word.start and word.end <= hit.end]
    holds = {word for word in words if word.end <= first.end}
    between = [word for word in words if word not in holds and word.start < hit.start]
    told = [word for word in words if word.start >= hit.start]
    if any(word.is_punct or word.dep == "cc" for word in between):
        return False
    return not any(word.dep in SUBJECTS for word in (*between, *told)) and all(_is_under(word, holds) for word in told)


def _is_under(word: Word, holds: set[Word]) -> bool:
    while word.head is not word and word not in holds:
        word = word.head
    return word in holds
