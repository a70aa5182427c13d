"""JUnit's XML: a test case for each draft, on the page of test results that every build server has."""

from __future__ import annotations

from collections.abc import Sequence

from apologint.model import InputError, Kind, Report
from apologint.output.context import OutputContext
from apologint.output.issues import SCORE_RULE, issues
from apologint.output.sanitise import one_line
from apologint.output.spool import Spool
from apologint.output.summary import Summary
from apologint.output.writer import Writer
from apologint.output.xml_text import DECLARATION, element, serialise

_NAME = "apologint"


class ReportWriter(Writer):
    """Writes one suite. A draft fails, passes, or is skipped as no apology; an unreadable input is an error."""

    def __init__(self, context: OutputContext) -> None:
        super().__init__(context)
        self._cases = Spool()

    def add(self, report: Report) -> None:
        """Keep the test case of one draft; milder findings of a draft that passes stand in its output."""
        draft = report.draft
        found = [issue for issue in issues(report, self.context.rules) if issue.rule != SCORE_RULE]
        text = "\n".join(f"line {each.location.line}: {each.severity}: {each.advice} [{each.rule}]" for each in found)
        line = min((each.location.line for each in found), default=1)
        name = one_line(" ".join(filter(None, (draft.id, draft.title)))) or draft.path
        case = element("testcase", classname=draft.path, name=name, file=draft.path, line=line)
        if not report.passed:
            case.append(element("failure", text, message="; ".join(report.failures), type=report.grade or report.kind))
        elif report.kind is Kind.OTHER:
            case.append(element("skipped", message="no apology"))
        elif text:
            case.append(element("system-out", text))
        self._cases.write(serialise(case))

    def finish(self, summary: Summary, errors: Sequence[InputError]) -> None:
        """Write the document."""
        for error in errors:
            case = element("testcase", classname=error.path, name=error.path, file=error.path, line=error.line or 1)
            case.append(element("error", message=error.message, type="unreadable"))
            self._cases.write(serialise(case))
        skipped = summary.drafts - summary.passed - summary.failed
        counts = f'tests="{summary.drafts + summary.errors}" failures="{summary.failed}" errors="{summary.errors}"'
        out = self.context.stream
        out.write(f'{DECLARATION}<testsuites name="{_NAME}" {counts}>\n')
        out.write(f'<testsuite name="{_NAME}" {counts} skipped="{skipped}">\n')
        self._cases.pour(out)
        out.write("</testsuite>\n</testsuites>\n")
