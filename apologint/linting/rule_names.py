"""Whether the rules that a user names are there, and what is said of a name that is none of theirs."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Never

from apologint.config import DEFAULT_CEILINGS, Config, ConfigError
from apologint.engine.rules import Rule, RuleKind, RuleSet
from apologint.text.nearest import instead

_Keys = tuple[str | int, ...]
_REPORTED = (RuleKind.PROBLEM, RuleKind.ABSENCE)


def check_rule_names(config: Config, rules: RuleSet) -> None:
    """Refuse the name of a rule that is not there, or that is never reported.

    Raises:
        ConfigError: there is one.
    """
    reported = reported_rules(rules)
    for name, keys in _rule_names(config):
        if fault := not_reported(name, rules, reported):
            refuse(config, keys, fault)


def _rule_names(config: Config) -> Iterator[tuple[str, _Keys]]:
    """Each name of a rule in the configuration, and where it stands: a name in `Config`, then keys of the file."""
    for attribute, names in (("select", config.select), ("ignore", config.ignore)):
        yield from ((name, (attribute, index)) for index, name in enumerate(names))
    yield from ((name, ("severities", name)) for name in config.severities)
    own = [setting for setting in config.ceilings if setting not in DEFAULT_CEILINGS]
    yield from ((setting.rule, ("ceilings",)) for setting in own)
    for number, override in enumerate(config.overrides):
        ignored = enumerate(override.settings.get("ignore", ()))
        yield from ((name, ("overrides", number, "ignore", index)) for index, name in ignored)
        changed = override.settings.get("severities", ())
        yield from ((name, ("overrides", number, "severity", name)) for name in changed)


def refuse(config: Config, keys: _Keys, message: str) -> Never:
    """Refuse what stands under `keys`: a name in `Config`, then keys of its file.

    Raises:
        ConfigError: always.
    """
    attribute, *below = keys
    place = config.said.get(str(attribute))
    if place is None:
        raise ConfigError(message)
    for key in below:
        place = place.at(key)
    place.fail(message)


def reported_rules(rules: RuleSet) -> Mapping[str, Rule]:
    """Those of `rules` that can come up in a report, by their names."""
    return {rule.id: rule for kind in _REPORTED for rule in rules.of_kind(kind)}


def not_reported(name: str, rules: RuleSet, reported: Mapping[str, Rule]) -> str | None:
    """What is wrong with the name of a rule that should be one of those `reported`; None where it is one."""
    if name in reported:
        return None
    if name in rules.rules:
        return f"the rule '{name}' is a {rules.rules[name].kind}, which is no finding: leave it out"
    return unknown("rule", name, reported)


def unknown(what: str, name: str, known: Iterable[str]) -> str:
    """The complaint about a `name` that is not `known`."""
    return f"unknown {what} '{name}': {instead(name, known) or 'see apologint rules'}"
