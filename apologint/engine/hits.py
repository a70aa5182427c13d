"""Where patterns hold in a draft, and what is within reach of what."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from apologint.engine.reach import NOWHERE, Places
from apologint.model import Quality, Step
from apologint.timing import stage

if TYPE_CHECKING:
    from apologint.engine.automaton import Automaton
    from apologint.engine.clause_test import ClausePatterns
    from apologint.engine.clauses import Clause
    from apologint.engine.document import ParsedDraft, Sentence


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
    _matches: dict[tuple[Automaton, int], dict[int, list[Hit]]] = field(default_factory=dict)
    _clauses: dict[tuple[ClausePatterns, int], dict[int, list[Clause]]] = field(default_factory=dict)
    _places: dict[Finder, Places] = field(default_factory=dict)

    def matches(self, wording: Automaton, number: int) -> list[Hit]:
        """The matches of one of some word patterns, in order."""
        sought = (wording, wording.size)
        if sought not in self._matches:
            with stage("matching words"):
                self._matches[sought] = self._all_matches(wording)
        return self._matches[sought].get(number, [])

    def _all_matches(self, wording: Automaton) -> dict[int, list[Hit]]:
        found: dict[int, list[Hit]] = {}
        for row in self.parsed.words:
            for each, spans in wording.find(row).items():
                found.setdefault(each, []).extend(
                    Hit(row[start].start, row[end - 1].end, row[start].sentence, row[start].clause)
                    for start, end in spans
                )
        return found

    def clauses(self, patterns: ClausePatterns, number: int) -> list[Clause]:
        """The clauses that fit one of some clause patterns, in order."""
        sought = (patterns, patterns.size)
        if sought not in self._clauses:
            with stage("testing clauses"):
                self._clauses[sought] = patterns.find(self.parsed.sentences)
        return self._clauses[sought].get(number, [])

    def places(self, find: Finder) -> Places:
        """Where the hits of a finder stand."""
        if find not in self._places:
            hits = find(self)
            self._places[find] = Places(hits) if hits else NOWHERE
        return self._places[find]

    def sentence_at(self, start: int, end: int) -> Sentence | None:
        """The first sentence that has something of a stretch of the draft."""
        sentences = self.parsed.sentences
        at = bisect_right(sentences, start, key=lambda sentence: sentence.end)
        return sentences[at] if at < len(sentences) and sentences[at].start < end else None

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
    return lambda view, hit: view.places(find).within(hit, scope)
