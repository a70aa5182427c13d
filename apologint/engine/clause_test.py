"""Clause patterns such as {doer: us, act: fault}, all of them tried on a clause at once."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import partial
from itertools import islice
from typing import TYPE_CHECKING, Any

from apologint.engine.automaton import Automaton
from apologint.engine.certainty import HYPOTHETICAL
from apologint.engine.objects import complement
from apologint.engine.schema import CLAUSE_BODIES, CLAUSE_WORDS, as_list

if TYPE_CHECKING:
    from apologint.engine.clauses import Clause
    from apologint.engine.document import Sentence, Word
    from apologint.engine.lexicon import Lexicon

ANYHOW: Mapping[str, Any] = {"polarity": "any", "hypothetical": True}
"""What a body says that takes a clause whether it denies, asks, or supposes."""
_NONE = frozenset(("none",))

TRAITS: Mapping[str, Callable[[Clause], frozenset[Any]]] = {
    "act": lambda clause: clause.acts,
    "doer": lambda clause: frozenset((clause.doer,)),
    "certainty": lambda clause: clause.certainty,
    "polarity": lambda clause: frozenset(("negative" if clause.negative else "positive",)),
    "hypothetical": lambda clause: frozenset((bool(clause.certainty & HYPOTHETICAL),)),
    "subject": lambda clause: frozenset((clause.subject,)),
    "owner": lambda clause: frozenset((clause.owner,)),
    "to": lambda clause: clause.to or _NONE,
    "object": lambda clause: frozenset((clause.object,)),
    "time": lambda clause: frozenset((clause.time,)),
    "link": lambda clause: clause.links or _NONE,
    "place": lambda clause: frozenset((clause.place,)),
    "passive": lambda clause: frozenset((clause.passive,)),
    "nominal": lambda clause: frozenset((clause.nominal,)),
}
"""What a clause is by each field that a pattern may ask for; one of the values that the pattern names must be there."""

_PARTS: Mapping[str, Callable[[Clause], Sequence[Word]]] = {
    "": lambda clause: clause.words,
    "object_": lambda clause: clause.object_words,
    "complement_": complement,
}


class ClausePatterns:
    """Bodies of clause patterns that the schema has passed, numbered from 0 in the order in which they were added.

    Where a body is silent, the clause must be positive and neither asked, told nor conditional.
    """

    def __init__(self, lexicon: Lexicon) -> None:
        self.wording = Automaton(lexicon.notation.vocabulary)
        self._lexicon = lexicon
        self._wanted: dict[str, dict[Any, int]] = {trait: {} for trait in TRAITS}
        self._silent = dict.fromkeys(TRAITS, 0)
        self._known: dict[tuple[str, frozenset[Any]], int] = {}
        self._further: list[list[_Test]] = []
        self._asked = 0

    @property
    def size(self) -> int:
        """How many bodies there are, with those inside them."""
        return len(self._further)

    def add(self, body: Mapping[str, Any]) -> int:
        """Look for clauses that fit a body from now on; its number."""
        number = self._add(body)
        self._asked |= 1 << number
        return number

    def find(self, sentences: Iterable[Sentence]) -> dict[int, list[Clause]]:
        """The clauses that fit each body, in order; a body that none fits is not among them."""
        found: dict[int, list[Clause]] = {}
        fitting = _Fitting(self)
        for sentence in sentences:
            for clause in sentence.clauses:
                for number in _bits(fitting.likely(clause) & self._asked):
                    if fitting.fits(number, clause):
                        found.setdefault(number, []).append(clause)
        return found

    def likely(self, clause: Clause) -> int:
        """The bodies that a clause fits by all that has values, as bits: their further tests are still to be made."""
        likely = -1
        for trait, read in TRAITS.items():
            told = (trait, read(clause))
            if told not in self._known:
                wanted = self._wanted[trait]
                self._known[told] = self._silent[trait]
                for value in told[1]:
                    self._known[told] |= wanted.get(value, 0)
            likely &= self._known[told]
        return likely

    def further(self, number: int) -> Sequence[_Test]:
        """The tests of a body that are not about values."""
        return self._further[number]

    def _add(self, body: Mapping[str, Any]) -> int:
        further = [
            self._wording(key, value) if key in CLAUSE_WORDS else self._related(key, value)
            for key, value in body.items()
            if key in CLAUSE_WORDS or key in CLAUSE_BODIES
        ]
        number = len(self._further)
        self._further.append(further)
        self._known.clear()
        wanted = _wanted(body)
        for trait in TRAITS:
            if trait not in wanted:
                self._silent[trait] |= 1 << number
            for value in wanted.get(trait, ()):
                self._wanted[trait][value] = self._wanted[trait].get(value, 0) | 1 << number
        return number

    def _wording(self, key: str, source: str) -> _Test:
        number = self.wording.add(self._lexicon.notation.pattern(source).part)
        if key == "root":
            return lambda clause, fitting: number in fitting.at_root(clause)
        wanted = key.endswith("has")
        part = key.removesuffix("has").removesuffix("lacks")
        return lambda clause, fitting: (number in fitting.within(part, clause)) is wanted

    def _related(self, key: str, value: Any) -> _Test:
        bodies = [{**ANYHOW, **each} for each in as_list(value)] if key == "not" else as_list(value)
        numbers = tuple(map(self._add, bodies))
        return partial(_RELATED[key], numbers)


def _wanted(body: Mapping[str, Any]) -> Mapping[str, frozenset[Any]]:
    """The values of a clause of which a body names one, by trait; a trait of which it takes any value is left out."""
    wanted = {key: frozenset(as_list(value)) for key, value in body.items() if key in TRAITS}
    for key in ("doer", "subject"):
        if "us" in wanted.get(key, ()):
            wanted[key] |= {"we"}
    wanted.setdefault("polarity", frozenset(("positive",)))
    if "any" in wanted["polarity"]:
        del wanted["polarity"]
    hypothetical = body.get("hypothetical", bool(HYPOTHETICAL & wanted.get("certainty", frozenset())))
    wanted["hypothetical"] = frozenset((False, hypothetical))
    return wanted


class _Fitting:
    """What is already known of how the clauses of one draft fit."""

    def __init__(self, patterns: ClausePatterns) -> None:
        self._patterns = patterns
        self._likely: dict[Clause, int] = {}
        self._fits: dict[tuple[tuple[int, ...], Clause], bool] = {}
        self._within: dict[tuple[str, Clause], Iterable[int]] = {}
        self._beneath: dict[tuple[tuple[int, ...], Clause], bool] = {}
        self._over: dict[tuple[tuple[int, ...], Sentence], set[Clause]] = {}
        self._first_two: dict[tuple[tuple[int, ...], Sentence], list[Clause]] = {}

    def likely(self, clause: Clause) -> int:
        """See ClausePatterns."""
        if clause not in self._likely:
            self._likely[clause] = self._patterns.likely(clause)
        return self._likely[clause]

    def fits(self, number: int, clause: Clause) -> bool:
        """Whether a clause fits a body."""
        return bool(self.likely(clause) >> number & 1) and all(
            test(clause, self) for test in self._patterns.further(number)
        )

    def fits_any(self, numbers: tuple[int, ...], clause: Clause) -> bool:
        """Whether a clause fits one of some bodies."""
        told = (numbers, clause)
        if told not in self._fits:
            self._fits[told] = any(self.fits(number, clause) for number in numbers)
        return self._fits[told]

    def within(self, part: str, clause: Clause) -> Iterable[int]:
        """The word patterns that stand in a part of a clause."""
        told = (part, clause)
        if told not in self._within:
            self._within[told] = self._patterns.wording.find(_PARTS[part](clause)).keys()
        return self._within[told]

    def at_root(self, clause: Clause) -> Iterable[int]:
        """The word patterns that begin with the root of a clause."""
        told = ("root", clause)
        if told not in self._within:
            at = bisect_left(clause.words, clause.root.index, key=lambda word: word.index)
            self._within[told] = self._patterns.wording.ends(clause.words, at).keys()
        return self._within[told]

    def beneath(self, numbers: tuple[int, ...], clause: Clause) -> bool:
        """Whether a clause hangs on one that fits one of some bodies, at whatever distance."""
        climbed: list[Clause] = []
        above: Clause | None = clause
        while above is not None and (numbers, above) not in self._beneath:
            climbed.append(above)
            self._beneath[numbers, above] = False
            above = above.governor
        for each in reversed(climbed):
            over = each.governor
            self._beneath[numbers, each] = over is not None and (
                self.fits_any(numbers, over) or self._beneath[numbers, over]
            )
        return self._beneath[numbers, clause]

    def over(self, numbers: tuple[int, ...], sentence: Sentence) -> set[Clause]:
        """The clauses of a sentence on which one hangs, at whatever distance, that fits one of some bodies."""
        told = (numbers, sentence)
        if told not in self._over:
            found = self._over[told] = set()
            for clause in sentence.clauses:
                above = clause.governor if self.fits_any(numbers, clause) else None
                while above is not None and above not in found:
                    found.add(above)
                    above = above.governor
        return self._over[told]

    def joined(self, numbers: tuple[int, ...], clause: Clause) -> bool:
        """Whether another clause of the sentence fits one of some bodies."""
        told = (numbers, clause.sentence)
        if told not in self._first_two:
            fitting = (each for each in clause.sentence.clauses if self.fits_any(numbers, each))
            self._first_two[told] = list(islice(fitting, 2))
        return any(each is not clause for each in self._first_two[told])


_Test = Callable[["Clause", _Fitting], bool]

_RELATED: Mapping[str, Callable[[tuple[int, ...], Clause, _Fitting], bool]] = {
    "not": lambda numbers, clause, fitting: not fitting.fits_any(numbers, clause),
    "under": lambda numbers, clause, fitting: (
        clause.governor is not None and fitting.fits_any(numbers, clause.governor)
    ),
    "beneath": lambda numbers, clause, fitting: fitting.beneath(numbers, clause),
    "over": lambda numbers, clause, fitting: clause in fitting.over(numbers, clause.sentence),
    "joined_to": lambda numbers, clause, fitting: fitting.joined(numbers, clause),
}


def _bits(mask: int) -> Iterable[int]:
    while mask:
        lowest = mask & -mask
        yield lowest.bit_length() - 1
        mask ^= lowest
