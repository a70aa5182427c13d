"""GitLab's Code Quality report: the findings in the widget and the diff of a merge request."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from apologint.fingerprint import Fingerprints
from apologint.model import InputError, Report, Severity
from apologint.output.context import OutputContext
from apologint.output.issues import Issue, issues, unreadable
from apologint.output.json_list import JsonList
from apologint.output.repository import repository_path
from apologint.output.sanitise import visible
from apologint.output.summary import Summary
from apologint.output.writer import Writer

_SEVERITY = {Severity.ERROR: "major", Severity.WARNING: "minor", Severity.INFO: "info"}


class ReportWriter(Writer):
    """Writes one array of issues. GitLab shows one issue a fingerprint, so no two are alike."""

    def __init__(self, context: OutputContext) -> None:
        super().__init__(context)
        self._list = JsonList()
        self._fingerprints = Fingerprints(repository_path)

    def add(self, report: Report) -> None:
        """Keep the issues of one report."""
        for issue in issues(report, self.context.rules):
            self._list.add(self._issue(issue))

    def finish(self, summary: Summary, errors: Sequence[InputError]) -> None:
        """Write the array, with the unreadable inputs last."""
        for error in errors:
            self._list.add(self._issue(unreadable(error)))
        self._list.write(self.context.stream)
        self.context.stream.write("\n")

    def _issue(self, issue: Issue) -> dict[str, Any]:
        return {
            "description": issue.in_full,
            "check_name": visible(issue.rule),
            "fingerprint": self._fingerprints.of(issue.draft, issue.rule, issue.location),
            "severity": _SEVERITY[issue.severity],
            "location": {
                "path": visible(repository_path(issue.draft.path)),
                "lines": {"begin": issue.location.line, "end": issue.location.end_line},
            },
        }
