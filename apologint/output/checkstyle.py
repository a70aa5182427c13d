"""Checkstyle's XML, which Jenkins, TeamCity, SonarQube and many other build servers read."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from xml.etree.ElementTree import Element

from apologint.model import InputError, Report
from apologint.output.context import OutputContext
from apologint.output.issues import Issue, issues, unreadable
from apologint.output.spool import Spool
from apologint.output.summary import Summary
from apologint.output.writer import Writer
from apologint.output.xml_text import DECLARATION, element, serialise


class ReportWriter(Writer):
    """Writes one `file` for each draft that has findings, with an `error` for each."""

    def __init__(self, context: OutputContext) -> None:
        super().__init__(context)
        self._files = Spool()

    def add(self, report: Report) -> None:
        """Keep the findings of one report."""
        self._keep(report.draft.path, issues(report, self.context.rules))

    def finish(self, summary: Summary, errors: Sequence[InputError]) -> None:
        """Write the document, with the unreadable inputs last."""
        for error in errors:
            self._keep(error.path, [unreadable(error)])
        self.context.stream.write(f'{DECLARATION}<checkstyle version="4.3">\n')
        self._files.pour(self.context.stream)
        self.context.stream.write("</checkstyle>\n")

    def _keep(self, path: str, found: Iterable[Issue]) -> None:
        file = element("file", name=path)
        file.extend(_error(issue) for issue in found)
        if len(file):
            self._files.write(serialise(file))


def _error(issue: Issue) -> Element:
    return element(
        "error",
        line=issue.location.line,
        column=issue.location.column,
        severity=issue.severity,
        message=issue.in_full,
        source=f"apologint.{issue.rule}",
    )
