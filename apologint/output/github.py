"""GitHub Actions: findings as annotations on the lines of a pull request, and a table on the page of the run.

GitHub shows 10 annotations of a level for each step, so the costliest are written and the rest counted.
"""

from __future__ import annotations

import os
from collections.abc import Mapping, Sequence
from pathlib import Path

from apologint.model import InputError, Report, Severity
from apologint.output.context import OutputContext
from apologint.output.issues import Issue, issues, unreadable
from apologint.output.markdown import ReportWriter as MarkdownWriter
from apologint.output.repository import repository_path
from apologint.output.sanitise import visible
from apologint.output.summary import Summary
from apologint.output.worst import Worst
from apologint.output.writer import Writer
from apologint.text.counted import counted

MOST_ANNOTATIONS = 10
_COMMANDS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "notice"}
_SUMMARY = "GITHUB_STEP_SUMMARY"


class ReportWriter(Writer):
    """Writes annotations once the run is over, and the Markdown report to the file in `$GITHUB_STEP_SUMMARY`."""

    def __init__(self, context: OutputContext) -> None:
        super().__init__(context)
        self._page = MarkdownWriter(context)
        self._levels: Mapping[Severity, Worst[Issue]] = {level: Worst(MOST_ANNOTATIONS) for level in Severity}

    def add(self, report: Report) -> None:
        """Keep the findings of one report that are among the costliest."""
        self._page.add(report)
        for issue in issues(report, self.context.rules):
            self._levels[issue.severity].add(issue.points, issue)

    def finish(self, summary: Summary, errors: Sequence[InputError]) -> None:
        """Write the annotations, how many there are beside them, and the page."""
        out = self.context.stream
        for error in errors:
            self._levels[Severity.ERROR].add(float("-inf"), unreadable(error))
        for severity, worst in self._levels.items():
            out.writelines(_annotation(_COMMANDS[severity], issue) for issue in worst)
        more = [counted(worst.dropped, f"more {name}") for name, worst in self._levels.items() if worst.dropped]
        if more:
            out.write(f"{', '.join(more)}: GitHub shows {MOST_ANNOTATIONS} of a level; see the summary of this run\n")
        out.write(f"{summary.in_words()}\n")
        if path := os.environ.get(_SUMMARY):
            with Path(path).open("a", encoding="utf-8", errors="backslashreplace") as page:
                page.write(self._page.page(summary, errors))


def _annotation(command: str, issue: Issue) -> str:
    place = issue.location
    properties: dict[str, str | int] = {
        "file": visible(repository_path(issue.draft.path)),
        "line": place.line,
        "endLine": place.end_line,
        **({"col": place.column, "endColumn": place.end_column} if place.line == place.end_line else {}),
        "title": visible(issue.rule),
    }
    written = ",".join(f"{name}={_property(str(value))}" for name, value in properties.items())
    return f"::{command} {written}::{_data(issue.in_full)}\n"


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
