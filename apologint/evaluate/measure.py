"""Two judges of the same drafts compared: the figures, and where the two disagree."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from statistics import mean

from apologint.evaluate.figures import Counts, accuracy, count, quadratic_kappa, spearman
from apologint.evaluate.judgement import Judgement, Marked
from apologint.evaluate.labels import LabelledDraft
from apologint.model import Kind, Quality, Step

_GRADES = tuple(Quality)
_RATED_AT_LEAST = 6
"""Fewer ratings say nothing about a correlation."""
_AROUND = 40
"""Characters on each side of the words that are quoted."""


class Sort(StrEnum):
    """How the two disagree."""

    MISSED = "missed"
    FALSE = "false"
    OTHERWISE = "otherwise"


@dataclass(frozen=True, slots=True)
class Disagreement:
    """One thing on which the linter and the labels differ.

    `topic` is a rule, a step, or `kind`; `said` and `found` are the words, the quality or the kind of each side;
    `around` is the text in which the words stand.
    """

    sort: Sort
    topic: str
    id: str
    said: str = ""
    found: str = ""
    around: str = ""


@dataclass(frozen=True, slots=True)
class StepFigures:
    """How well one step was judged; `met` counts it as the question whether the step is met."""

    kappa: float | None
    accuracy: float | None
    met: Counts


@dataclass(frozen=True, slots=True)
class Measured:
    """All figures on some labelled drafts.

    `any_rule` counts a place as found whatever the rule; `flagged_others` are the drafts of kind `other` in which a
    problem was found, `flagged_faultless` those of another kind in which people saw no problem and one was found.
    """

    drafts: int
    kind: Counts
    rules: Mapping[str, Counts]
    any_rule: Counts
    steps: Mapping[Step, StepFigures]
    others: int
    flagged_others: int
    faultless: int
    flagged_faultless: int
    rated: int
    spearman: float | None
    disagreements: tuple[Disagreement, ...]

    @property
    def problems(self) -> Counts:
        """All rules together."""
        return sum(self.rules.values(), Counts())

    @property
    def kappa(self) -> float | None:
        """The mean over the steps."""
        return _mean(step.kappa for step in self.steps.values())

    @property
    def accuracy(self) -> float | None:
        """The mean over the steps."""
        return _mean(step.accuracy for step in self.steps.values())


@dataclass(frozen=True, slots=True)
class _Pair:
    """One draft, judged twice."""

    draft: LabelledDraft
    found: Judgement

    @property
    def said(self) -> Judgement:
        return self.draft.said


def measure(drafts: Sequence[LabelledDraft], found: Mapping[str, Judgement], rules: Collection[str]) -> Measured:
    """The figures for what was `found` in `drafts`, by their ids; findings of other rules than `rules` do not count.

    A draft in which nothing was found at all is one of kind `other`.
    """
    pairs = [_Pair(draft, _of_rules(found.get(draft.id, Judgement(Kind.OTHER)), rules)) for draft in drafts]
    apologies = [pair for pair in pairs if pair.said.kind is Kind.APOLOGY]
    others = [pair for pair in pairs if pair.said.kind is Kind.OTHER]
    faultless = [pair for pair in pairs if pair.said.kind is not Kind.OTHER and not pair.said.problems]
    rated = [
        (pair.said.score, pair.found.score)
        for pair in apologies
        if pair.said.score is not None and pair.found.score is not None
    ]
    matched = [_match(pair) for pair in pairs]
    disagreements = [
        *(each for pair in pairs for each in _kind(pair)),
        *(each for pair in apologies for each in _qualities(pair)),
        *(each for one in matched for each in one.disagreements),
    ]
    return Measured(
        drafts=len(pairs),
        kind=count((pair.said.kind is Kind.APOLOGY, pair.found.kind is Kind.APOLOGY) for pair in pairs),
        rules={rule: counts for rule in rules if (counts := sum((one.counts(rule) for one in matched), Counts()))},
        any_rule=sum((_whatever_rule(pair.said.problems, pair.found.problems) for pair in pairs), Counts()),
        steps={step: _step(step, apologies) for step in Step},
        others=len(others),
        flagged_others=sum(bool(pair.found.problems) for pair in others),
        faultless=len(faultless),
        flagged_faultless=sum(bool(pair.found.problems) for pair in faultless),
        rated=len(rated),
        spearman=spearman(rated) if len(rated) >= _RATED_AT_LEAST else None,
        disagreements=tuple(disagreements),
    )


def _of_rules(judgement: Judgement, rules: Collection[str]) -> Judgement:
    problems = tuple(problem for problem in judgement.problems if problem.rule in rules)
    return Judgement(judgement.kind, judgement.steps, problems, judgement.score, judgement.evidence)


@dataclass(frozen=True, slots=True)
class _Matched:
    """The problems of one draft: those that both judges marked, and those of one alone."""

    pair: _Pair
    right: tuple[Marked, ...]
    false: tuple[Marked, ...]
    missed: tuple[Marked, ...]

    def counts(self, rule: str) -> Counts:
        """How often each, for one rule."""
        return Counts(*(sum(one.rule == rule for one in some) for some in (self.right, self.false, self.missed)))

    @property
    def disagreements(self) -> Iterator[Disagreement]:
        draft = self.pair.draft
        for one in self.missed:
            said = draft.text[one.start : one.end]
            yield Disagreement(Sort.MISSED, one.rule, draft.id, said=said, around=_around(draft.text, one))
        for one in self.false:
            found = draft.text[one.start : one.end]
            yield Disagreement(Sort.FALSE, one.rule, draft.id, found=found, around=_around(draft.text, one))


def _around(text: str, one: Marked) -> str:
    return text[max(0, one.start - _AROUND) : one.end + _AROUND]


def _match(pair: _Pair) -> _Matched:
    """Each labelled problem takes the first finding of its rule that touches it and that no other took.

    A finding that is left over but touches a labelled problem of its rule is a second hit on one fault: no error.
    """
    left = list(pair.found.problems)
    right, missed = [], []
    for labelled in pair.said.problems:
        hit = next((finding for finding in left if _same(labelled, finding)), None)
        if hit is None:
            missed.append(labelled)
        else:
            left.remove(hit)
            right.append(labelled)
    false = (finding for finding in left if not any(_same(labelled, finding) for labelled in pair.said.problems))
    return _Matched(pair, tuple(right), tuple(false), tuple(missed))


def _same(labelled: Marked, finding: Marked) -> bool:
    return labelled.rule == finding.rule and labelled.touches(finding)


def _whatever_rule(said: Sequence[Marked], found: Sequence[Marked]) -> Counts:
    seen = sum(any(one.touches(other) for other in found) for one in said)
    false = sum(not any(one.touches(other) for other in said) for one in found)
    return Counts(seen, false, len(said) - seen)


def _step(step: Step, apologies: Iterable[_Pair]) -> StepFigures:
    grades = [(_GRADES.index(pair.said.quality(step)), _GRADES.index(pair.found.quality(step))) for pair in apologies]
    met = _GRADES.index(Quality.MET)
    return StepFigures(
        quadratic_kappa(grades), accuracy(grades), count((said == met, found == met) for said, found in grades)
    )


def _kind(pair: _Pair) -> Iterator[Disagreement]:
    if pair.said.kind is not pair.found.kind:
        yield Disagreement(Sort.OTHERWISE, "kind", pair.draft.id, pair.said.kind, pair.found.kind)


def _qualities(pair: _Pair) -> Iterator[Disagreement]:
    for step in Step:
        said, found = pair.said.quality(step), pair.found.quality(step)
        if said is not found:
            words = pair.found.evidence.get(step)
            yield Disagreement(Sort.OTHERWISE, step, pair.draft.id, said, f"{found} ({words})" if words else found)


def _mean(values: Iterable[float | None]) -> float | None:
    known = [value for value in values if value is not None]
    return mean(known) if known else None
