"""Many drafts on a screen, the worst first."""

from __future__ import annotations

from apologint.model import Report
from apologint.output.library.entry import Entry
from apologint.output.library.listing import Listing
from apologint.output.worst import Worst


class WorstFirst:
    """Keeps a line for each draft, and the reports on the `top` worst, until all are there; then shows them."""

    def __init__(self, listing: Listing, top: int) -> None:
        self._listing = listing
        self._entries: list[Entry] = []
        self._worst: Worst[Report] = Worst(top)

    def add(self, report: Report) -> None:
        """Keep what will be shown of one draft."""
        entry = Entry.of(report, len(self._entries) + 1)
        self._entries.append(entry)
        if not report.passed:
            self._worst.add(entry.rank, report)

    def add_whole(self, report: Report) -> None:
        """Show all there is to say of a draft that is the only one."""
        self._listing.add_whole(report)

    def end(self) -> None:
        """Show them all."""
        whole = list(self._worst)
        for report in whole:
            self._listing.add_whole(report)
        for entry in sorted(self._entries, key=lambda entry: entry.rank)[len(whole) :]:
            self._listing.add_row(entry)
        self._listing.end()
