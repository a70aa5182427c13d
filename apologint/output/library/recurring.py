"""Sentences with a fault that stand in more than one draft."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from heapq import nsmallest

from apologint.model import Draft, Finding, Region
from apologint.seen import Seen
from apologint.text.sentences import Sentences


@dataclass(slots=True)
class Recurring:
    """A sentence as it stands where it came up again, in how many drafts it stands, and the rules that fault it."""

    text: str
    drafts: int
    rules: dict[str, None] = field(default_factory=dict)


class RecurringSentences:
    """Counts sentences. One that came up once costs a number; its words are kept when it comes up again."""

    def __init__(self) -> None:
        self._once = Seen()
        self._again: dict[int, Recurring] = {}

    def add(self, draft: Draft, findings: Sequence[Finding]) -> None:
        """Count the faulty sentences of one draft, each once; `findings` are those that stand in its text."""
        sentences = Sentences(draft)
        rules: dict[Region, dict[str, None]] = {}
        for finding in findings:
            rules.setdefault(sentences.around(finding.location.region), {})[finding.rule] = None
        seen = {hash(sentences.normal(sentence)): sentence for sentence in rules}
        for key, sentence in seen.items():
            if self._once.add(key):
                continue
            text = draft.text[sentence.start : sentence.end]
            known = self._again.setdefault(key, Recurring(text, drafts=1))
            known.drafts += 1
            known.rules.update(rules[sentence])

    def most(self, number: int) -> Iterator[Recurring]:
        """The `number` sentences that stand in most drafts, these first."""
        yield from nsmallest(number, self._again.values(), key=lambda each: (-each.drafts, each.text))
