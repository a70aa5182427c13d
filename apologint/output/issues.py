"""A report as a flat list of things to mend, for formats that know only those."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from apologint.engine.rules import RuleSet
from apologint.model import Draft, Finding, InputError, Location, Region, Report, Severity
from apologint.output.sanitise import one_line
from apologint.text.locate import Locator

SCORE_RULE = "score"
"""Stands for a rule where a draft fails by its score: no finding says that."""
UNREADABLE = "unreadable"
"""Stands for a rule where an input could not be read."""


@dataclass(frozen=True, slots=True)
class Issue:
    """One thing to mend in a draft. `message` is never empty; it and `suggestion` are one line each, safe to show."""

    draft: Draft
    rule: str
    severity: Severity
    message: str
    suggestion: str
    location: Location
    points: float
    suppressed: bool = False

    @property
    def advice(self) -> str:
        """What is wrong and what to write instead."""
        return f"{self.message} {self.suggestion}".rstrip()

    @property
    def in_full(self) -> str:
        """The same, with the item of a library file that it is about."""
        return f"{one_line(self.draft.id)}: {self.advice}" if self.draft.id else self.advice


def issues(report: Report, rules: RuleSet, *, suppressed: bool = False) -> Iterator[Issue]:
    """The findings of a report in their order, then the gate on the score if it failed there.

    Findings that the user has suppressed are left out unless `suppressed`.
    """
    for finding in report.findings:
        if suppressed or not finding.suppressed:
            yield _finding(finding, report.draft, rules)
    if report.score_failure is not None:
        top = Locator(report.draft).top()
        yield Issue(report.draft, SCORE_RULE, Severity.ERROR, one_line(report.score_failure), "", top, 0)


def unreadable(error: InputError) -> Issue:
    """An input that could not be read, as an issue at the place where reading it failed."""
    line = error.line or 1
    place = Location(0, 0, line, 1, line, 1, None, Region(0, 0))
    message = one_line(error.message) or UNREADABLE
    return Issue(Draft("", path=error.path), UNREADABLE, Severity.ERROR, message, "", place, 0)


def _finding(finding: Finding, draft: Draft, rules: RuleSet) -> Issue:
    rule = rules.rules.get(finding.rule)
    message = finding.message or (rule and rule.what) or finding.rule
    return Issue(
        draft,
        finding.rule,
        finding.severity,
        one_line(message) or one_line(finding.rule),
        one_line(finding.suggestion),
        finding.location,
        finding.points,
        finding.suppressed,
    )
