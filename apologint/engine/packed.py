"""A rule set as bytes, so that a later run need not read and check the rule files again.

What every run asks of the rules stands apart from what only an engine and those who write rules need, which is most of
it and is read when it is first asked for. It is plain data: nothing in it is ever run.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from functools import cache, partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from apologint.engine.rules import Conditions, Pattern, Rule, RuleKind, RuleSet
from apologint.model import Kind, Quality, Severity, Step

if TYPE_CHECKING:
    from apologint.engine.lexicon import Act, Lexicon

_LENGTH_BYTES = 8
_PLAIN = ("id", "what", "line", "points", "residual", "message", "suggestion", "why", "source")
_CHOSEN = {"kind": RuleKind, "step": Step, "severity": Severity, "quality": Quality, "votes": Kind}
_NESTED = ("and", "unless")
_PLACES = ("place",)


def pack(rules: RuleSet) -> bytes:
    """The rule set as bytes. A pattern is written once, as its author wrote it."""
    head = _bytes([_rule(rule) for rule in rules.rules.values()])
    conditions = {rule.id: _conditions(rule.conditions()) for rule in rules.rules.values()}
    rest = _bytes({"conditions": conditions, "words": _words(rules.lexicon)})
    return len(head).to_bytes(_LENGTH_BYTES, "big") + head + rest


def unpack(data: bytes) -> RuleSet:
    """The rule set that `pack` made `data` of; the bodies of its patterns have forgotten the lines of their keys.

    Raises:
        ValueError: it was not made by `pack`.
    """
    end = _LENGTH_BYTES + int.from_bytes(data[:_LENGTH_BYTES], "big")

    @cache
    def rest() -> dict[str, Any]:
        read: dict[str, Any] = json.loads(data[end:])
        return read

    @cache
    def conditions(name: str) -> Conditions:
        return _as_conditions(rest()["conditions"][name])

    @cache
    def words() -> Lexicon:
        return _as_lexicon(rest()["words"])

    try:
        packed = json.loads(data[_LENGTH_BYTES:end])
        rules = {each["id"]: _as_rule(each, partial(conditions, each["id"])) for each in packed}
    except (TypeError, LookupError) as error:
        raise ValueError("no packed rules") from error
    return RuleSet(rules, words)


def _bytes(value: Any) -> bytes:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode()


def _rule(rule: Rule) -> dict[str, Any]:
    plain = {name: getattr(rule, name) for name in (*_PLAIN, *_CHOSEN)}
    return {**plain, "path": str(rule.path), "yields_to": rule.yields_to}


def _as_rule(packed: dict[str, Any], conditions: partial[Conditions]) -> Rule:
    for name, choices in _CHOSEN.items():
        if packed[name] is not None:
            packed[name] = choices(packed[name])
    packed["path"] = Path(packed["path"])
    packed["yields_to"] = tuple(packed["yields_to"])
    return Rule(**packed, conditions=conditions)


def _conditions(conditions: Conditions) -> dict[str, Any]:
    return {
        "when": [_pattern(pattern) for pattern in conditions.when],
        "unless": [_pattern(pattern) for pattern in conditions.unless],
        "options": {name: sorted(places) for name, places in conditions.options.items()},
        "bad": conditions.bad,
        "good": conditions.good,
        "bad_lines": conditions.bad_lines,
        "good_lines": conditions.good_lines,
    }


def _as_conditions(packed: Mapping[str, Any]) -> Conditions:
    return Conditions(
        when=tuple(map(_as_pattern, packed["when"])),
        unless=tuple(map(_as_pattern, packed["unless"])),
        options={name: frozenset(places) for name, places in packed["options"].items()},
        bad=tuple(packed["bad"]),
        good=tuple(packed["good"]),
        bad_lines=tuple(packed["bad_lines"]),
        good_lines=tuple(packed["good_lines"]),
    )


def _pattern(pattern: Pattern) -> dict[str, Any]:
    options = pattern.options
    nested = {key: [_pattern(inner) for inner in options[key]] for key in _NESTED if key in options}
    places = {key: sorted(options[key]) for key in _PLACES if key in options}
    return {"sort": pattern.sort, "line": pattern.line, "source": pattern.source, **nested, **places}


def _as_pattern(packed: Mapping[str, Any]) -> Pattern:
    sort, source = packed["sort"], packed["source"]
    options = {key: value for key, value in source.items() if key != sort}
    options |= {key: tuple(map(_as_pattern, packed[key])) for key in _NESTED if key in packed}
    options |= {key: frozenset(packed[key]) for key in _PLACES if key in packed}
    return Pattern(sort, source[sort], options, source, packed["line"])


def _words(lexicon: Lexicon) -> dict[str, Any]:
    keys = sorted(lexicon.notation.vocabulary.keys)
    number = {key: at for at, key in enumerate(keys)}
    return {
        "words": lexicon.words,
        "synonyms": {word: sorted(others) for word, others in lexicon.synonyms.items()},
        "acts": {name: _act(act) for name, act in lexicon.acts.items()},
        "people": {who: {part: sorted(words) for part, words in of.items()} for who, of in lexicon.people.items()},
        "lists": {name: sorted(words) for name, words in lexicon.lists.items()},
        "maps": lexicon.maps,
        "keys": keys,
        "beginnings": {
            source: [keys if keys is None else [number[key] for key in keys] for keys in beginning]
            for source, beginning in lexicon.notation.beginnings.items()
        },
    }


def _as_lexicon(packed: Mapping[str, Any]) -> Lexicon:
    from apologint.engine.lexicon import Lexicon  # noqa: PLC0415 - only an engine asks for words

    lexicon = Lexicon(words=packed["words"])
    key = packed["keys"].__getitem__
    beginnings = {
        source: (frozenset(map(key, first)), then if then is None else frozenset(map(key, then)))
        for source, (first, then) in packed["beginnings"].items()
    }
    lexicon.notation.cut_off(packed["lists"].get("contractions", ()))
    lexicon.notation.expect(beginnings, packed["keys"])
    for word, others in packed["synonyms"].items():
        lexicon.add_synonyms(word, others)
    lexicon.acts.update((name, _as_act(each, lexicon)) for name, each in packed["acts"].items())
    for who, parts in packed["people"].items():
        for part, words in parts.items():
            lexicon.add_person(who, part, words)
    lexicon.lists.update((name, frozenset(words)) for name, words in packed["lists"].items())
    for name, by_key in packed["maps"].items():
        lexicon.maps[name] = {key: tuple(words) for key, words in by_key.items()}
    return lexicon


def _act(act: Act) -> dict[str, Any]:
    return {
        "verbs": {
            verb: [[sorted(part) for part in entry.rest] for entry in entries] for verb, entries in act.verbs.items()
        },
        "nouns": sorted(act.nouns),
        "adjectives": sorted(act.adjectives),
        "manner": act.manner_words,
    }


def _as_act(packed: Mapping[str, Any], lexicon: Lexicon) -> Act:
    from apologint.engine.lexicon import Act, VerbEntry  # noqa: PLC0415 - as above

    act = Act(nouns=frozenset(packed["nouns"]), adjectives=frozenset(packed["adjectives"]))
    for verb, entries in packed["verbs"].items():
        act.verbs[verb] = [VerbEntry(verb, tuple(map(frozenset, rest))) for rest in entries]
    if packed["manner"]:
        act.say_manner(packed["manner"], lexicon.notation)
    return act
