"""Lints the drafts of one file, one after another."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from apologint import scoring
from apologint.config import Config
from apologint.engine.rules import RuleSet
from apologint.model import Analysis, Draft, Finding, Kind, Match, Mode, Report, Severity
from apologint.suppressions import UNUSED, FileSuppressions

if TYPE_CHECKING:
    from apologint.engine.engine import Engine


class FileLinter:
    """Lints the drafts of one file by the settings for it; `mode` is what they are, None where they say it."""

    def __init__(self, config: Config, rules: RuleSet, engine: Engine, mode: Mode | None) -> None:
        self.config = config
        self.rules = rules
        self.engine = engine
        self.mode = mode

    def reports(self, drafts: Iterable[Draft]) -> Iterator[Report]:
        """One report for each draft, before the gates.

        They wait while it is open whether all suppressions of the file are used.
        """
        severity = self.config.severities.get(UNUSED.id) or UNUSED.severity or Severity.WARNING
        switched_off = FileSuppressions(self.rules, severity, self._looks_for)
        waiting: list[Report] = []
        for draft in drafts:
            waiting.append(self._report(draft, switched_off))
            if not switched_off.waits():
                yield from waiting
                waiting.clear()
        last = next((report for report in reversed(waiting) if report.kind is not Kind.OTHER), None)
        for report in waiting:
            yield _with(report, switched_off.unused_shared(report.draft)) if report is last else report

    def _report(self, draft: Draft, switched_off: FileSuppressions) -> Report:
        draft = replace(draft, mode=self.mode) if self.mode else draft
        fault = draft.fault or self.config.fault
        analysis = self._selected(self.engine.analyse(draft, kind=draft.kind or self.config.kind))
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
    return replace(report, findings=(*report.findings, *findings))
