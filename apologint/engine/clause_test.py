"""Clause patterns such as {doer: us, act: fault} as tests that a clause passes or not."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from apologint.engine.certainty import HYPOTHETICAL
from apologint.engine.objects import complement
from apologint.engine.schema import CLAUSE_BODIES, CLAUSE_WORDS, as_list
from apologint.engine.wordpattern import WordPattern

if TYPE_CHECKING:
    from apologint.engine.clauses import Clause
    from apologint.engine.document import Word
    from apologint.engine.lexicon import Lexicon

Test = Callable[["Clause"], bool]


def clause_test(body: Mapping[str, Any], lexicon: Lexicon) -> Test:
    """Whether a clause fits a body that the schema has passed.

    Where a body is silent, the clause must be positive and neither asked, told nor conditional.
    """
    tests = [_field(key, value, lexicon) for key, value in body.items()]
    if "polarity" not in body:
        tests.append(lambda clause: not clause.negative)
    if "hypothetical" not in body and not HYPOTHETICAL & set(as_list(body.get("certainty", []))):
        tests.append(lambda clause: not clause.certainty & HYPOTHETICAL)
    return lambda clause: all(test(clause) for test in tests)


def _field(key: str, value: Any, lexicon: Lexicon) -> Test:
    if key in CLAUSE_BODIES:
        return _related(key, [clause_test(each, lexicon) for each in as_list(value)])
    if key in CLAUSE_WORDS:
        return _wording(key, lexicon.notation.pattern(value))
    if isinstance(value, bool):
        return _flag(key, value)
    return _value(key, frozenset(map(str, as_list(value))))


def _value(key: str, wanted: frozenset[str]) -> Test:
    match key:
        case "act":
            return lambda c: not wanted.isdisjoint(c.acts)
        case "certainty":
            return lambda c: not wanted.isdisjoint(c.certainty)
        case "to":
            return lambda c: not wanted.isdisjoint(c.to or ("none",))
        case "link":
            return lambda c: not wanted.isdisjoint(c.links or ("none",))
        case "polarity":
            return lambda c: "any" in wanted or ("negative" if c.negative else "positive") in wanted
    if "us" in wanted:
        wanted |= {"we"}
    return lambda c: getattr(c, key) in wanted


def _flag(key: str, value: bool) -> Test:
    if key == "hypothetical":
        return lambda c: value or not c.certainty & HYPOTHETICAL
    return lambda c: getattr(c, key) is value


def _wording(key: str, pattern: WordPattern) -> Test:
    if key == "root":
        return lambda c: pattern.at(c.words, c.words.index(c.root)) is not None
    if key in ("has", "lacks"):
        return _holding(key == "has", pattern, lambda c: c.words)
    if key in ("object_has", "object_lacks"):
        return _holding(key == "object_has", pattern, lambda c: c.object_words)
    return _holding(key == "complement_has", pattern, complement)


def _holding(wanted: bool, pattern: WordPattern, part: Callable[[Clause], Sequence[Word]]) -> Test:
    """Whether a part of a clause holds the pattern, or, if that is not wanted, holds it nowhere."""
    return lambda clause: pattern.occurs(part(clause)) is wanted


def _related(key: str, tests: list[Test]) -> Test:
    def fits(clause: Clause) -> bool:
        return any(test(clause) for test in tests)

    match key:
        case "not":
            return lambda c: not fits(c)
        case "under":
            return lambda c: c.governor is not None and fits(c.governor)
        case "beneath":
            return lambda c: any(map(fits, governors(c)))
        case "over":
            return lambda c: any(c in governors(each) and fits(each) for each in c.sentence.clauses)
        case _:
            return lambda c: any(each is not c and fits(each) for each in c.sentence.clauses)


def governors(clause: Clause) -> list[Clause]:
    """The clauses that a clause hangs on, nearest first."""
    found: list[Clause] = []
    above = clause.governor
    while above is not None and above not in found:
        found.append(above)
        above = above.governor
    return found
