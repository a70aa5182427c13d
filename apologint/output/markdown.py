"""A comment for a pull request: which drafts fail, and under each what is wrong and what to write instead.

GitHub takes 65,536 characters: the worst drafts come first, and what does not fit is counted.
"""

from __future__ import annotations

from collections.abc import Sequence

from apologint.model import InputError, Report
from apologint.output.context import OutputContext
from apologint.output.issues import SCORE_RULE, Issue, issues
from apologint.output.markdown_text import escape
from apologint.output.summary import Summary
from apologint.output.worst import Worst
from apologint.output.writer import Writer
from apologint.text.counted import counted

MOST_CHARACTERS = 60_000
_MOST_DRAFTS = 100
_MOST_FINDINGS = 25
_HEAD = "| line | | rule | what is wrong, and what to write instead |\n|--:|---|---|---|\n"


class ReportWriter(Writer):
    """Writes one page once the run is over; until then it keeps the drafts that it would show, worst first."""

    def __init__(self, context: OutputContext) -> None:
        super().__init__(context)
        self._worst: Worst[str] = Worst(_MOST_DRAFTS)

    def add(self, report: Report) -> None:
        """Keep what is said of one draft, if something is."""
        found = [issue for issue in issues(report, self.context.rules) if issue.rule != SCORE_RULE]
        if found or not report.passed:
            score = 0 if report.score is None else report.score
            self._worst.add((report.passed, score, -len(found)), _section(report, found))

    def finish(self, summary: Summary, errors: Sequence[InputError]) -> None:
        """Write the page."""
        self.context.stream.write(self.page(summary, errors))

    def page(self, summary: Summary, errors: Sequence[InputError]) -> str:
        """The whole page, of at most `MOST_CHARACTERS`."""
        parts = [f"### apologint\n\n{escape(summary.in_words())}\n\n"]
        if errors:
            parts += [
                f"- unreadable: {escape(each.path)}: {escape(each.message)}\n" for each in errors[:_MOST_FINDINGS]
            ]
            parts.append("\n" + _more(len(errors) - _MOST_FINDINGS, "unreadable input"))
        room = MOST_CHARACTERS - sum(map(len, parts))
        left_out = self._worst.dropped
        for section in self._worst:
            room -= len(section)
            if room < 0:
                left_out += 1
            else:
                parts.append(section)
        parts.append(_more(left_out, "draft"))
        return "".join(parts).rstrip() + "\n"


def _section(report: Report, found: Sequence[Issue]) -> str:
    draft = report.draft
    name = " · ".join(escape(part) for part in (draft.path, draft.id, draft.title) if part)
    rows = "".join(map(_row, found[:_MOST_FINDINGS]))
    table = f"{_HEAD}{rows}\n{_more(len(found) - _MOST_FINDINGS, 'finding')}" if found else ""
    return f"<details><summary><b>{name}</b>: {_verdict(report)}</summary>\n\n{table}</details>\n\n"


def _verdict(report: Report) -> str:
    if report.failures:
        return escape(f"failed: {'; '.join(report.failures)}")
    return "passed" if report.score is None else escape(f"passed, score {report.score} of 100 ({report.grade})")


def _row(issue: Issue) -> str:
    advice = f"{escape(issue.message)} {escape(issue.suggestion)}".rstrip()
    return f"| {issue.location.line} | {issue.severity} | {escape(issue.rule)} | {advice} |\n"


def _more(number: int, noun: str) -> str:
    return f"{counted(number, f'more {noun}')}\n\n" if number > 0 else ""
