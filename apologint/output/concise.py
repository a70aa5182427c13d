"""One line for each finding, as compilers write them: editors and scripts find the place by it."""

from __future__ import annotations

from collections.abc import Sequence

from apologint.model import InputError, Report
from apologint.output.context import OutputContext
from apologint.output.issues import Issue, issues
from apologint.output.line import Line
from apologint.output.screen import FAINT, SEVERITY_STYLE, Screen
from apologint.output.summary import Summary
from apologint.output.writer import Writer


class ReportWriter(Writer):
    """Writes `path:line:column: severity: message [rule]` as the reports come, and one line on all."""

    def __init__(self, context: OutputContext) -> None:
        super().__init__(context)
        self._screen = Screen(context)

    def add(self, report: Report) -> None:
        """Write the lines of one report."""
        self._screen.show(self._line(issue) for issue in issues(report, self.context.rules))

    def finish(self, summary: Summary, errors: Sequence[InputError]) -> None:
        """Write the line on all."""
        if not self.context.quiet:
            self._screen.show([Line(summary.in_words(), "bold")])

    def _line(self, issue: Issue) -> Line:
        place = f":{issue.location.line}:{issue.location.column}: "
        line = Line(self._screen.visible(issue.draft.path), "bold").append(place, f"not bold {FAINT}")
        line.append(f"{issue.severity}: ", SEVERITY_STYLE[issue.severity])
        if issue.draft.id:
            line.append(f"{self._screen.one_line(issue.draft.id)}: ", "not bold")
        line.append(f"{self._screen.visible(issue.message)} ", "not bold")
        return line.append(f"[{self._screen.visible(issue.rule)}]", f"not bold {FAINT}")
