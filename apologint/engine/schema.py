"""What may stand in a rule file, and the complaints when something else does."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any, NoReturn

from apologint.engine.certainty import CERTAINTIES
from apologint.engine.lexicon import TIMES, Lexicon
from apologint.engine.links import LINKS
from apologint.engine.naming import NAMING
from apologint.engine.people import OWNERS, WHO
from apologint.engine.rules import RuleError, RuleKind
from apologint.engine.wordpattern import WordPatternError
from apologint.text.nearest import nearest
from apologint.yaml_lines.values import LineDict, LineList

FILE_KEYS = ("words", "synonyms", "acts", "people", "grammar", "step", "rules")
RULE_KEYS = (
    "id", "kind", "step", "severity", "quality", "votes", "points", "what", "message", "suggestion", "why", "source",
    "when", "unless", "lacks", "yields_to", "residual", "place", "examples",
)  # fmt: skip
NOT_IN_KIND = {
    RuleKind.PROBLEM: {"quality", "votes", "points", "lacks", "residual"},
    RuleKind.CREDIT: {"severity", "votes", "points", "lacks", "message", "suggestion"},
    RuleKind.ABSENCE: {"quality", "votes", "points", "place", "yields_to", "residual"},
    RuleKind.SIGNAL: {"severity", "quality", "message", "suggestion", "lacks", "residual"},
}
PLACES = ("subject", "greeting", "opening", "body", "last", "closing", "signature")
SORTS = ("clause", "words", "tokens", "tree", "rule", "step", "placeholder")
OPTIONS = ("where", "tag", "at_least", "within_words", "first", "and", "unless", "mode", "place", "says")
CLAUSE_VALUES: Mapping[str, tuple[str, ...]] = {
    "doer": WHO,
    "subject": WHO,
    "owner": OWNERS,
    "to": OWNERS,
    "object": NAMING,
    "certainty": CERTAINTIES,
    "polarity": ("positive", "negative", "any"),
    "time": (*TIMES, "none"),
    "link": (*LINKS, "none"),
    "place": PLACES,
    "passive": (),
    "nominal": (),
    "hypothetical": (),
}
FLAGS = ("passive", "nominal", "hypothetical")
PLACEHOLDERS = ("fill-in", "merge", "can-be-empty", "any")
QUALITIES = ("weak", "met")
CLAUSE_BODIES = ("under", "beneath", "over", "joined_to", "not")
CLAUSE_WORDS = ("has", "lacks", "object_has", "object_lacks", "complement_has", "complement_lacks", "root")
_LISTED_AT_MOST = 40
_SOME = 8
ONE_WORD = re.compile(r"\w+(?:-\w+)*")
PLAIN_WORDS = re.compile(r"[A-Za-z]+(?: [A-Za-z]+)*")
SHORT_GAP = re.compile(r"[!?]|\{[0-5]?,?[0-5]\}")
CLAUSE_KEYS = ("act", *CLAUSE_VALUES, *CLAUSE_BODIES, *CLAUSE_WORDS)


class Checker:
    """Complains about one rule file by file and line."""

    def __init__(self, path: Path, lexicon: Lexicon) -> None:
        self.path = path
        self.lexicon = lexicon

    def fail(self, line: int, message: str) -> NoReturn:
        """Raise a RuleError at a line of this file."""
        raise RuleError(self.path, line, message)

    def keys(self, mapping: LineDict, allowed: Iterable[str], where: str) -> None:
        """Refuse a key that is not allowed."""
        for key in mapping:
            if key not in allowed:
                self.fail(mapping.lines[key], f"unknown key '{key}' in {where}; expected {_expected(key, allowed)}")

    def needs(self, key: str, allowed: Iterable[str], where: str, line: int) -> NoReturn:
        """Say that a key is missing, and what may stand under it."""
        self.fail(line, f"{where} needs '{key}:'; expected {_expected('', allowed)}")

    def choice(self, value: Any, allowed: Iterable[str], what: str, line: int) -> str:
        """Refuse a value outside a fixed set."""
        if isinstance(value, LineList | LineDict):
            self.fail(line, f"{what} should be a single word; expected {_expected('', allowed)}")
        if value not in tuple(allowed):
            self.fail(line, f"{what} '{value}' is unknown; expected {_expected(str(value), allowed)}")
        return str(value)

    def text(self, mapping: LineDict, key: str, where: str, *, needed: bool = False) -> str:
        """A text under a key, or the empty text."""
        value = mapping.get(key)
        if value is None and needed:
            self.fail(mapping.line, f"{where} needs '{key}:'")
        if value is not None and not isinstance(value, str):
            self.fail(mapping.lines[key], f"'{key}' in {where} should be a text")
        return " ".join(value.split()) if value else ""

    def flag(self, mapping: LineDict, key: str, where: str) -> bool:
        """True or false under a key, false without it."""
        value = mapping.get(key, False)
        if not isinstance(value, bool):
            self.fail(mapping.lines[key], f"'{key}' in {where} should be true or false")
        return value

    def number(self, mapping: LineDict, key: str, where: str, default: float) -> float:
        """A number under a key, or the default."""
        value = mapping.get(key, default)
        if isinstance(value, bool) or not isinstance(value, int | float):
            self.fail(mapping.lines[key], f"'{key}' in {where} should be a number")
        return float(value)

    def texts(self, value: Any, what: str, line: int) -> tuple[str, ...]:
        """A list of texts."""
        if value is None:
            return ()
        if not isinstance(value, LineList):
            self.fail(line, f"{what} should be a list of texts")
        for item_line, item in value.numbered():
            if not isinstance(item, str):
                self.fail(item_line, f"{what}: '{item}' should be a text; put it in quotes")
        return tuple(value)

    def words(self, source: Any, line: int) -> None:
        """Refuse a word pattern that cannot be compiled."""
        if not isinstance(source, str):
            self.fail(line, "a word pattern should be a text; put it in quotes")
        try:
            self.lexicon.notation.pattern(source)
        except WordPatternError as error:
            name = str(error).rpartition("$")[2].rstrip("'")
            hint = f"; expected {_expected(name, self.lexicon.words)}" if "unknown word list" in str(error) else ""
            self.fail(line, f"{error}{hint}")

    def gap_words(self, value: Any, line: int) -> None:
        """Refuse what a placeholder cannot say: it says plain words, or a word list as `$name`."""
        for text in self.texts(value, "'says'", line):
            if text.startswith("$"):
                if text[1:] not in self.lexicon.words:
                    self.fail(line, f"unknown word list '{text}'; expected {_expected(text[1:], self.lexicon.words)}")
            elif not PLAIN_WORDS.fullmatch(text):
                self.fail(line, f"'says' takes words of letters and blanks, not '{text}'")

    def tokens(self, body: Any, line: int) -> None:
        """Refuse what is no list of tokens, and a long gap of any words: spaCy keeps each partial match of it."""
        if not isinstance(body, LineList):
            self.fail(line, "should be a list of token patterns as spaCy takes them")
        for at, token in body.numbered():
            if isinstance(token, LineDict) and set(token) == {"OP"} and not SHORT_GAP.fullmatch(str(token["OP"])):
                self.fail(at, f"a token that is any word takes no OP '{token['OP']}'; say how many, up to '{{0,5}}'")

    def clause(self, body: Any, line: int) -> None:
        """Refuse a clause pattern with an unknown field or value."""
        if not isinstance(body, LineDict):
            self.fail(line, "a clause pattern should be a mapping such as {doer: us, act: fault}")
        self.keys(body, CLAUSE_KEYS, "a clause pattern")
        for key, value in body.items():
            at = body.lines[key]
            if key in CLAUSE_BODIES:
                for each in value if isinstance(value, LineList) else [value]:
                    self.clause(each, at)
            elif key in CLAUSE_WORDS:
                self.words(value, at)
            elif key == "act":
                for each in as_list(value):
                    self.choice(each, self.lexicon.acts, "act", at)
            elif key in FLAGS:
                if not isinstance(value, bool):
                    self.fail(at, f"'{key}' should be true or false")
            else:
                for each in as_list(value):
                    self.choice(each, CLAUSE_VALUES[key], key, at)


def as_list(value: Any) -> list[Any]:
    """A value or a list of values as a list."""
    return list(value) if isinstance(value, list) else [value]


def _expected(word: str, allowed: Iterable[str]) -> str:
    """The nearest allowed word; where none is near all of them, or some of very many."""
    choices = list(allowed)
    near = nearest(word, choices) if word else None
    if near:
        return f"'{near}'"
    if not choices:
        return "one that stands in a rule file, and none does: --no-builtin-rules leaves out the built-in words as well"
    if len(choices) <= _LISTED_AT_MOST:
        return f"one of {', '.join(choices)}"
    return f"one of {', '.join(choices[:_SOME])} and {len(choices) - _SOME} more"
