"""Which pattern of a rule it was that found something: for those who mend rules."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from apologint.engine.engine import Engine
from apologint.engine.hits import Finder, Hit, View
from apologint.engine.pattern_text import flow
from apologint.engine.patterns import Compiler, Searches
from apologint.engine.rules import Pattern, Rule
from apologint.engine.schema import as_list


@dataclass(frozen=True, slots=True)
class Written:
    """A pattern as it stands in the rules; of a list of wordings each is one. `line` counts from 1."""

    rule: str
    path: Path
    line: int
    text: str


class PatternHits:
    """The patterns under `when` of some rules.

    Args:
        engine: made of the rules.
        rules: some of them.
    """

    def __init__(self, engine: Engine, rules: Iterable[Rule]) -> None:
        searches = Searches(engine.lexicon)
        self._finders: dict[str, list[tuple[Written, Pattern, Finder]]] = {}
        for rule in rules:
            compiler = Compiler(engine.lexicon, engine.nlp.vocab, rule.path, searches)
            self._finders[rule.id] = [
                (Written(rule.id, rule.path, pattern.line, _text(pattern)), pattern, compiler.finder(pattern))
                for whole in rule.when
                for pattern in _each(whole)
            ]

    @property
    def written(self) -> Iterator[Written]:
        """All patterns, in the order of the rules."""
        return (written for finders in self._finders.values() for written, *_ in finders)

    def of(self, rule: Rule, view: View) -> Iterator[tuple[Written, list[Hit]]]:
        """Each pattern of one of the rules that holds in a draft, and where; `unless` of the rule is not asked."""
        for written, _, find in self._finders[rule.id]:
            if hits := find(view):
                yield written, hits

    def silent(self, rule: Rule, views: Collection[View]) -> Iterator[Pattern]:
        """Those of one of the rules that hold in none of some drafts, each wording of a list by itself."""
        for _, pattern, find in self._finders[rule.id]:
            if not any(map(find, views)):
                yield pattern


def _each(pattern: Pattern) -> Iterator[Pattern]:
    if pattern.sort != "words":
        yield pattern
        return
    for wording in as_list(pattern.body):
        yield replace(pattern, body=wording)


def _text(pattern: Pattern) -> str:
    body = pattern.body if pattern.sort == "words" else pattern.source[pattern.sort]
    return f"{pattern.sort}: {flow(body)}"
