"""What of a draft's faults is switched off in its file, and which of these suppressions do nothing."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from pathlib import Path

from apologint.engine.rules import Rule, RuleKind, RuleSet
from apologint.linting.rule_names import not_reported, reported_rules
from apologint.model import Draft, Finding, InputError, Location, Match, Region, Severity, Step, Suppression
from apologint.text.locate import Locator
from apologint.text.touching import Touching

UNUSED = Rule(
    id="unused-suppression",
    kind=RuleKind.PROBLEM,
    what="Switches off what does not come up.",
    path=Path(__file__),
    line=1,
    step=Step.ACKNOWLEDGE,
    severity=Severity.WARNING,
    message="'{words}' is switched off here and does not come up.",
    suggestion="Delete the suppression, or the name from it.",
    why="The next fault of that sort would go unseen.",
)
"""A rule without a pattern: whoever knows what was suppressed finds it. It takes no points."""

_ALL = "all"
_NOTHING = "All rules are switched off here, and none comes up."
_WHOLE = "It is about the whole message: write 'ignore-item {}', or delete it."


class FileSuppressions:
    """The suppressions of one file while its drafts are judged, one after another.

    Args:
        rules: all rules of this run.
        severity: how bad an unused suppression is.
        is_judged: whether a rule of that name is looked for in this run; without a name, whether every rule is.
    """

    def __init__(self, rules: RuleSet, severity: Severity, is_judged: Callable[[str | None], bool]) -> None:
        self._rules = rules
        self._severity = severity
        self._is_judged = is_judged
        self._used: set[tuple[Location, str]] = set()
        self._shared: dict[Location, Suppression] = {}
        self._complained: set[InputError] = set()

    @cached_property
    def _reported(self) -> Mapping[str, Rule]:
        return reported_rules(self._rules)

    def silenced(self, draft: Draft, matches: Iterable[Match]) -> frozenset[Match]:
        """Those of `matches` that are switched off in `draft`; the suppressions that did it count as used."""
        if not draft.suppressions:
            return frozenset()
        locator = Locator(draft)
        whole = _words_of(draft, locator)
        by_rule: dict[str, list[Suppression]] = defaultdict(list)
        for suppression in draft.suppressions:
            for name in suppression.rules or (_ALL,):
                by_rule[name].append(suppression)
        faults: dict[str, list[Match]] = defaultdict(list)
        for match in matches:
            faults[match.rule].append(match)
            faults[_ALL].append(match)
        found: set[Match] = set()
        for name in by_rule.keys() & faults.keys():
            found.update(self._silenced(by_rule[name], name, faults[name], locator, whole))
        return frozenset(found)

    def _silenced(
        self, suppressions: Sequence[Suppression], name: str, faults: Sequence[Match], locator: Locator, whole: Region
    ) -> Iterator[Match]:
        """Those of `faults` that are switched off by `suppressions` of the same rule `name`."""
        absent = [match for match in faults if match.absent]
        there = {match: locator.at(match) for match in faults if not match.absent}
        places, areas = Touching(there.values()), Touching(suppressions)
        for suppression in suppressions:
            if places.touch(suppression) or (absent and _covers(suppression, whole)):
                self._used.add((suppression.said_at, name))
        yield from (match for match, place in there.items() if areas.touch(place))
        if areas.cover(whole):
            yield from absent

    def unused(self, draft: Draft) -> Iterator[Finding]:
        """The suppressions of `draft` that did nothing; those that it shares with others wait for `unused_shared`."""
        if not draft.suppressions:
            return
        excused = _excused(draft)
        for suppression in draft.suppressions:
            if suppression.shared:
                self._shared[suppression.said_at] = suppression
            else:
                yield from self._unused(suppression, excused)

    def waits(self) -> bool:
        """Whether a suppression that is shared by several drafts has done nothing so far."""
        return any(self._idle(suppression) for suppression in self._shared.values())

    def unused_shared(self, draft: Draft) -> Iterator[Finding]:
        """The shared suppressions that did nothing in any draft of the file, `draft` being the last."""
        excused = _excused(draft)
        for suppression in self._shared.values():
            yield from self._unused(suppression, excused)

    def complaints(self, draft: Draft) -> Iterator[InputError]:
        """What in the suppressions of `draft` cannot hold, each once for a file."""
        found = (*draft.complaints, *self._unknown_names(draft))
        for complaint in sorted(found, key=lambda complaint: complaint.line or 0):
            if complaint not in self._complained:
                self._complained.add(complaint)
                yield complaint

    def _unknown_names(self, draft: Draft) -> Iterator[InputError]:
        for suppression in draft.suppressions:
            for name in suppression.rules:
                if fault := not_reported(name, self._rules, self._reported):
                    yield InputError(draft.path, f"suppression: {fault}", suppression.said_at.line)

    def _idle(self, suppression: Suppression) -> list[str]:
        """The names in a suppression that are looked for and do not come up where it holds."""
        if UNUSED.id in suppression.rules:
            return []
        return [
            name
            for name in suppression.rules or (_ALL,)
            if (suppression.said_at, name) not in self._used and self._is_looked_for(name)
        ]

    def _is_looked_for(self, name: str) -> bool:
        return self._is_judged(None) if name == _ALL else name in self._reported and self._is_judged(name)

    def _unused(self, suppression: Suppression, excused: Touching) -> Iterator[Finding]:
        if not self._is_judged(UNUSED.id) or excused.touch(suppression.said_at):
            return
        for name in self._idle(suppression):
            rule = self._reported.get(name, UNUSED)
            is_about_all = rule.kind is RuleKind.ABSENCE
            yield Finding(
                rule=UNUSED.id,
                severity=self._severity,
                step=rule.step or Step.ACKNOWLEDGE,
                message=_NOTHING if name == _ALL else UNUSED.message.replace("{words}", name),
                suggestion=_WHOLE.format(name) if is_about_all else UNUSED.suggestion,
                location=suppression.said_at,
                points=0.0,
            )


def _excused(draft: Draft) -> Touching:
    """Where in the file of `draft` an unused suppression is not reported."""
    return Touching(suppression for suppression in draft.suppressions if UNUSED.id in suppression.rules)


def _covers(suppression: Suppression, whole: Region) -> bool:
    return suppression.start <= whole.start and whole.end <= suppression.end


def _words_of(draft: Draft, locator: Locator) -> Region:
    """Where in the file the words of `draft` stand."""
    text = draft.text.strip()
    start = draft.text.find(text) if text else 0
    place = locator.at(Region(start, start + len(text)))
    return Region(place.start, place.end)
