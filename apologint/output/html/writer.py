"""Puts the page together."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from markupsafe import Markup

from apologint import __version__
from apologint.engine.rules import RuleSet
from apologint.model import Finding, InputError, Kind, Report
from apologint.output.context import OutputContext
from apologint.output.html.letter import pieces
from apologint.output.html.templates import fingerprint, source, template
from apologint.output.library.entry import Entry
from apologint.output.library.overview import Overview
from apologint.output.spool import Spool
from apologint.output.steps import TITLES, WANTED
from apologint.output.summary import Summary
from apologint.output.verdict import reckoning
from apologint.output.writer import Writer


class ReportWriter(Writer):
    """Writes an overview, a table of all drafts, and each draft with its marks. Until the end all of it waits."""

    def __init__(self, context: OutputContext) -> None:
        super().__init__(context)
        self._overview = Overview(context.top, context.min_score)
        self._rows, self._drafts, self._others = Spool(), Spool(), Spool()
        self._count = 0

    def add(self, report: Report) -> None:
        """Keep what the page says of one draft; of what is no apology, the name."""
        self._count += 1
        self._overview.add(report)
        entry = Entry.of(report, self._count)
        if report.kind is Kind.OTHER:
            self._others.write(template("other.html").render(draft=entry))
            return
        findings = [finding for finding in report.findings if not finding.suppressed]
        rules = " ".join(sorted({finding.rule for finding in findings}))
        self._rows.write(template("row.html").render(draft=entry, rules=rules))
        self._drafts.write(
            template("draft.html").render(
                draft=entry,
                rules=rules,
                report=report,
                pieces=pieces(report.draft, findings),
                findings=list(_explained(findings, self.context.rules)),
                suppressed=len(report.findings) - len(findings),
                reckoning=list(reckoning(report)),
                titles=TITLES,
                wanted=WANTED,
            )
        )

    def finish(self, summary: Summary, errors: Sequence[InputError]) -> None:
        """Write the page."""
        script, style = source("page.js"), source("page.css")
        page = template("page.html").generate(
            summary=summary,
            errors=errors,
            judged=summary.passed + summary.failed,
            overview=self._overview,
            rows=map(Markup, self._rows.pieces()),
            drafts=map(Markup, self._drafts.pieces()),
            others=map(Markup, self._others.pieces()),
            script=Markup(script),
            style=Markup(style),
            script_hash=fingerprint(script),
            style_hash=fingerprint(style),
            version=__version__,
            model=self.context.model,
            min_score=self.context.min_score,
        )
        for piece in page:
            self.context.stream.write(piece)


def _explained(findings: Sequence[Finding], rules: RuleSet) -> Iterator[tuple[Finding, str]]:
    """Each finding with why customers mind, which is said where a rule comes up first."""
    explained: set[str] = set()
    for finding in findings:
        rule = rules.rules.get(finding.rule)
        yield finding, rule.why if rule and finding.rule not in explained else ""
        explained.add(finding.rule)
