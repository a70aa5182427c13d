"""The JSON schema of a rule file, made from the tables that the loader checks by.

It knows shapes only: whether an act, a word list or a rule that is named exists, only the loader can tell.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from apologint.engine.lexicon import ACT_FIELDS, GRAMMAR_LISTS, MAP_KEYS
from apologint.engine.reach import SCOPES
from apologint.engine.rule_ids import RULE_ID, TAKEN_IDS
from apologint.engine.rules import RuleKind
from apologint.engine.schema import (
    CLAUSE_BODIES,
    CLAUSE_KEYS,
    CLAUSE_VALUES,
    CLAUSE_WORDS,
    FILE_KEYS,
    FLAGS,
    NOT_IN_KIND,
    ONE_WORD,
    OPTIONS,
    PLACEHOLDERS,
    PLACES,
    PLAIN_WORDS,
    QUALITIES,
    RULE_KEYS,
    SHORT_GAP,
    SORTS,
)
from apologint.engine.slots import MESSAGE
from apologint.json_schema import DIALECT, JsonSchema
from apologint.model import Kind, Mode, Severity, Step
from apologint.persons import PERSON_FIELDS, PERSONS

_TEXT: JsonSchema = {"type": "string"}
_FLAG: JsonSchema = {"type": "boolean"}
_TEXTS: JsonSchema = {"type": ["array", "null"], "items": _TEXT}
_FROM_ONE: JsonSchema = {"type": "integer", "minimum": 1}
_CLAUSE: JsonSchema = {"$ref": "#/$defs/clause"}
_PATTERNS: JsonSchema = {"type": "array", "items": {"$ref": "#/$defs/pattern"}}
_TOLD = ("severity", "message", "suggestion", "why")
_NEEDED: Mapping[RuleKind, tuple[str, ...]] = {
    RuleKind.PROBLEM: (*_TOLD, "when"),
    RuleKind.CREDIT: ("quality", "when"),
    RuleKind.ABSENCE: (*_TOLD, "lacks"),
    RuleKind.SIGNAL: ("votes", "when"),
}


def rule_schema() -> JsonSchema:
    """What may stand in a rule file."""
    sections = {
        "words": {"type": ["object", "null"], "additionalProperties": _TEXTS},
        "synonyms": {
            "type": ["object", "null"],
            "propertyNames": {"pattern": f"^{ONE_WORD.pattern}$"},
            "additionalProperties": {"type": "array", "items": {"type": "string", "pattern": f"^{ONE_WORD.pattern}$"}},
        },
        "acts": {"type": ["object", "null"], "additionalProperties": _alike(ACT_FIELDS, _TEXTS)},
        "people": _or_nothing(_alike(PERSONS, _alike(PERSON_FIELDS, _TEXTS))),
        "grammar": _grammar(),
        "step": {"enum": list(Step)},
        "rules": {"type": ["array", "null"], "items": {"$ref": "#/$defs/rule"}},
    }
    names_its_step = {
        "if": {"properties": {"kind": {"const": RuleKind.SIGNAL}}, "required": ["kind"]},
        "else": {"required": ["step"]},
    }
    return {
        "$schema": DIALECT,
        "title": "Rules of apologint",
        **_closed(FILE_KEYS, sections),
        "if": {"not": {"required": ["step"]}},
        "then": {"properties": {"rules": {"items": names_its_step}}},
        "$defs": {"rule": _rule(), "pattern": _pattern(), "clause": _clause()},
    }


def _rule() -> JsonSchema:
    examples = {"type": "array", "items": _TEXT, "minItems": 1}
    conditions = {**_PATTERNS, "minItems": 1}
    keys: Mapping[str, JsonSchema] = {
        "id": {
            **_TEXT,
            "pattern": f"^{RULE_ID.pattern}$",
            "not": {"enum": list(TAKEN_IDS)},
            "description": "Its name, with hyphens. Other programs and suppressions use it.",
        },
        "kind": {"enum": list(RuleKind), "description": "What its match becomes."},
        "step": {"enum": list(Step), "description": "The step it is about; else that of the file."},
        "severity": {"enum": list(Severity)},
        "quality": {"enum": list(QUALITIES), "description": "How well these words fulfil the step."},
        "votes": {"enum": list(Kind), "description": "The kind of message that this is a sign of."},
        "points": {"type": "number", "description": "How much the vote counts."},
        "what": {**_TEXT, "description": "What it sees, in a sentence."},
        "message": {
            **_TEXT,
            "pattern": f"^{MESSAGE.pattern}$",
            "description": "What is told; {words}, {act}, {doer} and {object} are filled in.",
        },
        "suggestion": {**_TEXT, "description": "What to write instead."},
        "why": {**_TEXT, "description": "Why customers mind."},
        "source": {**_TEXT, "description": "The study or guide it comes from."},
        "when": {**conditions, "description": "It fires where one of these does ..."},
        "unless": {**_PATTERNS, "description": "... and none of these."},
        "lacks": {**conditions, "description": "It fires where none of these is in the message."},
        "yields_to": {**_TEXTS, "description": "Rules that are told in its place where they fire on the same words."},
        "residual": {**_FLAG, "description": "Only words that no other credit took."},
        "place": _some_of(PLACES),
        "examples": {**_alike(("bad", "good"), examples), "required": ["bad", "good"]},
    }
    return {
        **_closed(RULE_KEYS, keys),
        "required": ["id", "kind", "what", "examples"],
        "allOf": [_of_kind(kind) for kind in RuleKind],
    }


def _of_kind(kind: RuleKind) -> JsonSchema:
    return {
        "if": {"properties": {"kind": {"const": kind}}, "required": ["kind"]},
        "then": {
            "required": list(_NEEDED[kind]),
            "properties": dict.fromkeys(sorted(NOT_IN_KIND[kind]), False),
        },
    }


def _pattern() -> JsonSchema:
    any_word = {"type": "object", "required": ["OP"], "maxProperties": 1}
    gap = {"properties": {"OP": {"pattern": f"^(?:{SHORT_GAP.pattern})$"}}}
    tokens = {"type": "array", "items": {"if": any_word, "then": gap}}
    keys: Mapping[str, JsonSchema] = {
        "clause": _CLAUSE,
        "words": {"type": ["string", "array"], "items": _TEXT},
        "tokens": tokens,
        "tree": tokens,
        "rule": _TEXT,
        "step": {"enum": list(Step)},
        "placeholder": {"enum": list(PLACEHOLDERS)},
        "where": {"enum": list(SCOPES)},
        "tag": _TEXT,
        "at_least": _FROM_ONE,
        "within_words": _FROM_ONE,
        "first": _FLAG,
        "and": _PATTERNS,
        "unless": _PATTERNS,
        "mode": {"enum": list(Mode)},
        "place": _some_of(PLACES),
        "says": {"type": "array", "items": {**_TEXT, "pattern": rf"^(?:\$.*|{PLAIN_WORDS.pattern})$"}},
    }
    return {
        **_closed((*SORTS, *OPTIONS), keys),
        "oneOf": [{"required": [sort]} for sort in SORTS],
        "dependentRequired": {"says": ["placeholder"]},
    }


def _clause() -> JsonSchema:
    keys: dict[str, JsonSchema] = {"act": {"type": ["string", "array"], "items": _TEXT}}
    keys |= {key: _some_of(values) for key, values in CLAUSE_VALUES.items()}
    keys |= dict.fromkeys(FLAGS, _FLAG)
    keys |= {key: {"anyOf": [_CLAUSE, {"type": "array", "items": _CLAUSE}]} for key in CLAUSE_BODIES}
    keys |= dict.fromkeys(CLAUSE_WORDS, _TEXT)
    return _closed(CLAUSE_KEYS, keys)


def _grammar() -> JsonSchema:
    maps = {name: _alike(keys, _TEXTS) for name, keys in MAP_KEYS.items()}
    return _or_nothing(_closed((*GRAMMAR_LISTS, *MAP_KEYS), {**dict.fromkeys(GRAMMAR_LISTS, _TEXTS), **maps}))


def _some_of(values: Iterable[str]) -> JsonSchema:
    """One of some values, or a list of them."""
    one = {"enum": list(values)}
    return {"anyOf": [one, {"type": "array", "items": one}]}


def _closed(keys: Iterable[str], schemas: Mapping[str, JsonSchema]) -> JsonSchema:
    """A mapping with `keys`, each by its schema, and no others."""
    return {
        "type": "object",
        "properties": {key: schemas[key] for key in keys},
        "additionalProperties": False,
    }


def _alike(keys: Iterable[str], schema: JsonSchema) -> JsonSchema:
    """A mapping with `keys` and no others, all by one schema."""
    return _closed(keys, dict.fromkeys(keys, schema))


def _or_nothing(schema: JsonSchema) -> JsonSchema:
    return {**schema, "type": [schema["type"], "null"]}
