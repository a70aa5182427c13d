"""The word lists of the rule files, ready for look-up. The words themselves stand in `rules/`."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from apologint.engine.lookups import Lookups
from apologint.engine.wordpattern import Notation, WordPattern

_APOSTROPHE = "['\u2019]"
_NO_WORDS: frozenset[str] = frozenset()
_NO_PERSON: Mapping[str, frozenset[str]] = {}
ACT_FIELDS = ("verbs", "nouns", "adjectives", "manner")
GRAMMAR_LISTS = (
    "negators",
    "conditionals",
    "inverting",
    "focusing",
    "contrasts",
    "causes",
    "purposes",
    "light_verbs",
    "owner_places",
    "others",
    "pointers",
    "partitives",
    "people_pronouns",
    "copulas",
    "control_by_object",
    "perfect",
    "contractions",
)
GRAMMAR_MAPS = ("modals", "operators", "times", "letter", "naming", "roles")
MODALS = ("will", "can", "may", "could", "would", "should", "must")
OPERATORS = ("tried", "wished", "seems", "will", "can", "failed", "done", "asked")
TIMES = ("dated", "vague")
LETTER = ("subject", "address", "greeting", "closing", "quoted", "aside")
NAMING = ("vague", "class", "generic")
ROLES = ("time", "person", "fact")
MAP_KEYS: Mapping[str, tuple[str, ...]] = {
    "modals": MODALS,
    "operators": OPERATORS,
    "times": TIMES,
    "letter": LETTER,
    "naming": NAMING,
    "roles": ROLES,
}


@dataclass(frozen=True, slots=True)
class VerbEntry:
    """A verb of an act, and the words that must follow it in its clause ("mix up", "get wrong")."""

    verb: str
    rest: tuple[frozenset[str], ...]


@dataclass(slots=True)
class Act:
    """The words that do one act; `manner_words` are what `manner` was made of."""

    verbs: dict[str, list[VerbEntry]] = field(default_factory=dict)
    nouns: frozenset[str] = frozenset()
    adjectives: frozenset[str] = frozenset()
    manner: WordPattern | None = None
    manner_words: Sequence[str] = ()

    def say_manner(self, words: Sequence[str], notation: Notation) -> None:
        """Let any verb do the act that stands beside one of these patterns.

        Raises:
            WordPatternError: one cannot be read.
        """
        self.manner = notation.any_of(words)
        self.manner_words = tuple(words)


@dataclass(slots=True)
class Lexicon:
    """Everything the rule files say about words.

    `words` are the lists that patterns name with `$`; `synonyms` the words that are taken for another as well, by that
    other; `acts`, `people` and `grammar` feed the clauses; `name_patterns` find the names of each person in a text.
    """

    words: dict[str, list[str]] = field(default_factory=dict)
    synonyms: dict[str, frozenset[str]] = field(default_factory=dict)
    acts: dict[str, Act] = field(default_factory=dict)
    people: dict[str, dict[str, frozenset[str]]] = field(default_factory=dict)
    lists: dict[str, frozenset[str]] = field(default_factory=dict)
    maps: dict[str, dict[str, tuple[str, ...]]] = field(default_factory=dict)
    patterns: dict[tuple[str, str], WordPattern] = field(default_factory=dict)
    name_patterns: dict[str, re.Pattern[str]] = field(default_factory=dict)
    notation: Notation = field(init=False)
    _lookups: Lookups | None = field(init=False, default=None)
    _map_words: dict[tuple[str, str], frozenset[str]] = field(init=False, default_factory=dict)

    def __post_init__(self) -> None:
        self.notation = Notation(self.words)

    @property
    def lookups(self) -> Lookups:
        """The lists by word; nothing may be added to the lexicon afterwards."""
        if self._lookups is None:
            self._lookups = Lookups(self)
        return self._lookups

    def list(self, name: str) -> frozenset[str]:
        """A grammar list by name, empty where no file gives it."""
        return self.lists.get(name, _NO_WORDS)

    def map_words(self, name: str, key: str) -> frozenset[str]:
        """The plain words under one key of a grammar map."""
        words = self._map_words.get((name, key))
        if words is None:
            words = self._map_words[name, key] = frozenset(self.maps.get(name, {}).get(key, ()))
        return words

    def pattern(self, name: str, key: str) -> WordPattern | None:
        """The entries under one key of a grammar map as one word pattern, or None where there are none."""
        if (name, key) not in self.patterns:
            entries = self.maps.get(name, {}).get(key, ())
            if not entries:
                return None
            self.patterns[name, key] = self.notation.any_of(entries)
        return self.patterns[name, key]

    def add_synonyms(self, word: str, others: Iterable[str]) -> None:
        """Let `others`, forms or lemmas in lower case, be taken for `word` as well."""
        self.synonyms[word] = self.synonyms.get(word, _NO_WORDS).union(others)

    def with_synonyms(self, words: frozenset[str]) -> frozenset[str]:
        """Some words, and those that are taken for one of them."""
        return words.union(*(self.synonyms[word] for word in words if word in self.synonyms))

    def add_person(self, who: str, part: str, words: Iterable[str]) -> None:
        """Add to the pronouns, possessives, nouns or names of `who`."""
        person = self.people.setdefault(who, {})
        person[part] = person.get(part, frozenset()) | frozenset(words)
        if part == "names" and person[part]:
            longest_first = sorted(map(re.escape, person[part]), key=len, reverse=True)
            names = "|".join(longest_first).replace("'", _APOSTROPHE)
            self.name_patterns[who] = re.compile(rf"(?<!\w)(?:{names})(?!\w)", re.IGNORECASE)

    def person(self, who: str, part: str) -> frozenset[str]:
        """The pronouns, possessives, nouns or names of `who`."""
        return self.people.get(who, _NO_PERSON).get(part, _NO_WORDS)


def verb_entries(entries: Iterable[str], words: Mapping[str, Sequence[str]]) -> dict[str, list[VerbEntry]]:
    """Verb entries by verb. A part may be `a|b` or `$name`.

    Raises:
        KeyError: an unknown word list.
    """
    by_verb: dict[str, list[VerbEntry]] = {}
    for entry in entries:
        head, *rest = entry.split()
        parts = tuple(_alternatives(part, words) for part in rest)
        for verb in _alternatives(head, words):
            by_verb.setdefault(verb, []).append(VerbEntry(verb, parts))
    return by_verb


def _alternatives(part: str, words: Mapping[str, Sequence[str]]) -> frozenset[str]:
    found: set[str] = set()
    for piece in part.split("|"):
        if piece.startswith("$"):
            found.update(words[piece[1:]])
        else:
            found.add(piece)
    return frozenset(found)
