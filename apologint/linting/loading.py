"""The rules of a configuration, and the engine that is made of them."""

from __future__ import annotations

import os
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from apologint.builtin import builtin_rules_dir
from apologint.cache.kept import KeptFiles
from apologint.collector import no_collection
from apologint.config import Config, ConfigError
from apologint.config.place import from_here
from apologint.engine.lean_spacy import without_command_line
from apologint.engine.packed import pack, unpack
from apologint.engine.rules import RuleError, RuleSet, UnknownWordListError
from apologint.engine.stamp import code_stamp, rules_stamp
from apologint.linting.rule_names import refuse, unknown
from apologint.linting.suppressions import UNUSED
from apologint.timing import stage

if TYPE_CHECKING:
    from apologint.engine.engine import Engine

_KEPT = "rules"


class EngineLoader:
    """Gives the engine for a configuration, which is loaded when it is first asked for.

    Another process gets one without an engine.
    """

    def __init__(self, config: Config, rules: RuleSet | None = None) -> None:
        self._config = config
        self._rules = rules
        self._engine: Engine | None = None

    def __call__(self) -> Engine:
        """The engine.

        Raises:
            ModelError: the pipeline is missing or does not fit.
            RuleError: a pattern that spaCy refuses.
        """
        if self._engine is None:
            with stage("loading the parser"), no_collection(lasting=True), without_command_line():
                from apologint.engine.engine import Engine  # noqa: PLC0415 - brings in spaCy

                self._engine = Engine(self._rules or rules_of(self._config), self._config.model)
        return self._engine

    def __reduce__(self) -> tuple[type[EngineLoader], tuple[Config]]:
        return EngineLoader, (self._config,)


def rules_of(config: Config, cache: Path | None = None) -> RuleSet:
    """The rules that a configuration asks for, the built-in ones and its own.

    In the folder `cache` they are kept for the next run, so that it need not read and check their files again; they
    have a stamp then.

    Raises:
        RuleError: a rule file cannot be used.
        ConfigError: it names a folder or a word list that is not there, or no rules at all.
    """
    folders = _folders(config)
    if not folders:
        raise ConfigError("the built-in rules are switched off: name a folder of your own with --rules")
    with no_collection():
        rules = _kept(config, folders, cache) if cache else _read(config, folders)
    return replace(rules, rules={**rules.rules, UNUSED.id: UNUSED})


def _folders(config: Config) -> list[Path]:
    return [*([builtin_rules_dir()] if config.builtin_rules else []), *config.rule_dirs]


def _read(config: Config, folders: Sequence[Path]) -> RuleSet:
    from apologint.engine.loader import load_rules  # noqa: PLC0415 - brings in YAML

    try:
        return load_rules(folders, extra_words=config.lexicons, extra_people=config.people)
    except UnknownWordListError as error:
        refuse(config, ("lexicons", error.name), unknown("word list", error.name, error.known))
    except RuleError as error:
        if error.path in config.rule_dirs:  # the folder itself, and no file in it
            number = config.rule_dirs.index(error.path)
            refuse(config, ("rule_dirs", number), f"{from_here(error.path)} {error.message}")
        raise


def _kept(config: Config, folders: Sequence[Path], cache: Path) -> RuleSet:
    files, stamp = KeptFiles(cache), _stamp(config, folders)
    key = b"\0".join((stamp, *map(os.fsencode, folders)))  # a rule knows the path of its file
    packed = files.read(_KEPT, key)
    if packed is not None:
        with suppress(ValueError):
            return replace(unpack(packed), stamp=stamp)
    rules = _read(config, folders)
    if _stamp(config, folders) != stamp:  # a file was changed meanwhile
        return rules
    files.write(_KEPT, key, pack(rules))
    return replace(rules, stamp=stamp)


def _stamp(config: Config, folders: Sequence[Path]) -> bytes:
    return code_stamp() + rules_stamp(folders, config.lexicons, config.people)
