"""A whole library in a few numbers."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from apologint.model import Kind, Report, Severity
from apologint.output.library.entry import Entry
from apologint.output.library.recurring import Recurring, RecurringSentences
from apologint.output.placed import stands_in
from apologint.output.worst import Worst

STEP = 10
_FULL = 100
_WORST_FIRST = list(Severity)


@dataclass(frozen=True, slots=True)
class Scores:
    """How many drafts scored from `low` to `high`; `failing` where a score that low fails a draft."""

    low: int
    high: int
    drafts: int
    failing: bool


@dataclass(frozen=True, slots=True)
class RuleCount:
    """How often a rule came up, and in how many drafts."""

    rule: str
    severity: Severity
    findings: int
    drafts: int


class Overview:
    """Counts reports one at a time and keeps none: what it holds grows with the sentences that differ, not with drafts.

    Args:
        top: the most drafts and sentences that are named.
        min_score: the lowest score that passes.
    """

    def __init__(self, top: int, min_score: int) -> None:
        self._top = top
        self._min_score = min_score
        self._count = 0
        self._scores = [0] * (_FULL // STEP)
        self._findings: Counter[tuple[str, Severity]] = Counter()
        self._drafts: Counter[tuple[str, Severity]] = Counter()
        self._worst: Worst[Entry] = Worst(top)
        self._recurring = RecurringSentences()

    def add(self, report: Report) -> None:
        """Count one report."""
        self._count += 1
        if report.kind is Kind.OTHER:
            return
        entry = Entry.of(report, self._count)
        self._worst.add(entry.rank, entry)
        if report.score is not None:
            self._scores[min(report.score // STEP, len(self._scores) - 1)] += 1
        found = [finding for finding in report.findings if not finding.suppressed]
        self._findings.update((finding.rule, finding.severity) for finding in found)
        self._drafts.update({(finding.rule, finding.severity) for finding in found})
        placed = [finding for finding in found if stands_in(finding, report.draft)]
        if placed:
            self._recurring.add(report.draft, placed)

    def worst(self) -> Sequence[Entry]:
        """The worst drafts, those that fail first."""
        return list(self._worst)

    def scores(self) -> Sequence[Scores]:
        """The distribution of the scores, best first; empty where no draft has a score."""
        if not any(self._scores):
            return []
        return [
            Scores(low, high, self._scores[low // STEP], failing=high < self._min_score)
            for low in range(_FULL - STEP, -1, -STEP)
            for high in [low + STEP - 1 if low + STEP < _FULL else _FULL]
        ]

    def rules(self) -> Sequence[RuleCount]:
        """The rules that came up, the most frequent first."""
        counts = [
            RuleCount(rule, severity, findings, self._drafts[rule, severity])
            for (rule, severity), findings in self._findings.items()
        ]
        return sorted(counts, key=lambda each: (-each.findings, _WORST_FIRST.index(each.severity), each.rule))

    def sentences(self) -> Iterator[Recurring]:
        """The faulty sentences that stand in several drafts, the most frequent first."""
        return self._recurring.most(self._top)
