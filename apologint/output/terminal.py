"""The report that a person reads on a terminal."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from apologint.model import InputError, Report
from apologint.output.context import Order, OutputContext
from apologint.output.library.listing import Listing
from apologint.output.library.overview import Overview
from apologint.output.library.tables import tables
from apologint.output.library.worst_first import WorstFirst
from apologint.output.line import Line
from apologint.output.names import full_name
from apologint.output.screen import Screen
from apologint.output.summary import Summary
from apologint.output.verdict import grade_style
from apologint.output.writer import Writer

MANY = 10
"""From so many drafts on that are judged, the report ends with an overview."""


class ReportWriter(Writer):
    """Shows a draft whole; of several those that fail, as they come, and the others in a line; of many the sum."""

    def __init__(self, context: OutputContext) -> None:
        super().__init__(context)
        self._screen = Screen(context)
        self._overview = Overview(context.top, context.min_score)
        by_score = context.order is Order.SCORE
        listing = Listing(self._screen, context.rules, context.top, grouped=not by_score)
        self._listing = WorstFirst(listing, context.top) if by_score else listing
        self._first: Report | None = None
        self._count = 0

    def add(self, report: Report) -> None:
        """Show one report, once it is known that it is not the only one or that it is shown whole anyway."""
        self._count += 1
        self._overview.add(report)
        if self.context.quiet:
            self._screen.show(_one_liner(report, self._screen))
        elif self._count == 1 and report.passed:
            self._first = report
        elif not self.context.statistics:
            self._show_first()
            self._listing.add(report)

    def finish(self, summary: Summary, errors: Sequence[InputError]) -> None:
        """Show what waits, and the sum."""
        if self.context.quiet:
            return
        if not self.context.statistics:
            self._show_first()
            self._listing.end()
        if self.context.statistics or summary.passed + summary.failed >= MANY:
            self._screen.show(tables(self._overview, self._screen))
        if self.context.statistics or summary.drafts + summary.errors > 1:
            self._screen.show(Line(line, "bold") for line in self._screen.fold(summary.in_words(), self._screen.width))

    def _show_first(self) -> None:
        """Show the first draft, if it waits: whole if it is the only one."""
        if self._first and self._count == 1:
            self._listing.add_whole(self._first)
        elif self._first:
            self._listing.add(self._first)
        self._first = None


def _one_liner(report: Report, screen: Screen) -> Iterator[Line]:
    if report.passed:
        return
    line = full_name(report.draft, screen).append(": ")
    if report.score is not None:
        line.append(f"score {report.score}, {screen.visible(report.grade or '')}; ", grade_style(report))
    yield line.append(screen.one_line("failed: " + "; ".join(report.failures)))
