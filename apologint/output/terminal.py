"""The report that a person reads on a terminal."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from rich.text import Text

from apologint.model import Fault, InputError, Kind, Report
from apologint.output.annotate import annotate
from apologint.output.context import OutputContext
from apologint.output.findings import list_findings
from apologint.output.screen import FAINT, Screen
from apologint.output.steps import step_table
from apologint.output.summary import Summary
from apologint.output.verdict import grade_style, verdict
from apologint.output.writer import Writer


class ReportWriter(Writer):
    """Shows each report as it comes and, after several, one line on all."""

    def __init__(self, context: OutputContext) -> None:
        super().__init__(context)
        self._screen = Screen(context)

    def add(self, report: Report) -> None:
        """Show one report."""
        if self.context.quiet:
            self._screen.show(_one_liner(report, self._screen))
        else:
            self._screen.show(_full(report, self.context, self._screen))

    def finish(self, summary: Summary, errors: Sequence[InputError]) -> None:
        """Show the line on all."""
        if not self.context.quiet and summary.drafts + summary.errors > 1:
            self._screen.show(Text(line, "bold") for line in self._screen.fold(summary.in_words(), self._screen.width))


def _full(report: Report, context: OutputContext, screen: Screen) -> Iterator[Text]:
    if report.kind is Kind.OTHER:
        yield _title(report, screen).append(": not an apology, so nothing to check", FAINT)
        yield Text()
        return
    yield from _header(report, screen)
    listed = [finding for finding in report.findings if not finding.suppressed]
    sections = (
        annotate(report.draft, listed, screen),
        list_findings(listed, context.rules, screen),
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
