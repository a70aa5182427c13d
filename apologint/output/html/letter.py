"""A draft cut into pieces, each with the marks that it bears."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from apologint.model import Draft, Finding, Severity
from apologint.output.placed import stands_in

_WORST_FIRST = list(Severity)


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
    marked = [each.location.region for _, each in marks]
    ends = {end for region in (*marked, *draft.skip) for end in (region.start, region.end)}
    cuts = sorted({0, len(draft.text), *ends})
    for start, end in zip([0, *cuts], cuts, strict=False):
        over = [each for _, each in marks if each.location.region.start <= start < end <= each.location.region.end]
        yield Piece(
            draft.text[start:end],
            min((each.severity for each in over), key=_WORST_FIRST.index, default=None),
            any(skip.start <= start < end <= skip.end for skip in draft.skip),
            tuple(mark for mark in marks if mark[1].location.region.end == end),
        )
