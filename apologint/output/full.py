"""All there is to say of one draft, for a screen."""

from __future__ import annotations

from collections.abc import Iterator

from apologint.engine.rules import RuleSet
from apologint.model import Fault, Kind, Report
from apologint.output.annotate import annotate
from apologint.output.findings import list_findings
from apologint.output.line import Line
from apologint.output.screen import FAINT, Screen
from apologint.output.steps import step_table
from apologint.output.verdict import verdict


def full(report: Report, name: Line, rules: RuleSet, screen: Screen, explained: set[str]) -> Iterator[Line]:
    """The draft with its marks, its findings, steps and score under its `name`, with a blank line after each.

    Why customers mind is not said again for the rules that are `explained`; those that come up are added.
    """
    if report.kind is Kind.OTHER:
        yield name.append(": not an apology, so nothing to check", FAINT)
        yield Line()
        return
    yield from _header(report, name, screen)
    listed = [finding for finding in report.findings if not finding.suppressed]
    sections = (
        annotate(report.draft, listed, screen),
        list_findings(listed, rules, screen, explained),
        step_table(report.steps, screen),
        verdict(report, screen),
    )
    for section in sections:
        lines = list(section)
        if lines:
            yield from lines
            yield Line()


def _header(report: Report, name: Line, screen: Screen) -> Iterator[Line]:
    if report.kind is Kind.FOLLOW_UP:
        name.append(": a follow-up, which gets no score", FAINT)
    if report.fault is not Fault.OURS:
        name.append(f" (fault: {report.fault})", FAINT)
    yield name
    yield Line(screen.sign("─") * screen.width, FAINT)
