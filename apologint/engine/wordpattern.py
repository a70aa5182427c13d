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
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from typing import Protocol

GAP = 4
PARTS_OF_SPEECH = frozenset("NOUN PROPN PRON VERB AUX ADJ ADV NUM ADP DET INTJ PART".split())
_ITEM = re.compile(r"\s*(\.\.\.|=\?|[()|?]|[^\s()|?]+)")
_NOTATION = re.compile(r"[\s()|?$@*]|\.\.\.|^=.")


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


Positions = Mapping[str, Sequence[int]]


class WordPatternError(ValueError):
    """A pattern that cannot be read; the text says what was expected."""


class WordPattern:
    """A compiled pattern; compiled further only where it is used."""

    def __init__(self, part: _Part) -> None:
        self._part = part

    @cached_property
    def first(self) -> frozenset[str] | None:
        """The keys that a match can begin with, or None where it can begin with anything."""
        return _first(self._part)

    def at(self, words: Sequence[Word], start: int) -> int | None:
        """The furthest end of a match that begins at `start`, as an index into `words`, or None."""
        if self.first is not None and self.first.isdisjoint(words[start].keys):
            return None
        return max(self._part.ends(words, start), default=None)

    def find(self, words: Sequence[Word], positions: Positions | None = None) -> Iterator[tuple[int, int]]:
        """All matches, left to right, none inside an earlier one, as [start, end) indices into `words`.

        Args:
            words: the words to search.
            positions: what `positions` gave for these words, to look only where a match can begin.
        """
        reached = 0
        for start in self._starts(words, positions):
            if start < reached:
                continue
            end = self.at(words, start)
            if end is not None and end > start:
                yield start, end
                reached = end

    def occurs(self, words: Sequence[Word]) -> bool:
        """Whether there is a match."""
        return next(self.find(words), None) is not None

    def _starts(self, words: Sequence[Word], positions: Positions | None) -> Iterable[int]:
        if positions is None or self.first is None:
            return range(len(words))
        few, many = sorted((self.first, positions), key=len)
        return sorted({start for key in few if key in many for start in positions[key]})


def positions(words: Sequence[Word]) -> Positions:
    """Where each key stands among some words."""
    found: dict[str, list[int]] = {}
    for at, word in enumerate(words):
        for key in word.keys:
            found.setdefault(key, []).append(at)
    return found


class Notation:
    """Reads patterns, each only once.

    Args:
        lists: what `$name` stands for.
    """

    def __init__(self, lists: Mapping[str, Sequence[str]]) -> None:
        self._lists = lists
        self._atoms: dict[str, _Part] = {"...": _Gap(), "*": _AnyWord()}
        self._read: dict[str, _Part] = {}
        self._within: list[str] = []

    def pattern(self, source: str) -> WordPattern:
        """The pattern of one text.

        Raises:
            WordPatternError: an unknown word list or part of speech, an unclosed bracket, an empty pattern.
        """
        return WordPattern(self._whole(source))

    def any_of(self, sources: Iterable[str]) -> WordPattern:
        """One pattern that matches wherever one of several does.

        Raises:
            WordPatternError: as for `pattern`.
        """
        return WordPattern(_choice([self._whole(source) for source in sources]))

    def _whole(self, source: str) -> _Part:
        if source not in self._read:
            part = self._parts(source)
            if part.optional:
                raise WordPatternError(f"'{source}' would match nothing at all; give it at least one word")
            self._read[source] = part
        return self._read[source]

    def _parts(self, source: str) -> _Part:
        above: list[tuple[list[_Part], list[_Part]]] = []
        branches: list[_Part] = []
        row: list[_Part] = []
        for item in _ITEM.findall(source):
            if item == "(":
                above.append((branches, row))
                branches, row = [], []
            elif item == "|":
                branches.append(_row(row))
                row = []
            elif item == ")":
                if not above:
                    raise WordPatternError(f"unexpected ')' in '{source}'")
                inner = _choice([*branches, _row(row)])
                branches, row = above.pop()
                row.append(inner)
            elif item == "?":
                if not row:
                    raise WordPatternError("a '?' stands behind nothing")
                row[-1] = _Maybe(row[-1])
            else:
                row.append(self._atoms.get(item) or self._atom(item))
        if above:
            raise WordPatternError("a '(' is not closed")
        return _choice([*branches, _row(row)])

    def _atom(self, item: str) -> _Part:
        part: _Part
        if item[0] == "$" and len(item) > 1:
            part = self._list(item[1:])
        elif item[0] == "@":
            if item[1:] not in PARTS_OF_SPEECH:
                expected = ", ".join(sorted(PARTS_OF_SPEECH))
                raise WordPatternError(f"unknown part of speech '{item}'; expected one of {expected}")
            part = _OneOf(frozenset({item}))
        elif item[0] == "=" and len(item) > 1:
            part = _Exactly(item[1:])
        else:
            part = _OneOf(frozenset({item.lower()}))
        self._atoms[item] = part
        return part

    def _list(self, name: str) -> _Part:
        if name not in self._lists:
            raise WordPatternError(f"unknown word list '${name}'")
        if name in self._within:
            raise WordPatternError(f"the word list '${name}' takes itself in")
        entries = self._lists[name]
        if not entries:
            raise WordPatternError(f"the word list '${name}' is empty")
        singles = frozenset(entry for entry in entries if not _NOTATION.search(entry))
        self._within.append(name)
        try:
            several = [self._parts(entry) for entry in entries if _NOTATION.search(entry)]
        finally:
            self._within.pop()
        return _choice([*([_OneOf(singles)] if singles else []), *several])


class _OneOf:
    __slots__ = ("keys",)
    optional = False

    def __init__(self, keys: frozenset[str]) -> None:
        self.keys = keys

    def ends(self, words: Sequence[Word], start: int) -> Collection[int]:
        if start < len(words) and not self.keys.isdisjoint(words[start].keys):
            return (start + 1,)
        return ()

    def begin(self, keys: set[str]) -> bool:
        keys |= self.keys
        return True


class _Exactly:
    __slots__ = ("form",)
    optional = False

    def __init__(self, form: str) -> None:
        self.form = form

    def ends(self, words: Sequence[Word], start: int) -> Collection[int]:
        return (start + 1,) if start < len(words) and words[start].lower == self.form else ()

    def begin(self, keys: set[str]) -> bool:
        keys.add(self.form)
        return True


class _AnyWord:
    optional = False

    def ends(self, words: Sequence[Word], start: int) -> Collection[int]:
        return (start + 1,) if start < len(words) and not words[start].ends_sentence else ()

    def begin(self, _keys: set[str]) -> bool:
        return False


class _Gap:
    optional = True

    def ends(self, words: Sequence[Word], start: int) -> Collection[int]:
        end = start
        while end < min(start + GAP, len(words)) and not words[end].ends_sentence:
            end += 1
        return range(start, end + 1)

    def begin(self, _keys: set[str]) -> bool:
        return False


class _Maybe:
    __slots__ = ("part",)
    optional = True

    def __init__(self, part: _Part) -> None:
        self.part = part

    def ends(self, words: Sequence[Word], start: int) -> Collection[int]:
        return (start, *self.part.ends(words, start))

    def begin(self, keys: set[str]) -> bool:
        return self.part.begin(keys)


class _Row:
    """Parts one behind the other."""

    __slots__ = ("optional", "parts")

    def __init__(self, parts: list[_Part]) -> None:
        self.parts = parts
        self.optional: bool = all(part.optional for part in parts)

    def ends(self, words: Sequence[Word], start: int) -> Collection[int]:
        reached: Collection[int] = (start,)
        for part in self.parts:
            if len(reached) == 1:
                (begin,) = reached
                reached = part.ends(words, begin)
            else:
                reached = {end for begin in reached for end in part.ends(words, begin)}
            if not reached:
                break
        return reached

    def begin(self, keys: set[str]) -> bool:
        for part in self.parts:
            if not part.begin(keys):
                return False
            if not part.optional:
                break
        return True


class _Choice:
    """Several parts, any of which may match. Which of them can is looked up by the key of the first word."""

    __slots__ = ("_by_key", "_others", "branches", "optional")

    def __init__(self, branches: list[_Part]) -> None:
        self.branches = branches
        self.optional: bool = any(branch.optional for branch in branches)
        self._by_key: dict[str, list[_Part]] | None = None
        self._others: list[_Part] = []

    def ends(self, words: Sequence[Word], start: int) -> Collection[int]:
        by_key = self._by_key if self._by_key is not None else self._sort()
        branches = self._others
        if start < len(words):
            for key in words[start].keys:
                if key in by_key:
                    branches = branches + by_key[key]
        if len(branches) == 1:
            return branches[0].ends(words, start)
        return {end for branch in branches for end in branch.ends(words, start)}

    def begin(self, keys: set[str]) -> bool:
        return all(branch.begin(keys) for branch in self.branches)

    def _sort(self) -> dict[str, list[_Part]]:
        self._by_key = {}
        for branch in self.branches:
            keys = None if branch.optional else _first(branch)
            if keys is None:
                self._others.append(branch)
            else:
                for key in keys:
                    self._by_key.setdefault(key, []).append(branch)
        return self._by_key


_Part = _OneOf | _Exactly | _AnyWord | _Gap | _Maybe | _Row | _Choice


def _row(parts: list[_Part]) -> _Part:
    return parts[0] if len(parts) == 1 else _Row(parts)


def _choice(branches: list[_Part]) -> _Part:
    words = [branch for branch in branches if isinstance(branch, _OneOf)]
    if len(words) > 1:
        others = [branch for branch in branches if not isinstance(branch, _OneOf)]
        branches = [_OneOf(frozenset().union(*(word.keys for word in words))), *others]
    return branches[0] if len(branches) == 1 else _Choice(branches)


def _first(part: _Part) -> frozenset[str] | None:
    keys: set[str] = set()
    return frozenset(keys) if part.begin(keys) else None
