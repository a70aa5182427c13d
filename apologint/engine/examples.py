"""Tries every rule on its own examples, and finds patterns that no example makes fire."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from apologint.engine.engine import Engine
from apologint.engine.hits import View
from apologint.engine.pattern_hits import PatternHits
from apologint.engine.pattern_text import flow
from apologint.engine.rules import Rule, RuleKind
from apologint.model import Draft, Kind

Reader = Callable[[str], Draft]


@dataclass(frozen=True, slots=True)
class ExampleResult:
    """One example of a rule: whether the rule should fire on it, and whether that holds. `line` is its own, from 1."""

    rule: str
    text: str
    expected: bool
    held: bool
    path: Path
    line: int


@dataclass(frozen=True, slots=True)
class Checked:
    """All examples tried, and the patterns that fire in none: (rule id, line, pattern)."""

    results: tuple[ExampleResult, ...]
    silent_patterns: tuple[tuple[str, int, str], ...]

    def __iter__(self) -> Iterator[ExampleResult]:
        """The results, in the order of the rules."""
        return iter(self.results)


def check_examples(engine: Engine, read: Reader = Draft, only: Iterable[str] | None = None) -> Checked:
    """Try the examples of all rules, or only of some.

    Args:
        engine: the compiled rules.
        read: makes a draft of a text (finds placeholders, quotes and code).
        only: rule ids; None tries every rule.
    """
    chosen = set(only) if only is not None else set(engine.ruleset.rules)
    results: list[ExampleResult] = []
    silent: list[tuple[str, int, str]] = []
    for rule in engine.ruleset.rules.values():
        if rule.id not in chosen:
            continue
        texts = list(dict.fromkeys((*rule.bad, *rule.good)))
        views = dict(zip(texts, engine.views(list(map(read, texts))), strict=True))
        fires_on_bad = rule.kind in (RuleKind.PROBLEM, RuleKind.ABSENCE)
        written = rule.conditions()
        for examples, lines, expected in (
            (rule.bad, written.bad_lines, fires_on_bad),
            (rule.good, written.good_lines, not fires_on_bad),
        ):
            for text, line in zip(examples, lines, strict=True):
                held = fires(engine, rule, views[text]) is expected
                results.append(ExampleResult(rule.id, text, expected, held, rule.path, line))
        if rule.kind is not RuleKind.ABSENCE:
            silent += _silent(engine, rule, list(views.values()))
    return Checked(tuple(results), tuple(silent))


def fires(engine: Engine, rule: Rule, view: View) -> bool:
    """Whether a rule fires on a draft that is taken for an apology."""
    if rule.kind in (RuleKind.CREDIT, RuleKind.SIGNAL):
        return bool(view.hits(rule.id))
    analysis = engine.judge(view, Kind.APOLOGY)
    return any(match.rule == rule.id for match in (*analysis.problems, *analysis.absences))


def _silent(engine: Engine, rule: Rule, views: list[View]) -> Iterator[tuple[str, int, str]]:
    for pattern in PatternHits(engine, [rule]).silent(rule, views):
        yield rule.id, pattern.line, f"{pattern.sort}: {flow(pattern.body)}"
