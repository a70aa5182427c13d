"""What a word can mean, by the word: the lists of a lexicon turned round."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from apologint.engine.lexicon import Lexicon, VerbEntry
    from apologint.engine.wordpattern import WordPattern

_NOTHING: frozenset[str] = frozenset()
_WITH_PRONOUNS = {"us": "we", "customer": "customer", "anyone": "anyone"}
_POSSESSORS = ("us", "customer", "third")


class Lookups:
    """The lists of a lexicon that is complete, by word.

    `verbs` gives for a form the acts it may do, with the words that must stand beside it; `pronouns` whom a pronoun
    means, `possessors` whom a possessive; `manners` are the patterns that make any verb do an act.
    """

    def __init__(self, lexicon: Lexicon) -> None:
        self.verbs: dict[str, list[tuple[str, VerbEntry]]] = {}
        for name, act in lexicon.acts.items():
            for form, entries in act.verbs.items():
                self.verbs.setdefault(form, []).extend((name, entry) for entry in entries)
        self.manners: list[tuple[str, WordPattern]] = [
            (name, act.manner) for name, act in lexicon.acts.items() if act.manner is not None
        ]
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
