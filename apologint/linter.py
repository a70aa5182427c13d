"""The one place that ties the rooms together: drafts in, reports out."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import cached_property
from typing import TYPE_CHECKING

from apologint import scoring
from apologint.collector import no_collection
from apologint.config import DEFAULT_CEILINGS, Config, ConfigError, FailOn
from apologint.counted import counted
from apologint.engine.builtin import builtin_rules_dir
from apologint.engine.loader import load_rules
from apologint.engine.rules import RuleKind, RuleSet, UnknownWordListError
from apologint.model import Analysis, Draft, Finding, Match, Report, Severity
from apologint.nearest import instead

if TYPE_CHECKING:
    from apologint.engine.engine import Engine

_WORST_FIRST = tuple(Severity)
_REPORTED = (RuleKind.PROBLEM, RuleKind.ABSENCE)


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
        return map(self._report, drafts)

    def _report(self, draft: Draft) -> Report:
        fault = draft.fault or self.config.fault
        analysis = self.engine.analyse(draft, kind=draft.kind or self.config.kind)
        scored = scoring.score(self._selected(analysis), draft, self.rules, self.config, fault)
        failures = tuple(self._failures(scored.score, scored.findings))
        return Report(
            draft=draft,
            kind=analysis.kind,
            fault=fault,
            score=scored.score,
            grade=scored.grade,
            passed=not failures,
            ceiling=scored.ceiling,
            steps=scored.steps,
            findings=scored.findings,
            failures=failures,
        )

    def _selected(self, analysis: Analysis) -> Analysis:
        return replace(
            analysis,
            problems=tuple(filter(self._is_selected, analysis.problems)),
            absences=tuple(filter(self._is_selected, analysis.absences)),
        )

    def _is_selected(self, match: Match) -> bool:
        selected = not self.config.select or match.rule in self.config.select
        return selected and match.rule not in self.config.ignore

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
        return load_rules(folders, extra_words=config.lexicons)
    except UnknownWordListError as error:
        raise ConfigError(_unknown("word list", error.name, error.known)) from error


def _check_rule_names(config: Config, rules: RuleSet) -> None:
    reported = {rule.id: rule for kind in _REPORTED for rule in rules.of_kind(kind)}
    own_ceilings = [setting.rule for setting in config.ceilings if setting not in DEFAULT_CEILINGS]
    for name in (*config.select, *config.ignore, *config.severities, *own_ceilings):
        if name in rules.rules and name not in reported:
            raise ConfigError(f"the rule '{name}' is a {rules.rules[name].kind}, which is no finding: leave it out")
        if name not in rules.rules:
            raise ConfigError(_unknown("rule", name, reported))


def _unknown(what: str, name: str, known: Iterable[str]) -> str:
    return f"unknown {what} '{name}': {instead(name, known) or 'see apologint rules'}"
