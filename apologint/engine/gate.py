"""Tells from a draft's words alone that it can be neither an apology nor a follow-up, so that it need not be parsed.

A gate never says no where the rules might say yes: it reads the words of a draft as every form that they could have,
and lets every pattern hold that those forms do not rule out. Needs neither spaCy nor the rules once it is made.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, fields
from functools import lru_cache
from typing import Any

from apologint.engine.text import blocks
from apologint.model import Draft

UNIT = re.compile(r"[a-z]+|[!-`{-~]")
"""What a chunk of text in lower case is cut into: letters that stand together, and each other sign of ASCII."""
_ENDS = re.compile(r"[A-Za-z]*[a-z]{2}[.!?]")
_BEGINS = re.compile(r"[A-Za-z0-9]")
_CHUNKS_KEPT = 8192
GAP = "{gap}"
"""The key that stands for a placeholder; no word has it."""

Node = tuple[Any, ...]
"""A node of a need: ("one", set), ("any",), ("gap", words), ("maybe", node), ("row", nodes), ("either", nodes)."""
Leaf = tuple[bool, Node]
"""A need, and whether its words must stand in order."""
Condition = tuple[frozenset[int] | None, str | None, tuple[Any, ...]]
"""The leaves of which one must hold, or else the rule that must (neither: it always may); what must hold besides."""


@dataclass(frozen=True, slots=True)
class Reading:
    """How a chunk is read as the keys that its words may have.

    `keys` are those that are asked for, each with its number, and `endings` what may stand for what at the end of one.
    Beyond that, `others` are keys of a unit alone; `several` of a unit together with more units; `shapes` of what an
    expression finds. `unended` are chunks that look like the end of a sentence, and are a word with a full stop.
    """

    keys: Mapping[str, int]
    endings: Sequence[tuple[str, str]]
    others: Mapping[str, Sequence[str]]
    several: Mapping[str, Sequence[tuple[frozenset[str], str]]]
    shapes: Sequence[tuple[str, str]]
    unended: frozenset[str]

    def of(self, chunk: str) -> tuple[int, ...]:
        """The numbers of the keys that words in a chunk in lower case may have."""
        units = set(UNIT.findall(chunk))
        found = units.copy()
        for unit in units:
            found.update(unit.removesuffix(old) + new for old, new in self.endings if unit.endswith(old))
            found.update(self.others.get(unit, ()))
            found.update(key for more, key in self.several.get(unit, ()) if more <= units)
        found.update(key for shape, key in self.shapes if re.search(shape, chunk))
        return tuple(self.keys[key] for key in found if key in self.keys)


@dataclass(frozen=True, slots=True)
class Table:
    """What a gate goes by.

    `sets` are keys of which a word must have one, `leaves` what patterns need, `wakes` the leaves that each key brings
    into question, `awake` those that always are. Of the conditions of each rule under `rules` one must hold, and one
    of the rules `asked` for a draft to matter.
    """

    sets: Sequence[Sequence[int]]
    leaves: Sequence[Leaf]
    wakes: Sequence[Sequence[int]]
    awake: frozenset[int]
    rules: Mapping[str, Sequence[Condition]]
    asked: Sequence[str]


class Gate:
    """Which drafts may matter."""

    def __init__(self, table: Table, reading: Reading) -> None:
        self._table = table
        self._reading = reading
        self._read = lru_cache(maxsize=_CHUNKS_KEPT)(reading.of)

    def may_matter(self, draft: Draft) -> bool:
        """Whether a draft may be an apology or a follow-up; where not, it is surely neither."""
        words = _Words(self._table.sets)
        for block in blocks(draft):
            words.add(block.text.split(), self._read, self._reading.unended)
        if draft.placeholders and GAP in self._reading.keys:
            words.keys[self._reading.keys[GAP]] = words.everywhere
        search = _Search(self._table, words)
        return any(map(search.rule, self._table.asked))

    def as_data(self) -> tuple[Any, ...]:
        """The gate as plain tuples, frozensets, dicts and texts, for `from_data`."""
        return tuple(tuple(getattr(part, each.name) for each in fields(part)) for part in (self._table, self._reading))

    @classmethod
    def from_data(cls, data: tuple[Any, ...]) -> Gate:
        """The gate that gave this data."""
        table, reading = data
        return cls(Table(*table), Reading(*reading))


class _Words:
    """Where each key stands: a bit for each chunk between blanks, and a zero bit between blocks.

    A word never goes beyond a chunk, so the next word stands in the same chunk or in the next one.
    """

    def __init__(self, sets: Sequence[Sequence[int]]) -> None:
        self.keys: dict[int, int] = {}
        self.everywhere = 0
        self.sentences: list[int] = []
        self._next = 1
        self._sets = sets
        self._found: dict[int, int] = {}

    def add(self, chunks: Sequence[str], read: Callable[[str], Iterable[int]], unended: frozenset[str]) -> None:
        """Add the chunks of a block."""
        sentence = 0
        for at, chunk in enumerate(chunks):
            bit = self._next
            self._next <<= 1
            for key in read(chunk.lower()):
                self.keys[key] = self.keys.get(key, 0) | bit
            sentence |= bit
            if _ENDS.fullmatch(chunk) and chunk not in unended and _begins(chunks, at + 1):
                self._end(sentence)
                sentence = 0
        self._end(sentence)
        self._next <<= 1

    def _end(self, sentence: int) -> None:
        self.sentences.append(sentence)
        self.everywhere |= sentence

    def where(self, number: int) -> int:
        """The chunks in which a word with a key of a set may stand."""
        if number not in self._found:
            found = 0
            for key in self._sets[number]:
                if key in self.keys:
                    found |= self.keys[key]
            self._found[number] = found
        return self._found[number]


class _Search:
    """What may hold in one draft, each rule and leaf looked at once."""

    def __init__(self, table: Table, words: _Words) -> None:
        self._table = table
        self._words = words
        self._awake = table.awake.union(*(table.wakes[key] for key in words.keys))
        self._held: dict[str, bool] = {}
        self._leaf_held: dict[int, bool] = {}

    def rule(self, name: str) -> bool:
        """Whether a rule may hold."""
        if name not in self._held:
            self._held[name] = any(map(self._condition, self._table.rules[name]))
        return self._held[name]

    def _condition(self, condition: Condition) -> bool:
        leaves, rule, others = condition
        if leaves is not None:
            if not any(map(self._leaf, leaves & self._awake)):
                return False
        elif rule is not None and not self.rule(rule):
            return False
        return all(map(self._condition, others))

    def _leaf(self, number: int) -> bool:
        if number not in self._leaf_held:
            in_order, need = self._table.leaves[number]
            words = self._words
            held = _stands(need, words, words.everywhere)
            if held and in_order:
                held = _follow(need, words, words.everywhere) != 0
            elif held:
                held = any(_stands(need, words, sentence) for sentence in words.sentences)
            self._leaf_held[number] = held
        return self._leaf_held[number]


def _stands(node: Node, words: _Words, within: int) -> bool:
    """Whether what a node needs stands somewhere within some chunks, in any order."""
    match node[0]:
        case "one":
            return words.where(node[1]) & within != 0
        case "row":
            return all(_stands(each, words, within) for each in node[1])
        case "either":
            return any(_stands(each, words, within) for each in node[1])
    return True


def _follow(node: Node, words: _Words, reached: int) -> int:
    """Where a node's last word may stand when the word before its first stands in one of the chunks `reached`."""
    match node[0]:
        case "one":
            return (reached | reached << 1) & words.where(node[1])
        case "row":
            for each in node[1]:
                reached = _follow(each, words, reached)
                if not reached:
                    break
            return reached
        case "either":
            found = 0
            for each in node[1]:
                found |= _follow(each, words, reached)
            return found
        case "maybe":
            return reached | _follow(node[1], words, reached)
    for _ in range(node[1] if node[0] == "gap" else 1):
        reached = (reached | reached << 1) & words.everywhere
    return reached


def _begins(chunks: Sequence[str], at: int) -> bool:
    return at < len(chunks) and _BEGINS.match(chunks[at]) is not None
