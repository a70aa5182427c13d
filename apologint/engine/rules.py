"""What a rule is once its YAML is read and checked. Nothing here needs spaCy."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path
from typing import Any

from apologint.engine.lexicon import Lexicon
from apologint.model import Kind, Quality, Severity, Step


class RuleKind(StrEnum):
    """What a rule's match becomes: a finding, evidence, a finding on the whole draft, or a vote on its kind."""

    PROBLEM = "problem"
    CREDIT = "credit"
    ABSENCE = "absence"
    SIGNAL = "signal"


class RuleError(Exception):
    """A rule file that cannot be used; the text names file, line, what is wrong and what was expected."""

    def __init__(self, path: Path, line: int, message: str) -> None:
        super().__init__(f"{path}:{line}: {message}")
        self.path = path
        self.line = line
        self.message = message


class UnknownWordListError(Exception):
    """Words were given for a list that no rule file has; `name` is what was asked for, `known` are the lists."""

    def __init__(self, name: str, known: Iterable[str]) -> None:
        super().__init__(f"unknown word list '{name}'")
        self.name = name
        self.known = tuple(known)


@dataclass(frozen=True, slots=True)
class Pattern:
    """One entry under `when`, `unless` or `lacks`: its sort (clause, words, tokens, tree, rule, ...) and its body.

    `source` is the entry as written, for `explain`; `line` counts from 1 in the rule file.
    """

    sort: str
    body: Any
    options: Mapping[str, Any]
    source: Mapping[str, Any]
    line: int


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule as its author wrote it. `message` and `suggestion` may hold {slots} that a match fills.

    A `residual` credit is given only for words that no other credit took.
    """

    id: str
    kind: RuleKind
    what: str
    path: Path
    line: int
    step: Step | None = None
    severity: Severity | None = None
    quality: Quality | None = None
    votes: Kind | None = None
    points: float = 0.0
    residual: bool = False
    message: str = ""
    suggestion: str = ""
    why: str = ""
    source: str = ""
    when: tuple[Pattern, ...] = ()
    unless: tuple[Pattern, ...] = ()
    yields_to: tuple[str, ...] = ()
    options: Mapping[str, Any] = field(default_factory=dict)
    bad: tuple[str, ...] = ()
    good: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class RuleSet:
    """All rules by id, in the order of their files, with the word lists they draw on."""

    rules: Mapping[str, Rule]
    lexicon: Lexicon = field(default_factory=Lexicon)

    def of_kind(self, kind: RuleKind) -> list[Rule]:
        """The rules of one kind, in file order."""
        return [rule for rule in self.rules.values() if rule.kind is kind]
