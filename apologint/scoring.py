"""From what the engine saw to points, ceiling, score and grade.

All sums are done in whole hundredths of a point, so that the points of a report add up. A score is the
points of the steps less those of the problems, rounded to a whole number (a half goes up), never under 0 and never
over the lowest ceiling that applies.

Whose fault it was changes what is asked for. `shared`: half-owned is owned, so weak responsibility counts as met.
`not-ours`: nothing is to be owned. The weight of responsibility goes to the other steps in their proportions, and
naming a third party, not owning and not apologising are no longer faults (Racine 2020: to apologise for what one did
not do is the wrong act).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from fractions import Fraction
from functools import cache, lru_cache
from typing import NamedTuple

from apologint.config import CeilingSetting, Config
from apologint.engine.rules import RuleSet
from apologint.model import (
    Analysis,
    Ceiling,
    Draft,
    Evidence,
    Fault,
    Finding,
    Kind,
    Match,
    Quality,
    Severity,
    Step,
    StepResult,
)
from apologint.text.locate import Locator

FULL = 100_00
"""All points of a draft, in hundredths."""

_NOT_ASKED_IF_NOT_OURS = frozenset({"blame-third-party", "missing-ownership", "missing-apology"})


class Scored(NamedTuple):
    """What scoring adds to a draft. `score` (0 to 100), `grade` and `steps` are empty for all but apologies."""

    steps: tuple[StepResult, ...] = ()
    findings: tuple[Finding, ...] = ()
    ceiling: Ceiling | None = None
    score: int | None = None
    grade: str | None = None


def score(
    analysis: Analysis,
    draft: Draft,
    rules: RuleSet,
    config: Config,
    fault: Fault,
    *,
    suppressed: Collection[Match] = (),
) -> Scored:
    """Score one draft by the numbers of `config`.

    Problems come out first, in the order of the text, then what is absent. A message of kind `other` has no findings;
    a follow-up has findings that take no points. Those that are `suppressed` take none and call for no ceiling.
    """
    if analysis.kind is Kind.OTHER:
        return Scored()
    problems, absences = _faults(analysis, fault)
    faults = [*problems, *absences]
    counted = [match for match in faults if match not in suppressed]
    judge = _Judge(draft, rules, config, suppressed)
    if analysis.kind is Kind.FOLLOW_UP:
        return Scored(findings=judge.findings(faults, {}))
    taken = judge.penalties([match for match in counted if not match.absent])
    steps = judge.steps(analysis, fault)
    earned = sum(_hundredths(step.points) for step in steps)
    points = _round(max(0, earned - sum(taken.values())))
    ceiling = _ceiling(points, counted, config.ceilings)
    final = ceiling.score if ceiling else points
    return Scored(steps, judge.findings(faults, taken), ceiling, final, grade(final, config.grades))


def grade(points: int, grades: Mapping[str, int]) -> str:
    """The best of `grades` (name to lowest score) that `points` reaches, else the lowest."""
    ranked = sorted(grades, key=grades.__getitem__, reverse=True)
    return next((name for name in ranked if points >= grades[name]), ranked[-1])


class _Judge:
    """One draft, the rules and the numbers that it is judged by, and what in it is switched off."""

    def __init__(self, draft: Draft, rules: RuleSet, config: Config, suppressed: Collection[Match]) -> None:
        self._locate = Locator(draft)
        self._rules = rules
        self._config = config
        self._suppressed = suppressed

    def steps(self, analysis: Analysis, fault: Fault) -> tuple[StepResult, ...]:
        weights = _weights(tuple(self._config.weights.items()), fault)
        qualities = {step: analysis.qualities.get(step, Quality.MISSING) for step in Step}
        if fault is Fault.SHARED and qualities[Step.RESPONSIBILITY] is Quality.WEAK:
            qualities[Step.RESPONSIBILITY] = Quality.MET
        credits = self._by_step(analysis.credits)
        return tuple(
            StepResult(
                step=step,
                quality=quality,
                points=_earned(weights[step], self._config.quality_factors[quality]),
                weight=weights[step] / 100,
                evidence=self._evidence(credits[step]) if quality is not Quality.MISSING else (),
            )
            for step, quality in qualities.items()
        )

    def penalties(self, problems: Sequence[Match]) -> dict[Match, int]:
        """What each problem takes, in hundredths: the repeats of a rule less each time, then both caps.

        Where the cap over all rules bites, the mildest findings are let off.
        """
        by_rule: dict[str, list[Match]] = defaultdict(list)
        for problem in problems:
            by_rule[problem.rule].append(problem)
        taken: dict[Match, int] = {}
        for name, matches in by_rule.items():
            points = self._config.severity_points[self._severity(name)]
            cap = _hundredths(self._config.rule_cap)
            taken.update(zip(matches, _of_one_rule(points, self._config.repeat_factor, cap, len(matches)), strict=True))
        worst_first = sorted(taken, key=lambda match: (-taken[match], match.start))
        wanted = [taken[match] for match in worst_first]
        return dict(zip(worst_first, _capped(wanted, _hundredths(self._config.total_cap)), strict=True))

    def findings(self, matches: Iterable[Match], taken: Mapping[Match, int]) -> tuple[Finding, ...]:
        return tuple(self._finding(match, taken.get(match, 0)) for match in matches)

    def _finding(self, match: Match, taken: int) -> Finding:
        step = self._rules.rules[match.rule].step
        assert step is not None, "the loader gives a step to every rule that reports"
        return Finding(
            rule=match.rule,
            severity=self._severity(match.rule),
            step=step,
            message=match.message,
            suggestion=match.suggestion,
            location=self._locate.top() if match.absent else self._locate.at(match),
            points=-taken / 100 if taken else 0.0,
            suppressed=match in self._suppressed,
        )

    def _severity(self, rule: str) -> Severity:
        return self._config.severities.get(rule) or self._rules.rules[rule].severity or Severity.WARNING

    def _by_step(self, credits: Iterable[Match]) -> Mapping[Step | None, list[Match]]:
        by_step: dict[Step | None, list[Match]] = defaultdict(list)
        for match in credits:
            by_step[self._rules.rules[match.rule].step].append(match)
        return by_step

    def _evidence(self, credits: list[Match]) -> tuple[Evidence, ...]:
        """The words behind a step, those that fulfil it before those that barely do."""
        rules = self._rules.rules
        credits.sort(key=lambda match: (rules[match.rule].quality is not Quality.MET, match.start, match.end))
        return tuple(Evidence(match.rule, self._locate.at(match)) for match in credits)


def _faults(analysis: Analysis, fault: Fault) -> tuple[list[Match], list[Match]]:
    """The problems, in the order of the text and none twice, and the absences that count for this `fault`."""
    waived = _NOT_ASKED_IF_NOT_OURS if fault is Fault.NOT_OURS else frozenset()
    problems = {match: None for match in analysis.problems if match.rule not in waived}
    absences = [match for match in analysis.absences if match.rule not in waived]
    return sorted(problems, key=lambda match: (match.start, match.end)), absences


@lru_cache
def _weights(weights: tuple[tuple[Step, float], ...], fault: Fault) -> Mapping[Step, int]:
    """The weight of each step in hundredths, `FULL` together: what is left of rounding goes to the heaviest step."""
    by_step = dict(weights)
    asked = {step: _exact(by_step[step]) for step in Step}
    if fault is Fault.NOT_OURS:
        asked[Step.RESPONSIBILITY] = Fraction(0)
    total = sum(asked.values())
    if not total:
        return dict.fromkeys(Step, 0)
    spread = {step: _floor(weight / total * FULL) for step, weight in asked.items()}
    heaviest = max(spread, key=spread.__getitem__)
    spread[heaviest] += FULL - sum(spread.values())
    return spread


@lru_cache
def _earned(weight: int, factor: float) -> float:
    """The points for a step that is fulfilled to `factor` of its `weight` in hundredths."""
    return _floor(weight * _exact(factor)) / 100


@lru_cache(maxsize=1000)
def _of_one_rule(points: float, factor: float, cap: int, number: int) -> tuple[int, ...]:
    """What a `number` of findings of one rule take, in hundredths: each `factor` of the one before, together `cap`."""
    wanted, left = _exact(points) * 100, cap
    amounts: list[int] = []
    while len(amounts) < number and left and wanted >= 1:
        amounts.append(min(_floor(wanted), left))
        left -= amounts[-1]
        wanted *= _exact(factor)
    return (*amounts, *[0] * (number - len(amounts)))


def _ceiling(points: int, matches: Iterable[Match], settings: Iterable[CeilingSetting]) -> Ceiling | None:
    """The lowest ceiling under `points` that a match calls for; among equals the first setting."""
    by_rule: dict[str, list[Match]] = defaultdict(list)
    for match in matches:
        by_rule[match.rule].append(match)
    low = [
        setting
        for setting in settings
        if setting.at_most < points and any(_calls_for(match, setting) for match in by_rule.get(setting.rule, ()))
    ]
    lowest = min(low, key=lambda setting: setting.at_most, default=None)
    return Ceiling(lowest.at_most, lowest.rule, lowest.reason) if lowest else None


def _calls_for(match: Match, setting: CeilingSetting) -> bool:
    return (setting.tag is None or setting.tag in match.tags) and setting.without_tag not in match.tags


def _capped(amounts: Iterable[int], cap: int) -> list[int]:
    """`amounts` in order, cut where their sum reaches `cap`."""
    left = cap
    kept = []
    for amount in amounts:
        kept.append(min(amount, left))
        left -= kept[-1]
    return kept


@cache
def _exact(number: float) -> Fraction:
    """A setting as its author wrote it: 0.1 is a tenth."""
    return Fraction(str(number))


@cache
def _hundredths(points: float) -> int:
    return round(_exact(points) * 100)


def _floor(hundredths: Fraction) -> int:
    return int(hundredths)


def _round(hundredths: int) -> int:
    """Whole points; a half goes up."""
    return (hundredths + 50) // 100
