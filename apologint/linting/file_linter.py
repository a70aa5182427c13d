"""Lints the drafts of one file, one after another."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from apologint import scoring
from apologint.config import Config
from apologint.engine.rules import RuleSet
from apologint.linting.suppressions import UNUSED, FileSuppressions
from apologint.model import Analysis, Draft, Finding, Kind, Match, Report, Severity


class FileLinter:
    """Lints the drafts of one file by the settings for it."""

    def __init__(self, config: Config, rules: RuleSet) -> None:
        self.config = config
        self.rules = rules

    def reports(self, analysed: Iterable[tuple[Draft, Analysis]]) -> Iterator[Report]:
        """One report for each draft, before the gates.

        They wait while it is open whether all suppressions of the file are used.
        """
        severity = self.config.severities.get(UNUSED.id) or UNUSED.severity or Severity.WARNING
        switched_off = FileSuppressions(self.rules, severity, self._looks_for)
        waiting: list[Report] = []
        for draft, analysis in analysed:
            waiting.append(self._report(draft, self._selected(analysis), switched_off))
            if not switched_off.waits():
                yield from waiting
                waiting.clear()
        last = next((report for report in reversed(waiting) if report.kind is not Kind.OTHER), None)
        for report in waiting:
            yield _with(report, switched_off.unused_shared(report.draft)) if report is last else report

    def _report(self, draft: Draft, analysis: Analysis, switched_off: FileSuppressions) -> Report:
        fault = draft.fault or self.config.fault
        silenced = switched_off.silenced(draft, (*analysis.problems, *analysis.absences))
        scored = scoring.score(analysis, draft, self.rules, self.config, fault, suppressed=silenced)
        report = Report(
            draft=draft,
            kind=analysis.kind,
            fault=fault,
            score=scored.score,
            grade=scored.grade,
            passed=True,
            ceiling=scored.ceiling,
            steps=scored.steps,
            findings=scored.findings,
            complaints=tuple(switched_off.complaints(draft)),
        )
        return _with(report, () if report.kind is Kind.OTHER else switched_off.unused(draft))

    def _selected(self, analysis: Analysis) -> Analysis:
        if self._looks_for(None):
            return analysis
        return replace(
            analysis,
            problems=tuple(filter(self._is_selected, analysis.problems)),
            absences=tuple(filter(self._is_selected, analysis.absences)),
        )

    def _is_selected(self, match: Match) -> bool:
        return self._looks_for(match.rule)

    def _looks_for(self, rule: str | None) -> bool:
        """Whether a rule is selected; without a name, whether all are."""
        if rule is None:
            return not self.config.select and not self.config.ignore
        selected = not self.config.select or rule in self.config.select
        return selected and rule not in self.config.ignore


def _with(report: Report, findings: Iterable[Finding]) -> Report:
    """The report with more findings."""
    more = tuple(findings)
    return replace(report, findings=(*report.findings, *more)) if more else report
