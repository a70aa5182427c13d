"""Where patterns hold in a draft, and what is within reach of what."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from apologint.model import Quality, Step

if TYPE_CHECKING:
    from apologint.engine.automaton import Automaton
    from apologint.engine.clauses import Clause
    from apologint.engine.document import ParsedDraft, Sentence, Word


@dataclass(frozen=True, slots=True)
class Hit:
    """Where a pattern holds: offsets in the draft, the sentence, and the clause if there is one."""

    start: int
    end: int
    sentence: Sentence | None
    clause: Clause | None = None
    tag: str | None = None


@dataclass(slots=True)
class View:
    """A parsed draft with what is already known about it: step qualities, and what was found, each sought once."""

    parsed: ParsedDraft
    run: Callable[[View, str], list[Hit]]
    fired: dict[str, list[Hit]] = field(default_factory=dict)
    found: dict[Finder, list[Hit]] = field(default_factory=dict)
    qualities: dict[Step, Quality] = field(default_factory=dict)
    spans: dict[Automaton, dict[int, list[tuple[Word, Word]]]] = field(default_factory=dict)

    def matches(self, automaton: Automaton, number: int) -> list[tuple[Word, Word]]:
        """The first and the last word of each match of one of the patterns of an automaton, in order."""
        if automaton not in self.spans:
            found: dict[int, list[tuple[Word, Word]]] = {}
            for row in self.parsed.words:
                for each, spans in automaton.find(row).items():
                    found.setdefault(each, []).extend((row[start], row[end - 1]) for start, end in spans)
            self.spans[automaton] = found
        return self.spans[automaton].get(number, [])

    def hits(self, rule_id: str) -> list[Hit]:
        """Where a rule holds in this draft."""
        if rule_id not in self.fired:
            self.fired[rule_id] = self.run(self, rule_id)
        return self.fired[rule_id]


Finder = Callable[[View], list[Hit]]


def once(search: Finder) -> Finder:
    """A finder that looks only once at each view."""

    def find(view: View) -> list[Hit]:
        if search not in view.found:
            view.found[search] = search(view)
        return view.found[search]

    return find


def condition(find: Finder, scope: str) -> Callable[[View, Hit], bool]:
    """Whether a finder has a hit within reach of another hit; for a hit without a place all is within reach."""
    within_reach = _REACH[scope]

    def holds(view: View, hit: Hit) -> bool:
        return any(other.sentence is None or hit.sentence is None or within_reach(other, hit) for other in find(view))

    return holds


def _distance(other: Hit, hit: Hit) -> int:
    """How many sentences the other stands behind the hit; negative before it."""
    return other.sentence.index - hit.sentence.index if other.sentence is not None and hit.sentence is not None else 0


_REACH: Mapping[str, Callable[[Hit, Hit], bool]] = {
    "here": lambda other, hit: other.start < hit.end and hit.start < other.end,
    "clause": lambda other, hit: other.clause is not None and other.clause is hit.clause,
    "sentence": lambda other, hit: _distance(other, hit) == 0,
    "near": lambda other, hit: abs(_distance(other, hit)) <= 1,
    "before": lambda other, hit: _distance(other, hit) == -1,
    "after": lambda other, hit: _distance(other, hit) == 1,
    "earlier": lambda other, hit: _distance(other, hit) < 0,
    "later": lambda other, hit: _distance(other, hit) > 0,
    "draft": lambda _other, _hit: True,
}
SCOPES = tuple(_REACH)
