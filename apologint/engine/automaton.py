"""Finds many word patterns in one walk over some words.

The patterns together are an automaton. A state is a set of what may still be to be matched, and a step takes it over a
word. States and steps come into being when a text first needs them, and are remembered. They stay few because a gap
does not change what stands behind it: a state waits there for some words instead of becoming another one with each.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from apologint.engine.vocabulary import Vocabulary, Word, WordClass
from apologint.engine.wordparts import ANY_WORD, Gap, Part, Rest

_REMEMBERED = 500_000
_MANY = 4
_NEW = 2

Spans = list[tuple[int, int]]


class _State:
    """What may still be to be matched, and what it leads to: by a word, and by a key of a word."""

    __slots__ = ("_first", "by_key", "complete", "rests", "steps")

    def __init__(self, rests: frozenset[Rest]) -> None:
        self.rests = rests
        self.complete = tuple(rest.number for rest in rests if rest.complete)
        self.steps: dict[WordClass, _Waiting] = {}
        self.by_key: dict[str, _Ways] = {}
        self._first: frozenset[str] | None = None

    def keys_of(self, word: WordClass) -> frozenset[str]:
        """The keys of a word by which this may go on, among others."""
        if len(self.steps) < _NEW:
            return word.keys
        if self._first is None:
            self._first = frozenset().union(*(rest.first for rest in self.rests))
        return word.keys & self._first


_Waiting = tuple[tuple[_State, int], ...]
"""States, each with the number of words for which it may wait."""

_Ways = frozenset[tuple[Rest, int]]
"""What may come next, without a gap in front, and how many words may be left out there."""


class Automaton:
    """Some patterns, numbered from 0 in the order in which they were added.

    Args:
        vocabulary: knows the words of all patterns that will be added.
        remember: how much is remembered, in steps and parts of states; then all is forgotten, and found again.
    """

    def __init__(self, vocabulary: Vocabulary, remember: int = _REMEMBERED) -> None:
        self._vocabulary = vocabulary
        self._room = remember
        self._patterns: list[Part] = []
        self._remembered = 0
        self._begin: _Waiting = ()
        self._known_rests: dict[tuple[Part, Rest], Rest] = {}
        self._known_ways: dict[Rest, _Ways] = {}
        self._known_after: dict[tuple[Rest, str], _Ways] = {}
        self._known_steps: dict[_Ways, _Waiting] = {}
        self._known_states: dict[frozenset[Rest], _State] = {}

    @property
    def size(self) -> int:
        """How many patterns there are."""
        return len(self._patterns)

    def add(self, pattern: Part) -> int:
        """Look for a pattern, which matches at least one word, from now on; its number."""
        self._patterns.append(pattern)
        if self._begin:
            self._forget()
        return len(self._patterns) - 1

    def find(self, words: Sequence[Word]) -> dict[int, Spans]:
        """All matches by pattern, left to right, as far as they go, none inside an earlier one of the same pattern.

        They are [start, end) indices into `words`; a pattern without any is not among them.
        """
        found: dict[int, Spans] = {}
        classes = list(map(self._vocabulary.class_of, words))
        for start in range(len(classes)):
            for number, end in self._ends(classes.__getitem__, start, len(classes)).items():
                spans = found.setdefault(number, [])
                if not spans or spans[-1][1] <= start:
                    spans.append((start, end))
        return found

    def ends(self, words: Sequence[Word], start: int) -> dict[int, int]:
        """The furthest end of a match that begins at `start`, as an index into `words`, by pattern."""
        return self._ends(lambda at: self._vocabulary.class_of(words[at]), start, len(words))

    def _ends(self, class_at: Callable[[int], WordClass], start: int, stop: int) -> dict[int, int]:
        ends: dict[int, int] = {}
        alive: Sequence[tuple[_State, int]] = self._begin or self._first_states()
        for at in range(start, stop):
            word = class_at(at)
            reached: Sequence[tuple[_State, int]] = ()
            for state, gap in alive:
                step = state.steps.get(word)
                if step is None:
                    step = self._step(state, word)
                if gap and ANY_WORD in word.keys:
                    step = (*step, (state, gap - 1))
                if step:
                    reached = (*reached, *step) if reached else step
            if not reached:
                break
            alive = reached if len(reached) < _MANY else _longest(reached)
            for state, _ in alive:
                for number in state.complete:
                    ends[number] = at + 1
        return ends

    def _step(self, state: _State, word: WordClass) -> _Waiting:
        if self._remembered > self._room:
            self._forget()
        self._remembered += 1
        by_key = state.by_key
        ways: _Ways = frozenset()
        for key in state.keys_of(word):
            more = by_key.get(key)
            if more is None:
                more = by_key[key] = self._by_key(state, key)
            if more:
                ways = ways | more if ways else more
        state.steps[word] = step = self._states(ways) if ways else ()
        return step

    def _by_key(self, state: _State, key: str) -> _Ways:
        after = [self._after(rest, key) for rest in state.rests if key in rest.first]
        return frozenset().union(*after)

    def _after(self, rest: Rest, key: str) -> _Ways:
        """What may come next once a rest has gone on with a word for one of its keys."""
        after = self._known_after.get((rest, key))
        if after is None:
            found: set[Rest] = set()
            rest.take(key, self._link, found)
            after = self._known_after[rest, key] = frozenset().union(*map(self._ways, found))
        return after

    def _states(self, ways: _Ways) -> _Waiting:
        step = self._known_steps.get(ways)
        if step is None:
            by_gap: dict[int, set[Rest]] = {}
            for rest, gap in ways:
                by_gap.setdefault(gap, set()).add(rest)
            step = tuple((self._state(frozenset(rests)), gap) for gap, rests in by_gap.items())
            self._known_steps[ways] = step
            self._remembered += len(ways)
        return step

    def _state(self, rests: frozenset[Rest]) -> _State:
        if rests not in self._known_states:
            self._known_states[rests] = _State(rests)
        return self._known_states[rests]

    def _ways(self, rest: Rest) -> _Ways:
        found = self._known_ways.get(rest)
        if found is None:
            part, behind = rest.part, rest.behind
            found = frozenset(((rest, 0),))
            if part is not None and behind is not None and ANY_WORD in rest.first:
                if isinstance(part, Gap):
                    found = frozenset((way, gap + part.longest) for way, gap in self._ways(behind))
                else:
                    found = frozenset().union(*map(self._ways, part.ways(behind, self._link))) or found
            self._known_ways[rest] = found
        return found

    def _link(self, part: Part, behind: Rest) -> Rest:
        rest = self._known_rests.get((part, behind))
        if rest is None:
            rest = self._known_rests[part, behind] = Rest(behind.number, part, behind)
        return rest

    def _first_states(self) -> _Waiting:
        whole = (Rest(number, part, Rest(number)) for number, part in enumerate(self._patterns))
        states = self._begin = self._states(frozenset().union(*map(self._ways, whole)))
        return states

    def _forget(self) -> None:
        self._remembered = 0
        self._begin = ()
        self._known_rests.clear()
        self._known_ways.clear()
        self._known_after.clear()
        self._known_steps.clear()
        self._known_states.clear()


def _longest(reached: Iterable[tuple[_State, int]]) -> list[tuple[_State, int]]:
    """Each state once, with the longest wait."""
    kept: dict[_State, int] = {}
    for state, gap in reached:
        kept[state] = max(gap, kept.get(state, 0))
    return list(kept.items())
