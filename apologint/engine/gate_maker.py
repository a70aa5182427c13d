"""Makes the gate of a rule set for a pipeline."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from math import inf

from spacy.language import Language

from apologint.engine.clause_needs import ClauseNeeds
from apologint.engine.gate import GAP, Condition, Gate, Leaf, Reading, Table
from apologint.engine.need import Node, branches, one
from apologint.engine.rules import Pattern, RuleKind, RuleSet
from apologint.engine.schema import as_list
from apologint.engine.surfaces import Surfaces, are_known
from apologint.engine.word_shapes import shape
from apologint.model import Kind

_ANY: Node = ("any",)
_ALWAYS: Condition = (None, None, ())


def build_gate(ruleset: RuleSet, nlp: Language) -> Gate | None:
    """The gate of these rules, or None where the pipeline makes its words in ways that cannot be read back.

    Args:
        ruleset: rules that do not refer to each other in a circle.
        nlp: the pipeline that they are used with.
    """
    if not are_known(nlp):
        return None
    needs = _Needs(ruleset, Surfaces(nlp))
    reading = needs.reading(nlp.tokenizer.rules)  # type: ignore[union-attr]
    frequency = Counter(
        key for text in _examples(ruleset) for chunk in text.split() for key in reading.of(chunk.lower())
    )
    rarity = _Rarity([sum(1 + frequency[key] for key in keys) for keys in needs.sets])
    return Gate(needs.table(rarity), reading)


class _Needs:
    """What the signals for an apology or a follow-up need, and the rules that they ask."""

    def __init__(self, ruleset: RuleSet, surfaces: Surfaces) -> None:
        self.sets: list[tuple[int, ...]] = []
        self._keys: dict[str, int] = {}
        self._ruleset = ruleset
        self._surfaces = surfaces
        self._clauses = ClauseNeeds(ruleset.lexicon)
        self._numbers: dict[frozenset[str], int | None] = {}
        self._nodes: dict[Node, Node] = {}
        self._leaves: dict[Leaf, int] = {}
        self._rules: dict[str, tuple[Condition, ...]] = {}
        signals = ruleset.of_kind(RuleKind.SIGNAL)
        self._asked = tuple(rule.id for rule in signals if rule.votes is not Kind.OTHER and rule.points > 0)
        for name in self._asked:
            self._add(name)

    def reading(self, chunks: Iterable[str]) -> Reading:
        """How to read the keys that are asked for, given the special cases of the tokenizer."""
        surfaces = self._surfaces
        return Reading(
            self._keys,
            surfaces.endings,
            {unit: tuple(keys) for unit, keys in surfaces.others.items()},
            {unit: tuple(more) for unit, more in surfaces.several.items()},
            tuple(surfaces.shapes),
            frozenset(chunk for chunk in chunks if chunk[-1] in ".!?"),
        )

    def table(self, rarity: _Rarity) -> Table:
        """All needs, those of them that have no order with what decides them soonest before the rest."""
        leaves = [(in_order, need if in_order else rarity.sorted(need)) for in_order, need in self._leaves]
        wakes: list[list[int]] = [[] for _ in self._keys]
        awake = []
        for number, (_, need) in enumerate(leaves):
            _, rarest = rarity.rarest(need)
            if rarest is None:
                awake.append(number)
            else:
                for key in {key for each in rarest for key in self.sets[each]}:
                    wakes[key].append(number)
        asked = tuple(sorted(self._asked, key=self._cost))
        return Table(tuple(self.sets), tuple(leaves), tuple(map(tuple, wakes)), frozenset(awake), self._rules, asked)

    def _cost(self, name: str) -> int:
        """How many leaves it can take to tell whether a rule holds."""
        return sum(map(self._cost_of, self._rules[name]))

    def _cost_of(self, condition: Condition) -> int:
        leaves, rule, others = condition
        own = len(leaves) if leaves is not None else self._cost(rule) if rule is not None else 0
        return own + sum(map(self._cost_of, others))

    def _add(self, name: str) -> None:
        if name not in self._rules:
            rule = self._ruleset.rules[name]
            absent = rule.kind is RuleKind.ABSENCE
            self._rules[name] = (_ALWAYS,) if absent else tuple(map(self._condition, rule.when))

    def _condition(self, pattern: Pattern) -> Condition:
        others = tuple(map(self._condition, pattern.options.get("and", ())))
        match pattern.sort:
            case "words":
                notation = self._ruleset.lexicon.notation
                needs = [shape(notation.pattern(source)) for source in as_list(pattern.body)]
                return self._leaves_of(needs, in_order=True), None, others
            case "clause":
                return self._leaves_of([self._clauses.of(pattern.body)], in_order=False), None, others
            case "placeholder":
                return self._leaves_of([one({GAP})], in_order=False), None, others
            case "rule":
                self._add(pattern.body)
                return None, pattern.body, others
        return None, None, others

    def _leaves_of(self, needs: Iterable[Node], *, in_order: bool) -> frozenset[int]:
        return frozenset(self._leaf(branch, in_order=in_order) for need in needs for branch in branches(need))

    def _leaf(self, need: Node, *, in_order: bool) -> int:
        return self._leaves.setdefault((in_order, self._numbered(need)), len(self._leaves))

    def _numbered(self, node: Node) -> Node:
        """A need with numbers of sets of keys in place of keys; equal parts are one, to be kept and read once."""
        match node[0]:
            case "one":
                number = self._number(node[1])
                node = _ANY if number is None else ("one", number)
            case "maybe":
                node = ("maybe", self._numbered(node[1]))
            case "row" | "either":
                node = (node[0], tuple(map(self._numbered, node[1])))
        return self._nodes.setdefault(node, node)

    def _number(self, keys: frozenset[str]) -> int | None:
        if keys not in self._numbers:
            said = self._ruleset.lexicon.with_synonyms(keys)
            known = self._surfaces.are_known(said)
            self._numbers[keys] = len(self.sets) if known else None
            if known:
                self.sets.append(tuple(self._keys.setdefault(key, len(self._keys)) for key in sorted(said)))
        return self._numbers[keys]


class _Rarity:
    """Tells what of a need is rarest, by how often words of each set stand in examples."""

    def __init__(self, often: Sequence[int]) -> None:
        self._often = often

    def rarest(self, need: Node) -> tuple[float, frozenset[int] | None]:
        """Sets of which one must be there, and how often they are; None for the sets where none must."""
        if need[0] == "one":
            return self._often[need[1]], frozenset((need[1],))
        if need[0] not in ("row", "either"):
            return inf, None
        parts = [self.rarest(each) for each in need[1]]
        if need[0] == "row":
            return min(parts, key=lambda part: part[0], default=(inf, None))
        sets = [part for _, part in parts if part is not None]
        return (sum(often for often, _ in parts), frozenset().union(*sets)) if len(sets) == len(parts) else (inf, None)

    def sorted(self, need: Node) -> Node:
        """A need in no order, with what decides it soonest before the rest."""
        if need[0] not in ("row", "either"):
            return need
        parts = sorted(map(self.sorted, need[1]), key=lambda part: self.rarest(part)[0], reverse=need[0] == "either")
        return (need[0], tuple(parts))


def _examples(ruleset: RuleSet) -> Iterator[str]:
    for rule in ruleset.rules.values():
        yield from (*rule.good, *rule.bad)
