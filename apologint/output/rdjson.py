"""Reviewdog's diagnostics, which it posts as comments on a change on GitHub, GitLab, Bitbucket or Gerrit.

Our suggestions are advice and not words to put in the place of others, so they stand in the message: in reviewdog's
`suggestions` they would become edits that a click takes over into the letter.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from apologint.model import InputError, Report
from apologint.output.byte_columns import byte_columns
from apologint.output.context import OutputContext
from apologint.output.issues import Issue, issues, unreadable
from apologint.output.json_list import JsonList
from apologint.output.repository import repository_path
from apologint.output.sanitise import visible
from apologint.output.summary import Summary
from apologint.output.writer import Writer


class ReportWriter(Writer):
    """Writes one object with all diagnostics; columns count UTF-8 bytes from 1."""

    def __init__(self, context: OutputContext) -> None:
        super().__init__(context)
        self._diagnostics = JsonList()

    def add(self, report: Report) -> None:
        """Keep the diagnostics of one report."""
        for issue in issues(report, self.context.rules):
            self._diagnostics.add(self._diagnostic(issue))

    def finish(self, summary: Summary, errors: Sequence[InputError]) -> None:
        """Write the object, with the unreadable inputs last."""
        for error in errors:
            self._diagnostics.add(self._diagnostic(unreadable(error)))
        self.context.stream.write('{"source": {"name": "apologint"}, "diagnostics": ')
        self._diagnostics.write(self.context.stream)
        self.context.stream.write("}\n")

    def _diagnostic(self, issue: Issue) -> dict[str, Any]:
        place = issue.location
        start, end = byte_columns(issue.draft, place, self.context.encoding)
        return {
            "message": issue.in_full,
            "location": {
                "path": visible(repository_path(issue.draft.path)),
                "range": {"start": _position(place.line, start), "end": _position(place.end_line, end)},
            },
            "severity": issue.severity.upper(),
            "code": {"value": visible(issue.rule)},
        }


def _position(line: int, column: int | None) -> dict[str, int]:
    return {"line": line} if column is None else {"line": line, "column": column}
