"""A rule in words, from its YAML alone."""

from __future__ import annotations

import textwrap
from collections.abc import Iterable, Iterator
from typing import Any

import yaml

from apologint.engine.rules import Pattern, Rule, RuleKind

_INDENT = "  "
_SOME = 4
_FLAGS = {
    RuleKind.PROBLEM: "What it flags",
    RuleKind.CREDIT: "What it credits",
    RuleKind.ABSENCE: "What it misses",
    RuleKind.SIGNAL: "What it takes as a sign",
}
_EXAMPLES = {
    RuleKind.PROBLEM: ("Bad example", "Good example"),
    RuleKind.CREDIT: ("Does not earn it", "Earns it"),
    RuleKind.ABSENCE: ("Lacks it", "Has it"),
    RuleKind.SIGNAL: ("Does not show it", "Shows it"),
}


def explain_rule(rule: Rule, width: int, whole: bool) -> Iterator[tuple[str, str]]:
    """The parts of the explanation in order: a heading, and its text in indented lines of at most `width` cells.

    All examples and the patterns belong to the `whole` of it only.
    """
    bad, good = _EXAMPLES[rule.kind]
    shown = None if whole else _SOME
    parts = (
        (_FLAGS[rule.kind], _prose([rule.what], width)),
        ("What it says", _prose([rule.message], width)),
        ("Why customers mind", _prose([rule.why], width)),
        ("Source", _prose([rule.source], width)),
        ("What to write instead", _prose([rule.suggestion], width)),
        (bad, _prose(rule.bad[:shown], width)),
        (good, _prose(rule.good[:shown], width)),
        (f"Patterns ({rule.path}:{rule.line})", _patterns(rule) if whole else ""),
    )
    return (part for part in parts if part[1])


def standing(rule: Rule) -> str:
    """What a rule is in a few words: "problem, responsibility, error"."""
    says = rule.severity or rule.quality or (rule.votes and f"votes {rule.points:g} for {rule.votes}")
    return ", ".join(part for part in (rule.kind, rule.step, says) if part)


def _prose(paragraphs: Iterable[str], width: int) -> str:
    filled = (
        textwrap.fill(text, width, initial_indent=_INDENT, subsequent_indent=_INDENT * 2, break_on_hyphens=False)
        for text in paragraphs
        if text
    )
    return "\n".join(filled)


def _patterns(rule: Rule) -> str:
    found = "lacks" if rule.kind is RuleKind.ABSENCE else "when"
    written = {
        found: _sources(rule.when),
        "unless": _sources(rule.unless),
        "yields_to": list(rule.yields_to),
        **{name: _plain(value) for name, value in rule.options.items()},
    }
    kept = {name: value for name, value in written.items() if value}
    text: str = yaml.safe_dump(kept, sort_keys=False, default_flow_style=None, allow_unicode=True, width=96)
    return textwrap.indent(text.rstrip(), _INDENT)


def _sources(patterns: Iterable[Pattern]) -> list[Any]:
    return [_plain(pattern.source) for pattern in patterns]


def _plain(value: Any) -> Any:
    """The same in the types that YAML writes without tags."""
    if isinstance(value, dict):
        return {key: _plain(item) for key, item in value.items()}
    if isinstance(value, set | frozenset):
        return sorted(value)
    if isinstance(value, list | tuple):
        return [_plain(item) for item in value]
    return value
