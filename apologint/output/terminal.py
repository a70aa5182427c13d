"""The report that a person reads on a terminal."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from rich.text import Text

from apologint.counted import counted
from apologint.model import Fault, InputError, Kind, Report
from apologint.output.annotate import annotate
from apologint.output.context import OutputContext
from apologint.output.findings import list_findings
from apologint.output.screen import FAINT, Screen
from apologint.output.steps import step_table
from apologint.output.summary import Summary, Tally
from apologint.output.verdict import grade_style, verdict


def write(reports: Iterable[Report], errors: Sequence[InputError], context: OutputContext) -> Summary:
    """Show each report as it comes and, after several, one line on all. `errors` fills while `reports` is consumed."""
    screen = Screen(context)
    tally = Tally()
    for report in reports:
        tally.add(report)
        if context.quiet:
            screen.show(_one_liner(report, screen))
        else:
            screen.show(_full(report, context, screen))
    summary = tally.summary(len(errors))
    if not context.quiet and summary.drafts + summary.errors > 1:
        screen.show(Text(line, "bold") for line in screen.fold(_overview(summary), screen.width))
    return summary


def _full(report: Report, context: OutputContext, screen: Screen) -> Iterator[Text]:
    if report.kind is Kind.OTHER:
        yield _title(report, screen).append(": not an apology, so nothing to check", FAINT)
        yield Text()
        return
    yield from _header(report, screen)
    sections = (
        annotate(report.draft, report.findings, screen),
        list_findings(report.findings, context.rules, screen),
        step_table(report.steps, screen),
        verdict(report, screen),
    )
    for section in sections:
        lines = list(section)
        if lines:
            yield from lines
            yield Text()


def _header(report: Report, screen: Screen) -> Iterator[Text]:
    title = _title(report, screen)
    if report.kind is Kind.FOLLOW_UP:
        title.append(": a follow-up, which gets no score", FAINT)
    if report.fault is not Fault.OURS:
        title.append(f" (fault: {report.fault})", FAINT)
    yield title
    yield Text(screen.sign("─") * screen.width, FAINT)


def _title(report: Report, screen: Screen) -> Text:
    draft = report.draft
    title = Text().append(screen.visible(draft.path), "bold")
    for name in (draft.id, draft.title):
        if name:
            title.append(f" {screen.sign('·')} ", FAINT).append(screen.one_line(name))
    return title


def _one_liner(report: Report, screen: Screen) -> Iterator[Text]:
    if report.passed:
        return
    line = _title(report, screen).append(": ")
    if report.score is not None:
        line.append(f"score {report.score}, {screen.visible(report.grade or '')}; ", grade_style(report))
    yield line.append(screen.one_line("failed: " + "; ".join(report.failures)))


def _overview(summary: Summary) -> str:
    others = summary.drafts - summary.passed - summary.failed
    parts = [
        f"{summary.passed} passed",
        f"{summary.failed} failed",
        *([f"{others} no apology"] if others else []),
        *([f"{summary.errors} unreadable"] if summary.errors else []),
    ]
    mean = f"; mean score {summary.mean_score}" if summary.mean_score is not None else ""
    return f"{counted(summary.drafts, 'draft')}: {', '.join(parts)}{mean}"
