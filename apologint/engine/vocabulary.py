"""The keys that patterns know, and the few classes into which they sort all words of a text."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Protocol

from apologint.engine.wordparts import ANY_WORD, form_key

_REMEMBERED = 100_000


class Word(Protocol):
    """What a pattern asks of a word."""

    @property
    def keys(self) -> frozenset[str]:
        """Its forms (lower case, lemma, norm), and its part of speech behind an @."""

    @property
    def lower(self) -> str:
        """The word as it stands, in lower case."""

    @property
    def ends_sentence(self) -> bool:
        """Whether it is a full stop, exclamation or question mark."""


class WordClass:
    """All words that no pattern can tell apart. `keys` are those that patterns know."""

    __slots__ = ("keys",)

    def __init__(self, keys: frozenset[str]) -> None:
        self.keys = keys


class Vocabulary:
    """All keys that some patterns know. Words that differ in none of these fall into one class."""

    def __init__(self) -> None:
        self._keys = {ANY_WORD}
        self._seen: dict[tuple[frozenset[str], str, bool], WordClass] = {}
        self._classes: dict[frozenset[str], WordClass] = {}

    def add(self, keys: Iterable[str]) -> None:
        """Tell words apart by some keys from now on."""
        new = {*keys} - self._keys
        if new:
            self._keys |= new
            self._forget()

    @property
    def keys(self) -> frozenset[str]:
        """All of them."""
        return frozenset(self._keys)

    def class_of(self, word: Word) -> WordClass:
        """The class of a word."""
        told = (word.keys, word.lower, word.ends_sentence)
        return self._seen.get(told) or self._sort(told)

    def _sort(self, told: tuple[frozenset[str], str, bool]) -> WordClass:
        if len(self._seen) > _REMEMBERED:
            self._forget()
        keys, form, ends_sentence = told
        known = self._keys.intersection((*keys, form_key(form), *(() if ends_sentence else (ANY_WORD,))))
        kept = frozenset(known)
        self._seen[told] = self._classes.setdefault(kept, WordClass(kept))
        return self._seen[told]

    def _forget(self) -> None:
        self._seen.clear()
        self._classes.clear()
