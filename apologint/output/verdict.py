"""How a draft came out: its score and grade, what held it down, and the gates it failed."""

from __future__ import annotations

from collections.abc import Iterator

from apologint.model import Report
from apologint.output import points
from apologint.output.line import Line
from apologint.output.screen import FAINT, Screen
from apologint.text.counted import counted


def verdict(report: Report, screen: Screen) -> Iterator[Line]:
    """The score with the sum behind it, its ceiling, what is suppressed or held back, then each gate that failed."""
    if report.score is not None:
        yield _score(report, report.score, screen)
        for line in reckoning(report):
            yield from (Line("  " + folded, FAINT) for folded in screen.fold(line, screen.width - 2))
    suppressed = sum(finding.suppressed for finding in report.findings)
    if suppressed:
        yield Line(f"  {counted(suppressed, 'finding')} suppressed", FAINT)
    if report.held_back:
        yield Line(f"  {counted(len(report.held_back), 'finding')} held back by the baseline", FAINT)
    if report.passed:
        yield Line("  passed", "green")
    for failure in report.failures:
        for line in screen.fold(f"failed: {failure}", screen.width - 2):
            yield Line("  " + line, "bold red")


def reckoning(report: Report) -> Iterator[str]:
    """The sum behind a score, and what held it down."""
    if report.score is None:
        return
    earned = points.earned(sum(step.points for step in report.steps))
    taken = -sum(finding.points for finding in (*report.findings, *report.held_back))
    yield f"{earned} for the steps" + (f", less {points.taken(taken)} for problems" if taken else "")
    if report.ceiling:
        ground = f": {report.ceiling.reason}" if report.ceiling.reason else ""
        yield f"held at {report.ceiling.score} by {report.ceiling.rule}{ground}"


def grade_style(report: Report) -> str:
    """The colour of a report's grade: that of a pass, a pass with a low score, or a fail."""
    return "green" if report.passed else "red"


def _score(report: Report, score: int, screen: Screen) -> Line:
    line = Line(f"  score {score} of 100: ", "bold")
    return line.append(screen.visible(report.grade or ""), grade_style(report))
