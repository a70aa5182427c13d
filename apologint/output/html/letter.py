"""A draft cut into pieces, each with the marks that it bears."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from apologint.model import Draft, Finding, Region, Severity
from apologint.output.placed import stands_in
from apologint.text.touching import Touching


@dataclass(frozen=True, slots=True)
class Piece:
    """A run of the text: how bad the worst finding on it is, whether no rule looked at it, and what ends after it.

    `ends` holds findings with their numbers in the list of all.
    """

    text: str
    severity: Severity | None
    skipped: bool
    ends: tuple[tuple[int, Finding], ...]


def pieces(draft: Draft, findings: Sequence[Finding]) -> Iterator[Piece]:
    """The whole text of `draft` in order, cut where a finding or a skipped region begins or ends.

    The findings are numbered from 1.
    """
    marks = [(number, each) for number, each in enumerate(findings, 1) if stands_in(each, draft)]
    ending: dict[int, list[tuple[int, Finding]]] = defaultdict(list)
    marked: dict[Severity, list[Region]] = {severity: [] for severity in Severity}
    for number, each in marks:
        ending[each.location.region.end].append((number, each))
        marked[each.severity].append(each.location.region)
    unread = Touching(draft.skip)
    worst_first = [(severity, Touching(regions)) for severity, regions in marked.items()]
    regions = (*(each.location.region for _, each in marks), *draft.skip)
    cuts = sorted({0, len(draft.text), *(end for region in regions for end in (region.start, region.end))})
    for start, end in zip([0, *cuts], cuts, strict=False):
        piece = Region(start, end)
        is_empty = start == end
        yield Piece(
            draft.text[start:end],
            None if is_empty else next((severity for severity, over in worst_first if over.cover(piece)), None),
            not is_empty and unread.cover(piece),
            tuple(ending.get(end, ())),
        )
