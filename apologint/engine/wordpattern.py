"""The short notation for wording: "thank you for (your|the) $patience".

A pattern is a row of items, each of them matched by words in order:

    word      a word in any of its forms ("be" finds is, was, 're); write it in lower case
    =word     exactly this form ("=?" is a question mark)
    $name     any entry of that word list (entries of several words too)
    @NOUN     any word of that part of speech (NOUN PROPN PRON VERB AUX ADJ ADV NUM ADP DET)
    *         any one word
    ...       at most four words, none of them the end of a sentence
    (a b|c)   one of these
    x?        x or nothing

The words are those of the parser, which cuts "don't" and "12%". Whoever writes them in one finds them cut as well.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from functools import cached_property, partial

from apologint.engine.automaton import Automaton, Spans
from apologint.engine.vocabulary import Vocabulary, Word
from apologint.engine.wordcutter import WordCutter
from apologint.engine.wordparts import ANY_WORD, Gap, Late, Maybe, OneOf, Part, choice, form_key, row, second

PARTS_OF_SPEECH = frozenset("NOUN PROPN PRON VERB AUX ADJ ADV NUM ADP DET INTJ PART".split())
_ONE_WORD = r"(?!\.\.\.)[^\s()|?$*]+"
_ITEM = re.compile(rf"\s*(\.\.\.|=\?|\({_ONE_WORD}(?:\|{_ONE_WORD})*\)|[()|?]|[^\s()|?]+)")
_REGULAR = re.compile(r"\][+*]|\\[A-Za-z]|[.\w)][*]$|\.[+]|^\^")
"""What in a word shows that its author took the notation for another."""
_CURLY = "\u2019"
_NOTATION = re.compile(r"[\s()|?$@*]|\.\.\.|^=.")

Beginning = tuple[frozenset[str], frozenset[str] | None]
"""The keys by which a pattern can begin, and those by which it goes on; None where it may end with its first word."""


class WordPatternError(ValueError):
    """A pattern that cannot be read; the text says what was expected."""


class WordPattern:
    """A pattern of its own. Many that are sought in the same words are better sought together, by one `Automaton`."""

    def __init__(self, part: Part, vocabulary: Vocabulary) -> None:
        self.part = part
        self._vocabulary = vocabulary

    @cached_property
    def _automaton(self) -> Automaton:
        automaton = Automaton(self._vocabulary)
        automaton.add(self.part)
        return automaton

    def at(self, words: Sequence[Word], start: int) -> int | None:
        """The furthest end of a match that begins at `start`, as an index into `words`, or None."""
        return self._automaton.ends(words, start).get(0)

    def find(self, words: Sequence[Word]) -> Spans:
        """All matches, left to right, none inside an earlier one, as [start, end) indices into `words`."""
        return self._automaton.find(words).get(0, [])


class Notation:
    """Reads patterns, each only once.

    Args:
        lists: what `$name` stands for.
    """

    def __init__(self, lists: Mapping[str, Sequence[str]]) -> None:
        self.vocabulary = Vocabulary()
        self._lists = lists
        self._atoms: dict[str, Part] = {"...": Gap(), "*": OneOf(frozenset((ANY_WORD,)))}
        self._read: dict[str, Part] = {}
        self._within: list[str] = []
        self._cut = WordCutter(())
        self._beginnings: Mapping[str, Beginning] = {}

    @property
    def beginnings(self) -> Mapping[str, Beginning]:
        """How each pattern begins that was read."""
        return {source: (part.first, second(part)) for source, part in self._read.items()}

    def cut_off(self, endings: Iterable[str]) -> None:
        """Take the parser to cut these off a word ("n't"); said before any pattern is read."""
        self._cut = WordCutter(endings)

    def expect(self, beginnings: Mapping[str, Beginning], keys: Iterable[str]) -> None:
        """Read these patterns only when a text begins as they do.

        `keys` are all that the vocabulary knows once it knows these patterns.
        """
        self.vocabulary.add(keys)
        self._beginnings = beginnings

    def pattern(self, source: str) -> WordPattern:
        """The pattern of one text.

        Raises:
            WordPatternError: an unknown word list or part of speech, an unclosed bracket, an empty pattern, a regular
                expression.
        """
        return WordPattern(self._whole(source), self.vocabulary)

    def any_of(self, sources: Iterable[str]) -> WordPattern:
        """One pattern that matches wherever one of several does.

        Raises:
            WordPatternError: as for `pattern`.
        """
        return WordPattern(choice([self._whole(source) for source in sources]), self.vocabulary)

    def _whole(self, source: str) -> Part:
        if source not in self._read:
            beginning = self._beginnings.get(source)
            self._read[source] = Late(*beginning, partial(self._now, source)) if beginning else self._now(source)
        return self._read[source]

    def _now(self, source: str) -> Part:
        part = self._parts(source)
        if part.optional:
            raise WordPatternError(f"'{source}' would match nothing at all; give it at least one word")
        return part

    def _parts(self, source: str) -> Part:
        above: list[tuple[list[Part], list[Part]]] = []
        branches: list[Part] = []
        items: list[Part] = []
        for item in _ITEM.findall(source.replace(_CURLY, "'")):
            if item == "(":
                above.append((branches, items))
                branches, items = [], []
            elif item == "|":
                branches.append(row(items))
                items = []
            elif item == ")":
                if not above:
                    raise WordPatternError(f"unexpected ')' in '{source}'")
                inner = choice([*branches, row(items)])
                branches, items = above.pop()
                items.append(inner)
            elif item == "?":
                if not items:
                    raise WordPatternError("a '?' stands behind nothing")
                items[-1] = Maybe(items[-1])
            else:
                items.append(self._atoms.get(item) or self._atom(item))
        if above:
            raise WordPatternError("a '(' is not closed")
        return choice([*branches, row(items)])

    def _atom(self, item: str) -> Part:
        part: Part
        if item[0] == "(":
            part = self._words(item[1:-1].split("|"))
        elif item[0] == "$" and len(item) > 1:
            part = self._list(item[1:])
        else:
            part = self._words([item])
        self._atoms[item] = part
        return part

    def _list(self, name: str) -> Part:
        if name not in self._lists:
            raise WordPatternError(f"unknown word list '${name}'")
        if name in self._within:
            raise WordPatternError(f"the word list '${name}' takes itself in")
        entries = self._lists[name]
        if not entries:
            raise WordPatternError(f"the word list '${name}' is empty")
        singles = [entry for entry in entries if not _NOTATION.search(entry)]
        self._within.append(name)
        try:
            several = [self._parts(entry) for entry in entries if _NOTATION.search(entry)]
        finally:
            self._within.pop()
        return choice([*([self._words(singles)] if singles else []), *several])

    def _words(self, items: Sequence[str]) -> Part:
        """One of some words; those that the parser may cut, whole or cut."""
        whole = self._one_of(item.lower() if item.isalpha() else _key(item) for item in items)
        others = (item for item in items if not item.isalpha())
        cut = [parts for parts in map(self._cut, others) if len(parts) > 1]
        return choice([whole, *(row([self._one_of([_key(part)]) for part in parts]) for parts in cut)])

    def _one_of(self, keys: Iterable[str]) -> Part:
        known = frozenset(keys)
        self.vocabulary.add(known)
        return OneOf(known)


def _key(item: str) -> str:
    """The key of the words that an item for one word stands for."""
    if item[0] == "@":
        if item[1:] not in PARTS_OF_SPEECH:
            expected = ", ".join(sorted(PARTS_OF_SPEECH))
            raise WordPatternError(f"unknown part of speech '{item}'; expected one of {expected}")
        return item
    if _REGULAR.search(item):
        raise WordPatternError(f"'{item}' can match no word: this is no regular expression, and '*' is a whole word")
    if item[0] == "=" and len(item) > 1:
        return form_key(item[1:])
    return item.lower()
