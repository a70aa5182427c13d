"""Whether the rules that a configuration names are there."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Never

from apologint.config import DEFAULT_CEILINGS, Config, ConfigError
from apologint.engine.rules import RuleSet
from apologint.linting.suppressions import REPORTED
from apologint.text.nearest import instead

_Keys = tuple[str | int, ...]


def check_rule_names(config: Config, rules: RuleSet) -> None:
    """Refuse the name of a rule that is not there, or that is never reported.

    Raises:
        ConfigError: there is one.
    """
    reported = {rule.id: rule for kind in REPORTED for rule in rules.of_kind(kind)}
    for name, keys in _rule_names(config):
        if name in rules.rules and name not in reported:
            fault = f"the rule '{name}' is a {rules.rules[name].kind}, which is no finding: leave it out"
            refuse(config, keys, fault)
        if name not in rules.rules:
            refuse(config, keys, unknown("rule", name, reported))


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


def unknown(what: str, name: str, known: Iterable[str]) -> str:
    """The complaint about a `name` that is not `known`."""
    return f"unknown {what} '{name}': {instead(name, known) or 'see apologint rules'}"
