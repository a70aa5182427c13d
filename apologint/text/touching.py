"""Which of many regions touch another, without asking each of them."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from itertools import accumulate
from typing import Protocol


class Extent(Protocol):
    """What has a start and an end in a text, such as a Region: in code points from 0."""

    @property
    def start(self) -> int:
        """Where it begins."""

    @property
    def end(self) -> int:
        """One past its last character."""


class Touching:
    """Regions of one text, in any order, and overlapping or not."""

    def __init__(self, regions: Iterable[Extent]) -> None:
        in_order = sorted(enumerate(regions), key=lambda numbered: numbered[1].start)
        self._numbers = [number for number, _ in in_order]
        self._starts = [region.start for _, region in in_order]
        self._ends = [region.end for _, region in in_order]
        self._furthest = list(accumulate(self._ends, max))

    def touch(self, region: Extent) -> bool:
        """Whether one of them has a character in common with `region`."""
        before = bisect_left(self._starts, region.end)
        return before > 0 and self._furthest[before - 1] > region.start

    def cover(self, region: Extent) -> bool:
        """Whether one of them has `region` in it."""
        before = bisect_right(self._starts, region.start)
        return before > 0 and self._furthest[before - 1] >= region.end

    def numbers(self, region: Extent) -> list[int]:
        """Which of them have a character in common with `region`, by their numbers from 0."""
        first = bisect_right(self._furthest, region.start)
        before = bisect_left(self._starts, region.end)
        return sorted(self._numbers[index] for index in range(first, before) if self._ends[index] > region.start)
