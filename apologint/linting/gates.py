"""The gates that a draft must pass: its score, and how bad its findings are."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import replace

from apologint.config import Config, FailOn
from apologint.model import SCORE_GATE, Finding, Report, Severity
from apologint.text.counted import counted

_WORST_FIRST = tuple(Severity)


def judged(report: Report, config: Config, low: int | None = None) -> Report:
    """A report that has passed until now, with the gates that its draft fails.

    `low` is what it scored before when that was already too little: it fails for its score only where that got worse.
    """
    failures = (*_score(report.score, config, low), *_findings(report.findings, config))
    return replace(report, failures=failures, passed=False) if failures else report


def _score(score: int | None, config: Config, low: int | None) -> Iterator[str]:
    if score is None or score >= config.min_score:
        return
    too_low = f"{SCORE_GATE}{score} is under --min-score {config.min_score}"
    whole = ", for it counts all six steps whatever is selected" if config.select else ""
    if low is None:
        yield too_low + whole
    elif score < low:
        yield f"{too_low}, and under the {low} in the baseline{whole}"


def _findings(findings: Iterable[Finding], config: Config) -> Iterator[str]:
    if config.fail_on is FailOn.NEVER:
        return
    numbers = Counter(finding.severity for finding in findings if not finding.suppressed)
    mildest = _WORST_FIRST.index(Severity(config.fail_on))
    for severity in _WORST_FIRST[: mildest + 1]:
        if numbers[severity]:
            yield counted(numbers[severity], severity)
