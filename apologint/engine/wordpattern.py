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
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol

GAP = 4
PARTS_OF_SPEECH = frozenset("NOUN PROPN PRON VERB AUX ADJ ADV NUM ADP DET INTJ PART".split())
_ITEM = re.compile(r"\s*(\.\.\.|=\?|[()|?]|[^\s()|?]+)")
_NOTATION = re.compile(r"[\s()|?$@*]|\.\.\.")


class Word(Protocol):
    """What a pattern asks of a word: its forms (lower case, lemma, norm) and its part of speech."""

    @property
    def forms(self) -> frozenset[str]: ...
    @property
    def lower(self) -> str: ...
    @property
    def pos(self) -> str: ...
    @property
    def ends_sentence(self) -> bool: ...


Ends = Iterator[int]
Node = Callable[[Sequence[Word], int], Ends]


class WordPatternError(ValueError):
    """A pattern that cannot be read; the text says what was expected."""


@dataclass(frozen=True, slots=True)
class WordPattern:
    """A compiled pattern. `first` holds the forms it can begin with, or None where it can begin with anything."""

    source: str
    node: Node
    first: frozenset[str] | None

    def at(self, words: Sequence[Word], start: int) -> int | None:
        """The furthest end of a match that begins at `start`, as an index into `words`, or None."""
        if self.first is not None and not (words[start].forms & self.first):
            return None
        return max(self.node(words, start), default=None)

    def find(self, words: Sequence[Word]) -> Iterator[tuple[int, int]]:
        """All matches, left to right, none inside an earlier one, as [start, end) indices into `words`."""
        start = 0
        while start < len(words):
            end = self.at(words, start)
            if end is not None and end > start:
                yield start, end
                start = end
            else:
                start += 1


def compile_words(source: str, lexicons: Mapping[str, Sequence[str]]) -> WordPattern:
    """Compile a pattern.

    Raises:
        WordPatternError: an unknown word list or part of speech, an unclosed bracket, an empty pattern.
    """
    items = _ITEM.findall(source)
    parser = _Parser(items, lexicons)
    node, first, empty = parser.choice()
    if parser.at < len(items):
        raise WordPatternError(f"unexpected '{items[parser.at]}' in '{source}'")
    if not items or empty:
        raise WordPatternError(f"'{source}' would match nothing at all; give it at least one word")
    return WordPattern(source, node, first)


def compile_any(sources: Iterable[str], lexicons: Mapping[str, Sequence[str]]) -> WordPattern:
    """One pattern that matches wherever one of several does."""
    return compile_words("(" + "|".join(sources) + ")", lexicons)


_First = frozenset[str] | None
_Part = tuple[Node, _First, bool]


@dataclass(slots=True)
class _Parser:
    items: list[str]
    lexicons: Mapping[str, Sequence[str]]
    at: int = 0

    def choice(self) -> _Part:
        branches = [self.row()]
        while self._peek() == "|":
            self.at += 1
            branches.append(self.row())
        return branches[0] if len(branches) == 1 else _either(branches)

    def row(self) -> _Part:
        parts: list[_Part] = []
        while self._peek() not in ("|", ")", None):
            part = self.atom()
            if self._peek() == "?":
                self.at += 1
                part = _optional(part)
            parts.append(part)
        return _sequence(parts)

    def atom(self) -> _Part:
        item = self.items[self.at]
        self.at += 1
        if item == "(":
            part = self.choice()
            if self._peek() != ")":
                raise WordPatternError("a '(' is not closed")
            self.at += 1
            return part
        if item == "?":
            raise WordPatternError("a '?' stands behind nothing")
        if item == "...":
            return _gap, None, True
        if item == "*":
            return _any_word, None, False
        if item[0] == "$" and len(item) > 1:
            return self._lexicon(item[1:])
        if item[0] == "@":
            return _part_of_speech(item[1:])
        if item[0] == "=" and len(item) > 1:
            return _exact(item[1:]), frozenset({item[1:]}), False
        return _form(item.lower()), frozenset({item.lower()}), False

    def _lexicon(self, name: str) -> _Part:
        if name not in self.lexicons:
            raise WordPatternError(f"unknown word list '${name}'")
        entries = self.lexicons[name]
        singles = frozenset(entry for entry in entries if not _NOTATION.search(entry))
        several = [entry for entry in entries if _NOTATION.search(entry)]
        parts: list[_Part] = []
        if singles:
            parts.append((_one_of(singles), singles, False))
        for entry in several:
            parts.append(_Parser(_ITEM.findall(entry), self.lexicons).choice())
        if not parts:
            raise WordPatternError(f"the word list '${name}' is empty")
        return parts[0] if len(parts) == 1 else _either(parts)

    def _peek(self) -> str | None:
        return self.items[self.at] if self.at < len(self.items) else None


def _form(form: str) -> Node:
    def node(words: Sequence[Word], start: int) -> Ends:
        if start < len(words) and form in words[start].forms:
            yield start + 1

    return node


def _one_of(forms: frozenset[str]) -> Node:
    def node(words: Sequence[Word], start: int) -> Ends:
        if start < len(words) and words[start].forms & forms:
            yield start + 1

    return node


def _exact(form: str) -> Node:
    def node(words: Sequence[Word], start: int) -> Ends:
        if start < len(words) and words[start].lower == form:
            yield start + 1

    return node


def _part_of_speech(pos: str) -> _Part:
    if pos not in PARTS_OF_SPEECH:
        raise WordPatternError(f"unknown part of speech '@{pos}'; expected one of {', '.join(sorted(PARTS_OF_SPEECH))}")

    def node(words: Sequence[Word], start: int) -> Ends:
        if start < len(words) and words[start].pos == pos:
            yield start + 1

    return node, None, False


def _any_word(words: Sequence[Word], start: int) -> Ends:
    if start < len(words) and not words[start].ends_sentence:
        yield start + 1


def _gap(words: Sequence[Word], start: int) -> Ends:
    yield start
    for end in range(start, min(start + GAP, len(words))):
        if words[end].ends_sentence:
            return
        yield end + 1


def _optional(part: _Part) -> _Part:
    inner = part[0]

    def node(words: Sequence[Word], start: int) -> Ends:
        yield from inner(words, start)
        yield start

    return node, part[1], True


def _either(branches: Sequence[_Part]) -> _Part:
    nodes = [branch[0] for branch in branches]

    def node(words: Sequence[Word], start: int) -> Ends:
        for branch in nodes:
            yield from branch(words, start)

    return node, _union(branch[1] for branch in branches), any(branch[2] for branch in branches)


def _sequence(parts: Sequence[_Part]) -> _Part:
    nodes = [part[0] for part in parts]

    def node(words: Sequence[Word], start: int) -> Ends:
        ends = {start}
        for step in nodes:
            ends = {end for begin in ends for end in step(words, begin)}
            if not ends:
                return
        yield from ends

    leading: list[_First] = []
    for part in parts:
        leading.append(part[1])
        if not part[2]:
            break
    return node, _union(leading), all(part[2] for part in parts)


def _union(firsts: Iterable[_First]) -> _First:
    union: frozenset[str] = frozenset()
    for first in firsts:
        if first is None:
            return None
        union |= first
    return union
