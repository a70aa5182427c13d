"""What a rule is once its YAML is read and checked. Nothing here needs spaCy."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Any

from apologint.model import Kind, Quality, Severity, Step

if TYPE_CHECKING:
    from apologint.engine.lexicon import Lexicon


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
class Conditions:
    """When a rule fires, and examples of where it does and does not, with their lines in the rule file, from 1."""

    when: tuple[Pattern, ...] = ()
    unless: tuple[Pattern, ...] = ()
    options: Mapping[str, Any] = field(default_factory=dict)
    bad: tuple[str, ...] = ()
    good: tuple[str, ...] = ()
    bad_lines: tuple[int, ...] = ()
    good_lines: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule as its author wrote it. `message` and `suggestion` may hold {slots} that a match fills.

    A `residual` credit is given only for words that no other credit took. `conditions` gives when it fires: most runs
    find all they need kept, and never ask.
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
    yields_to: tuple[str, ...] = ()
    conditions: Callable[[], Conditions] = field(default=Conditions, compare=False, repr=False)

    @property
    def when(self) -> tuple[Pattern, ...]:
        """The patterns of which one must hold; for an absence, those of which none may."""
        return self.conditions().when

    @property
    def unless(self) -> tuple[Pattern, ...]:
        """The patterns that stop the rule."""
        return self.conditions().unless

    @property
    def options(self) -> Mapping[str, Any]:
        """What else must hold: `place`, the places in a draft where it fires."""
        return self.conditions().options

    @property
    def bad(self) -> tuple[str, ...]:
        """Examples of what it is about: a fault, or the lack of a credit or sign."""
        return self.conditions().bad

    @property
    def good(self) -> tuple[str, ...]:
        """Examples of the opposite."""
        return self.conditions().good


def _no_words() -> Lexicon:
    from apologint.engine.lexicon import Lexicon  # noqa: PLC0415 - most runs find all they need kept

    return Lexicon()


@dataclass(frozen=True, slots=True)
class RuleSet:
    """All rules by id, in the order of their files, and what gives the word lists they draw on.

    `stamp` is a digest of all that they were made from, None where nobody made one.
    """

    rules: Mapping[str, Rule]
    words: Callable[[], Lexicon] = field(default=_no_words, compare=False, repr=False)
    stamp: bytes | None = field(default=None, compare=False)

    @property
    def lexicon(self) -> Lexicon:
        """The word lists."""
        return self.words()

    def of_kind(self, kind: RuleKind) -> list[Rule]:
        """The rules of one kind, in file order."""
        return [rule for rule in self.rules.values() if rule.kind is kind]
