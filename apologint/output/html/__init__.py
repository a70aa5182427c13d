"""One page that holds all of a report and needs nothing else: no network, no other file, and no script to be read."""

from apologint.output.html.writer import ReportWriter

__all__ = ["ReportWriter"]
