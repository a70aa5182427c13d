"""What a word can mean, by the word: the lists of a lexicon turned round."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, Generic, TypeVar

from apologint.engine.automaton import Automaton, Spans

if TYPE_CHECKING:
    from apologint.engine.document import Word
    from apologint.engine.lexicon import Lexicon, VerbEntry
    from apologint.engine.wordpattern import WordPattern

Name = TypeVar("Name", bound=Hashable)
_NOTHING: frozenset[str] = frozenset()
_WITH_PRONOUNS = {"us": "we", "customer": "customer", "anyone": "anyone"}
_POSSESSORS = ("us", "customer", "third")
_OPERATORS = ("tried", "wished", "failed", "can", "will", "seems", "asked")


class Together(Generic[Name]):
    """Some patterns, sought in one walk over some words. Patterns that are not there are never found."""

    def __init__(self, patterns: Mapping[Name, WordPattern | None], lexicon: Lexicon) -> None:
        self._automaton = Automaton(lexicon.notation.vocabulary)
        self._numbers = {
            name: self._automaton.add(pattern.part) for name, pattern in patterns.items() if pattern is not None
        }

    def find(self, words: Sequence[Word]) -> dict[Name, Spans]:
        """All matches of each pattern that has any, as [start, end) indices into `words`, patterns in given order."""
        found = self._automaton.find(words)
        return {name: found[number] for name, number in self._numbers.items() if number in found} if found else {}


class Lookups:
    """The lists of a lexicon that is complete, by word.

    `stands_for` gives for a form or lemma the words that it is a synonym of; `verbs` gives for a form the acts it may
    do, with the words that must stand beside it; `pronouns` whom a pronoun means, `possessors` whom a possessive.
    `in_clause` finds what makes any verb of a clause do an act, as ("act", its name), and what says when, as ("time",
    its key); `operators` finds operators.
    """

    def __init__(self, lexicon: Lexicon) -> None:
        self.verbs: dict[str, list[tuple[str, VerbEntry]]] = {}
        for name, act in lexicon.acts.items():
            for form, entries in act.verbs.items():
                self.verbs.setdefault(form, []).extend((name, entry) for entry in entries)
        manners = {("act", name): act.manner for name, act in lexicon.acts.items()}
        times = {("time", key): lexicon.pattern("times", key) for key in lexicon.maps.get("times", {})}
        self.in_clause = Together(manners | times, lexicon)
        self.operators = Together({name: lexicon.pattern("operators", name) for name in _OPERATORS}, lexicon)
        self.stands_for = _turned(lexicon.synonyms.items())
        self._nouns = _turned((name, act.nouns) for name, act in lexicon.acts.items())
        self._adjectives = _turned((name, act.adjectives) for name, act in lexicon.acts.items())
        self.pronouns: dict[str, str] = dict.fromkeys(lexicon.list("pointers"), "it")
        self.pronouns.update(dict.fromkeys(lexicon.list("people_pronouns"), "they"))
        for person, said in reversed(_WITH_PRONOUNS.items()):
            self.pronouns.update(dict.fromkeys(lexicon.person(person, "pronouns"), said))
        self.possessors: dict[str, str] = {}
        for person in reversed(_POSSESSORS):
            self.possessors.update(dict.fromkeys(lexicon.person(person, "possessives"), person))

    def acts_of_noun(self, forms: Iterable[str]) -> frozenset[str]:
        """The acts that a noun in one of these forms names."""
        return _of(self._nouns, forms)

    def acts_of_adjective(self, forms: Iterable[str]) -> frozenset[str]:
        """The acts that an adjective in one of these forms does."""
        return _of(self._adjectives, forms)


def _turned(named: Iterable[tuple[str, frozenset[str]]]) -> dict[str, frozenset[str]]:
    by_word: dict[str, set[str]] = {}
    for name, words in named:
        for word in words:
            by_word.setdefault(word, set()).add(name)
    return {word: frozenset(names) for word, names in by_word.items()}


def _of(by_word: Mapping[str, frozenset[str]], forms: Iterable[str]) -> frozenset[str]:
    found = _NOTHING
    for form in forms:
        if form in by_word:
            found |= by_word[form]
    return found
