"""The one place that ties the rooms together: drafts in, reports out."""

from __future__ import annotations

from collections.abc import Generator, Iterable, Iterator
from contextlib import AbstractContextManager, closing, nullcontext
from dataclasses import replace
from functools import cached_property
from itertools import groupby
from typing import TYPE_CHECKING

from apologint.config import Config
from apologint.config.overrides import settings_for
from apologint.engine.stamp import pipeline_stamp
from apologint.linting.analyst import Analyst
from apologint.linting.file_linter import FileLinter
from apologint.linting.gatekeeper import Gatekeeper
from apologint.linting.gates import judged
from apologint.linting.loading import EngineLoader, rules_of
from apologint.linting.rule_names import check_rule_names
from apologint.model import Analysis, Draft, Report

if TYPE_CHECKING:
    from apologint.baseline.hold_back import HoldBack
    from apologint.cache.store import Analyses
    from apologint.engine.engine import Engine


class Linter:
    """Lints drafts by one configuration. The rules are read at once, spaCy is loaded with the first draft it must read.

    Args:
        config: all settings; without it the defaults.
        jobs: in how many processes drafts are read at most; more than this one are started where there is enough to do.

    Raises:
        RuleError: a rule file cannot be used.
        ConfigError: the configuration names a rule or word list that is not there.
    """

    def __init__(self, config: Config | None = None, *, jobs: int = 1) -> None:
        self.config = config or Config()
        self.jobs = jobs
        self.rules = rules_of(self.config, self.config.cache_folder)
        self.load = EngineLoader(self.config, self.rules)
        check_rule_names(self.config, self.rules)

    @property
    def engine(self) -> Engine:
        """The rules, compiled for the configured spaCy pipeline.

        Raises:
            ModelError: the pipeline is missing or does not fit.
            RuleError: a pattern that spaCy refuses.
        """
        return self.load()

    @cached_property
    def _pipeline(self) -> tuple[str, bytes] | None:
        return pipeline_stamp(self.config.model)

    @property
    def model(self) -> str:
        """The name and version of the parser, "en_core_web_sm 3.8.0".

        Raises:
            ModelError: the pipeline is missing or does not fit.
            RuleError: a pattern that spaCy refuses.
        """
        return self._pipeline[0] if self._pipeline else self.engine.model

    @cached_property
    def hold_back(self) -> HoldBack | None:
        """The baseline in use, None where the configuration names none.

        Raises:
            ConfigError: it cannot be read.
        """
        if self.config.baseline is None:
            return None
        from apologint.baseline.file import read_baseline  # noqa: PLC0415 - few runs have one
        from apologint.baseline.hold_back import HoldBack  # noqa: PLC0415

        return HoldBack(read_baseline(self.config.baseline))

    def check(self, drafts: Iterable[Draft]) -> Iterator[Report]:
        """One report for each draft, soon after it is there: the first at once, later ones a few together.

        A `Draft` made by hand is taken as it is: only `lint` and the readers in `sources` find its placeholders and
        what in it is quoted or code.

        Raises:
            ModelError: the spaCy pipeline is missing or does not fit.
            RuleError: a pattern that spaCy refuses.
            ConfigError: the baseline cannot be read.
        """
        with closing(self._analyses(drafts)) as analyses:
            for path, of_file in groupby(analyses, key=lambda pair: pair[0].path):
                config = settings_for(self.config, path)
                known = self.hold_back.of_file(path) if self.hold_back else None
                for report in FileLinter(config, self.rules).reports(of_file):
                    held, low = known.of(report) if known else (report, None)
                    yield judged(held, config, low)

    def _analyses(self, drafts: Iterable[Draft]) -> Generator[tuple[Draft, Analysis], None, None]:
        with self._kept() as kept:
            analyst = Analyst(self.load, kept, self._gatekeeper, self.jobs)
            yield from analyst.analyses(self._as_configured(drafts))

    def keep(self) -> None:
        """Keep what this run can find out for later ones and did not need itself."""
        self._gatekeeper.keep()

    @cached_property
    def _gatekeeper(self) -> Gatekeeper:
        return Gatekeeper(self.load, self.config.cache_folder if self._key else None, self._key or b"")

    def _kept(self) -> AbstractContextManager[Analyses | None]:
        """The analyses of earlier runs with the same rules, parser and program; None where they cannot be told."""
        folder = self.config.cache_folder
        if folder is None or self._key is None:
            return nullcontext()
        from apologint.cache.store import Analyses  # noqa: PLC0415 - brings in a database

        return Analyses(folder, self._key)

    @cached_property
    def _key(self) -> bytes | None:
        """What analyses depend on besides the draft."""
        return self.rules.stamp + self._pipeline[1] if self.rules.stamp and self._pipeline else None

    def _as_configured(self, drafts: Iterable[Draft]) -> Iterator[Draft]:
        """The drafts with what the configuration says of their file and they do not say themselves."""
        for path, of_file in groupby(drafts, key=lambda draft: draft.path):
            config = settings_for(self.config, path)
            mode = config.mode if config.mode is not self.config.mode else None
            for draft in of_file:
                yield replace(draft, mode=mode or draft.mode, kind=draft.kind or config.kind)
