"""Which patterns of the rules find what people see, and which find what nobody sees.

A hit of a problem is right where it touches words that are labelled with its rule; that of a credit where the step is
labelled at least as good as the credit says; that of a vote where the draft is labelled as the kind that it votes for.
Credits are measured in drafts labelled `apology` only, as steps are. Rules that only serve others are not measured, nor
are problems that nobody labels.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass, field

from apologint.engine.engine import Engine
from apologint.engine.hits import Hit
from apologint.engine.pattern_hits import PatternHits, Written
from apologint.engine.rules import Rule, RuleKind
from apologint.evaluate.labels import LabelledDraft
from apologint.model import Analysis, Draft, Kind, Match, Quality, Region
from apologint.text.locate import Locator
from apologint.text.touching import Touching

_GRADES = tuple(Quality)
_TOGETHER = 64
"""Drafts that are parsed in one go."""


@dataclass(frozen=True, slots=True)
class FalseHit:
    """Words that a pattern took for what they are not, and the id of their draft."""

    id: str
    words: str


@dataclass(slots=True)
class PatternFigures:
    """How often a pattern was right, and where it was not."""

    pattern: Written
    right: int = 0
    false: list[FalseHit] = field(default_factory=list)


def is_measured(rule: Rule, labelled: Collection[str]) -> bool:
    """Whether labels can tell of a hit of `rule` that it is right; `labelled` are the problems that people label."""
    match rule.kind:
        case RuleKind.PROBLEM:
            return rule.id in labelled
        case RuleKind.SIGNAL:
            return rule.points > 0
    return rule.kind is RuleKind.CREDIT


def is_about(rule: Rule, topic: str) -> bool:
    """Whether `rule` belongs to a topic: its own name, its step, `kind` for what votes, or `all`."""
    return topic in ("all", rule.id, rule.step) or (topic == "kind" and rule.kind is RuleKind.SIGNAL)


def measure_patterns(
    engine: Engine, labelled: Sequence[LabelledDraft], drafts: Sequence[Draft], rules: Sequence[Rule]
) -> list[PatternFigures]:
    """How often each pattern of `rules` is right in `drafts`, which are those `labelled`, in order: the worst first."""
    patterns = PatternHits(engine, rules)
    figures = {written: PatternFigures(written) for written in patterns.written}
    for at in range(0, len(drafts), _TOGETHER):
        some = slice(at, at + _TOGETHER)
        for one, view in zip(labelled[some], engine.views(drafts[some]), strict=True):
            reader = _Reader(one, view.parsed.draft, engine.judge(view, view.parsed.draft.kind))
            for rule in rules:
                reported = Touching(reader.reported(rule))
                for written, hits in patterns.of(rule, view):
                    for hit in filter(reported.touch, hits):
                        reader.count(figures[written], rule, hit)
    return sorted(figures.values(), key=lambda each: (-len(each.false), each.right))


class _Reader:
    """One draft as people labelled it, and as the linter saw it."""

    def __init__(self, labelled: LabelledDraft, draft: Draft, analysis: Analysis) -> None:
        self._labelled = labelled
        self._said = labelled.said
        self._analysis = analysis
        self._locate = Locator(draft)

    def reported(self, rule: Rule) -> list[Match]:
        """Where the linter says that a rule holds: a pattern's other hits were stopped, and do no harm."""
        match rule.kind:
            case RuleKind.SIGNAL:
                matches = self._analysis.signals
            case RuleKind.CREDIT:
                matches = self._analysis.credits if self._said.kind is Kind.APOLOGY else ()
            case _:
                matches = self._analysis.problems
        return [match for match in matches if match.rule == rule.id]

    def count(self, figures: PatternFigures, rule: Rule, hit: Hit) -> None:
        """Add a hit of a pattern to its figures."""
        place = self._locate.at(Region(hit.start, hit.end))
        if self._is_right(rule, Region(place.start, place.end)):
            figures.right += 1
        else:
            figures.false.append(FalseHit(self._labelled.id, place.text or ""))

    def _is_right(self, rule: Rule, place: Region) -> bool:
        if rule.kind is RuleKind.SIGNAL:
            return self._said.kind is rule.votes
        if rule.step is not None and rule.quality is not None:
            return _GRADES.index(self._said.quality(rule.step)) >= _GRADES.index(rule.quality)
        return any(problem.rule == rule.id and problem.touches(place) for problem in self._said.problems)
