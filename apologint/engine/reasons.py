"""Why a pattern of a rule does not hold in a draft, for those who write rules."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Any

from apologint.engine.certainty import HYPOTHETICAL
from apologint.engine.clause_test import ANYHOW, TRAITS, ClausePatterns
from apologint.engine.clauses import Clause
from apologint.engine.hits import Hit, View, condition
from apologint.engine.lexicon import Lexicon
from apologint.engine.pattern_text import flow
from apologint.engine.patterns import Compiler
from apologint.engine.reach import Places
from apologint.engine.rules import Pattern

_WIDEST = 160
_SOME = 3
_SEARCHED_BY = ("says",)
"""Options that say what is sought; the others say under what conditions it counts."""


def shown(pattern: Pattern) -> str:
    """A pattern without its options in one line: "clause: {act: refund}"."""
    body = pattern.body
    listed = pattern.sort == "words" and isinstance(body, list)
    text = " | ".join(map(str, body)) if listed else flow(body)
    return f"{pattern.sort}: {text if len(text) <= _WIDEST else text[: _WIDEST - 3] + '...'}"


def quote(view: View, hit: Hit) -> str:
    """The words where a pattern holds, in quotes."""
    return f"'{view.parsed.text(hit.start, hit.end)}'" if hit.sentence is not None else "the whole draft"


def reasons(pattern: Pattern, compiler: Compiler, view: View) -> Iterator[str]:
    """What keeps a pattern from holding: for each of a few places where its body matches, else what came nearest."""
    sought = {name: value for name, value in pattern.options.items() if name in _SEARCHED_BY}
    hits = compiler.finder(replace(pattern, options=sought))(view)
    for hit in hits[:_SOME]:
        yield f"matched {quote(view, hit)}, but {_obstacle(pattern.options, hit, compiler, view, len(hits))}"
    if not hits and pattern.sort == "clause":
        nearest = _nearest(pattern.body, compiler.lexicon, view)
        if nearest is not None:
            clause, failing = nearest
            yield f"nearest: '{view.parsed.text(*clause.span())}', which fails on {', '.join(failing)}"


def _obstacle(options: Mapping[str, Any], hit: Hit, compiler: Compiler, view: View, number: int) -> str:
    """The first option that a match does not meet, in the order in which the engine asks."""
    parsed = view.parsed
    if options.get("mode", parsed.draft.mode) != parsed.draft.mode:
        return f"the text is read as a {parsed.draft.mode}, not as a {options['mode']}"
    words = sum(map(len, parsed.words))
    if words > options.get("within_words", words):
        return f"the text has {words} words, more than {options['within_words']}"
    if hit.sentence is not None and hit.sentence.place not in options.get("place", (hit.sentence.place,)):
        return f"its place is {hit.sentence.place}"
    for inner in options.get("and", ()):
        find, scope = compiler.finder(inner), _scope(inner)
        if not condition(find, scope)(view, hit):
            return f"'and' (line {inner.line}, where: {scope}) does not hold: {shown(inner)}"
    for inner in options.get("unless", ()):
        stopped_by = [each for each in compiler.finder(inner)(view) if Places([each]).within(hit, _scope(inner))]
        if stopped_by:
            return f"unless (line {inner.line}) holds: {quote(view, stopped_by[0])}"
    return f"at_least: {options['at_least']} is asked for, and the draft has {number}"


def _scope(pattern: Pattern) -> str:
    scope: str = pattern.options.get("where", "sentence")
    return scope


def _nearest(body: Mapping[str, Any], lexicon: Lexicon, view: View) -> tuple[Clause, list[str]] | None:
    """The clause that fails on the fewest keys of a body, and these with what they are in it."""
    patterns = ClausePatterns(lexicon)
    numbers = {key: patterns.add({**ANYHOW, key: body[key]}) for key in body}
    fitting = patterns.find(view.parsed.sentences)
    found = []
    for clause in view.parsed.clauses:
        failing = [key for key, number in numbers.items() if clause not in fitting.get(number, ())]
        found.append((len(failing), clause.root.index, clause, failing))
    if not found:
        return None
    _, _, clause, failing = min(found, key=lambda entry: entry[:2])
    return clause, [_is(key, clause) for key in failing] or [_taken_for_granted(clause, body)]


def _is(key: str, clause: Clause) -> str:
    """A key with what it is in a clause, where that can be said in a word."""
    if key == "root":
        return f"root (is '{clause.root.text}')"
    return f"{key} (is {', '.join(sorted(map(flow, TRAITS[key](clause)))) or 'none'})" if key in TRAITS else key


def _taken_for_granted(clause: Clause, body: Mapping[str, Any]) -> str:
    """What a body asks of a clause though it is silent on it."""
    if clause.negative and "polarity" not in body:
        return _is("polarity", clause)
    return f"certainty (is {', '.join(sorted(clause.certainty & HYPOTHETICAL))})"
