"""The one place that ties the rooms together: drafts in, reports out."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import cached_property
from itertools import groupby
from typing import TYPE_CHECKING

from apologint import scoring
from apologint.collector import no_collection
from apologint.config import DEFAULT_CEILINGS, Config, ConfigError, FailOn
from apologint.counted import counted
from apologint.engine.builtin import builtin_rules_dir
from apologint.engine.loader import load_rules
from apologint.engine.rules import RuleSet, UnknownWordListError
from apologint.model import Analysis, Draft, Finding, Kind, Match, Report, Severity
from apologint.nearest import instead
from apologint.suppressions import REPORTED, UNUSED, FileSuppressions

if TYPE_CHECKING:
    from apologint.engine.engine import Engine

_WORST_FIRST = tuple(Severity)


class Linter:
    """Lints drafts by one configuration. The rules are read at once, spaCy is loaded with the first draft.

    Args:
        config: all settings; without it the defaults.

    Raises:
        RuleError: a rule file cannot be used.
        ConfigError: the configuration names a rule or word list that is not there.
    """

    def __init__(self, config: Config | None = None) -> None:
        self.config = config or Config()
        with no_collection():
            self.rules = _load_rules(self.config)
        _check_rule_names(self.config, self.rules)

    @cached_property
    def engine(self) -> Engine:
        """The rules, compiled for the configured spaCy pipeline.

        Raises:
            ModelError: the pipeline is missing or does not fit.
            RuleError: a pattern that spaCy refuses.
        """
        with no_collection():
            from apologint.engine.engine import Engine  # noqa: PLC0415 - brings in spaCy

            return Engine(self.rules, self.config.model)

    def check(self, drafts: Iterable[Draft]) -> Iterator[Report]:
        """One report for each draft, as soon as it is there.

        A `Draft` made by hand is taken as it is: only `lint` and the readers in `sources` find its placeholders and
        what in it is quoted or code.

        Raises:
            ModelError: the spaCy pipeline is missing or does not fit.
            RuleError: a pattern that spaCy refuses.
        """
        for _, of_file in groupby(drafts, key=lambda draft: draft.path):
            yield from self._reports(of_file)

    def _reports(self, drafts: Iterable[Draft]) -> Iterator[Report]:
        """The reports on the drafts of one file; they wait while it is open whether all its suppressions are used."""
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
            yield self._with(report, switched_off.unused_shared(report.draft)) if report is last else report

    def _report(self, draft: Draft, switched_off: FileSuppressions) -> Report:
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
        return self._with(report, () if report.kind is Kind.OTHER else switched_off.unused(draft))

    def _with(self, report: Report, findings: Iterable[Finding]) -> Report:
        """The report with more findings, and the gates that it then fails."""
        together = (*report.findings, *findings)
        failures = tuple(self._failures(report.score, together))
        return replace(report, findings=together, failures=failures, passed=not failures)

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

    def _failures(self, score: int | None, findings: Iterable[Finding]) -> Iterator[str]:
        """Each gate that a draft does not pass, in words."""
        if score is not None and score < self.config.min_score:
            yield f"score {score} is under --min-score {self.config.min_score}"
        if self.config.fail_on is FailOn.NEVER:
            return
        numbers = Counter(finding.severity for finding in findings if not finding.suppressed)
        mildest = _WORST_FIRST.index(Severity(self.config.fail_on))
        for severity in _WORST_FIRST[: mildest + 1]:
            if numbers[severity]:
                yield counted(numbers[severity], severity)


def _load_rules(config: Config) -> RuleSet:
    folders = [*([builtin_rules_dir()] if config.builtin_rules else []), *config.rule_dirs]
    if not folders:
        raise ConfigError("the built-in rules are switched off: name a folder of your own with --rules")
    try:
        rules = load_rules(folders, extra_words=config.lexicons)
    except UnknownWordListError as error:
        raise ConfigError(_unknown("word list", error.name, error.known)) from error
    return replace(rules, rules={**rules.rules, UNUSED.id: UNUSED})


def _check_rule_names(config: Config, rules: RuleSet) -> None:
    reported = {rule.id: rule for kind in REPORTED for rule in rules.of_kind(kind)}
    own_ceilings = [setting.rule for setting in config.ceilings if setting not in DEFAULT_CEILINGS]
    for name in (*config.select, *config.ignore, *config.severities, *own_ceilings):
        if name in rules.rules and name not in reported:
            raise ConfigError(f"the rule '{name}' is a {rules.rules[name].kind}, which is no finding: leave it out")
        if name not in rules.rules:
            raise ConfigError(_unknown("rule", name, reported))


def _unknown(what: str, name: str, known: Iterable[str]) -> str:
    return f"unknown {what} '{name}': {instead(name, known) or 'see apologint rules'}"
