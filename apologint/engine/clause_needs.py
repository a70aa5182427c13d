"""What must stand in a sentence for a clause pattern to hold there, as far as words say it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Mapping
from functools import cache
from itertools import chain
from typing import TYPE_CHECKING, Any

from apologint.engine.lexicon import MODALS, Lexicon
from apologint.engine.need import NOTHING, Node, either, loose, one, row
from apologint.engine.schema import CLAUSE_WORDS, as_list
from apologint.engine.word_shapes import shape

if TYPE_CHECKING:
    from apologint.engine.wordpattern import WordPattern

_RELATED = ("under", "beneath", "over", "joined_to")
_LINKS = {"but": "contrasts", "because": "causes", "so_that": "purposes"}


class ClauseNeeds:
    """The needs of clause patterns: words that must stand in the sentence of the clause, in any order."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._lexicon = lexicon
        self._act = cache(self._read_act)

    def of(self, body: Mapping[str, Any]) -> Node:
        """The need of a clause pattern."""
        return loose(row(self._field(key, as_list(value)) for key, value in body.items()))

    def _field(self, key: str, values: list[Any]) -> Node:
        if key in CLAUSE_WORDS:
            pattern = self._lexicon.notation.pattern(values[0])
            return NOTHING if key.endswith("lacks") else _wording(pattern)
        if key in _RELATED:
            return either(map(self.of, values))
        needs: Mapping[str, Callable[[Any], Node]] = {
            "act": self._act,
            "certainty": self._certainty,
            "polarity": self._polarity,
            "doer": self._who,
            "subject": self._who,
            "owner": self._who,
            "to": self._who,
            "object": self._object,
            "link": self._link,
        }
        return either(map(needs[key], values)) if key in needs else NOTHING

    def _read_act(self, name: str) -> Node:
        act = self._lexicon.acts[name]
        verbs: dict[tuple[frozenset[str], ...], set[str]] = defaultdict(set)
        for entry in chain.from_iterable(act.verbs.values()):
            verbs[entry.rest].add(entry.verb)
        spoken = [row([one(heads), *map(one, rest)]) for rest, heads in verbs.items()]
        manner = [_wording(act.manner)] if act.manner is not None else []
        return either([one(act.nouns | act.adjectives), *spoken, *manner])

    def _certainty(self, value: str) -> Node:
        modal, _, perfect = value.partition("-")
        needs = [self._operator(value)] if value in self._lexicon.maps.get("operators", {}) else []
        if modal in MODALS:
            needs.append(one(self._lexicon.map_words("modals", modal)))
        if perfect:
            return row([*needs, one(self._lexicon.list("perfect"))])
        if value == "perfect":
            return one(self._lexicon.list("perfect"))
        return either(needs) if needs and value not in ("asked", "done") else NOTHING

    def _operator(self, name: str) -> Node:
        pattern = self._lexicon.pattern("operators", name)
        return _wording(pattern) if pattern is not None else one(())

    def _polarity(self, value: str) -> Node:
        return one(self._lexicon.list("negators")) if value == "negative" else NOTHING

    def _who(self, value: str) -> Node:
        """A name can be made of any words, and our side be meant without a word."""
        lexicon = self._lexicon
        words = [lexicon.person(value, part) for part in ("pronouns", "possessives", "nouns")]
        match value:
            case "customer" | "anyone" | "system":
                pass
            case "third":
                words += [lexicon.list("others"), lexicon.list("people_pronouns")]
            case "they":
                words = [lexicon.list("people_pronouns")]
            case "it":
                words = [lexicon.list("pointers")]
            case _:
                return NOTHING
        return NOTHING if lexicon.person(value, "names") else one(frozenset().union(*words))

    def _object(self, value: str) -> Node:
        return one(self._lexicon.map_words("naming", value)) if value in ("vague", "class") else NOTHING

    def _link(self, value: str) -> Node:
        return one(self._lexicon.list(_LINKS[value])) if value in _LINKS else NOTHING


def _wording(pattern: WordPattern) -> Node:
    """What a pattern needs among the words of a clause, which need not stand together in the draft."""
    return loose(shape(pattern))
