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
    from apologint.engine.automaton import Automaton, Spans
    from apologint.engine.clause_test import ClausePatterns
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
    _matches: dict[Automaton, tuple[int, dict[int, list[_InRow]]]] = field(default_factory=dict)
    _clauses: dict[ClausePatterns, tuple[int, dict[int, list[Clause]]]] = field(default_factory=dict)
    _places: dict[Finder, Places] = field(default_factory=dict)

    def matches(self, wording: Automaton, number: int) -> list[Hit]:
        """The matches of one of some word patterns, in order."""
        sought, found = self._matches.get(wording, (0, {}))
        if number >= sought:
            with stage("matching words"):
                found = self._all_matches(wording)
            self._matches[wording] = (wording.size, found)
        return [
            Hit(row[start].start, row[end - 1].end, row[start].sentence, row[start].clause)
            for row, spans in found.get(number, ())
            for start, end in spans
        ]

    def _all_matches(self, wording: Automaton) -> dict[int, list[_InRow]]:
        found: dict[int, list[_InRow]] = {}
        for row in self.parsed.words:
            for number, spans in wording.find(row).items():
                found.setdefault(number, []).append((row, spans))
        return found

    def clauses(self, patterns: ClausePatterns, number: int) -> list[Clause]:
        """The clauses that fit one of some clause patterns, in order."""
        sought, found = self._clauses.get(patterns, (0, {}))
        if number >= sought:
            with stage("testing clauses"):
                found = patterns.find(self.parsed.sentences)
            self._clauses[patterns] = (patterns.size, found)
        return found.get(number, [])

    def places(self, find: Finder) -> Places:
        """Where the hits of a finder stand."""
        places = self._places.get(find)
        if places is None:
            hits = find(self)
            places = self._places[find] = Places(hits) if hits else NOWHERE
        return places

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
_InRow = tuple[list["Word"], "Spans"]


def once(search: Finder) -> Finder:
    """A finder that looks only once at each view."""

    def find(view: View) -> list[Hit]:
        found = view.found.get(search)
        if found is None:
            found = view.found[search] = search(view)
        return found

    return find


def condition(find: Finder, scope: str) -> Callable[[View, Hit], bool]:
    """Whether a finder has a hit within reach of another hit; for a hit without a place all is within reach."""
    return lambda view, hit: view.places(find).within(hit, scope)
