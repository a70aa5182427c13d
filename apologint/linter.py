"""The one place that ties the rooms together: drafts in, reports out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import cached_property
from itertools import groupby
from typing import TYPE_CHECKING

from apologint.baseline import HoldBack, read_baseline
from apologint.collector import no_collection
from apologint.config import Config, ConfigError
from apologint.engine.builtin import builtin_rules_dir
from apologint.engine.loader import load_rules
from apologint.engine.rules import RuleSet, UnknownWordListError
from apologint.file_linter import FileLinter
from apologint.gates import judged
from apologint.model import Draft, Report
from apologint.overrides import settings_for
from apologint.rule_names import check_rule_names, refuse, unknown
from apologint.suppressions import UNUSED

if TYPE_CHECKING:
    from apologint.engine.engine import Engine


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
        check_rule_names(self.config, self.rules)

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

    @cached_property
    def hold_back(self) -> HoldBack | None:
        """The baseline in use, None where the configuration names none.

        Raises:
            ConfigError: it cannot be read.
        """
        return HoldBack(read_baseline(self.config.baseline)) if self.config.baseline else None

    def check(self, drafts: Iterable[Draft]) -> Iterator[Report]:
        """One report for each draft, as soon as it is there.

        A `Draft` made by hand is taken as it is: only `lint` and the readers in `sources` find its placeholders and
        what in it is quoted or code.

        Raises:
            ModelError: the spaCy pipeline is missing or does not fit.
            RuleError: a pattern that spaCy refuses.
            ConfigError: the baseline cannot be read.
        """
        for path, of_file in groupby(drafts, key=lambda draft: draft.path):
            config = settings_for(self.config, path)
            mode = config.mode if config.mode is not self.config.mode else None
            known = self.hold_back.of_file(path) if self.hold_back else None
            for report in FileLinter(config, self.rules, self.engine, mode).reports(of_file):
                held, low = known.of(report) if known else (report, None)
                yield judged(held, config, low)


def _load_rules(config: Config) -> RuleSet:
    folders = [*([builtin_rules_dir()] if config.builtin_rules else []), *config.rule_dirs]
    if not folders:
        raise ConfigError("the built-in rules are switched off: name a folder of your own with --rules")
    try:
        rules = load_rules(folders, extra_words=config.lexicons, extra_people=config.people)
    except UnknownWordListError as error:
        refuse(config, ("lexicons", error.name), unknown("word list", error.name, error.known))
    return replace(rules, rules={**rules.rules, UNUSED.id: UNUSED})
