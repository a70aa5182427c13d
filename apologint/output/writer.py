"""What an output format is."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Iterable, Sequence

from apologint.model import InputError, Report
from apologint.output.context import OutputContext
from apologint.output.summary import Summary, Tally


class Writer(ABC):
    """Writes the reports of one run, in one format, to the stream of its context."""

    def __init__(self, context: OutputContext) -> None:
        self.context = context

    @abstractmethod
    def add(self, report: Report) -> None:
        """Take in one report. What needs no more than this one is written at once."""

    @abstractmethod
    def finish(self, summary: Summary, errors: Sequence[InputError]) -> None:
        """Write the rest: there are no more reports; `errors` are the inputs that could not be read."""


def write_reports(reports: Iterable[Report], errors: Sequence[InputError], writers: Sequence[Writer]) -> Summary:
    """Hand each report to all `writers` as it comes, keep none, and add them up.

    `errors` fills while `reports` is consumed. If `reports` raises, no writer is finished.
    """
    tally = Tally()
    for report in reports:
        tally.add(report)
        for writer in writers:
            writer.add(report)
    summary = tally.summary(len(errors))
    for writer in writers:
        writer.finish(summary, errors)
    return summary
