"""The worst of many things, in room for a few."""

from __future__ import annotations

from bisect import insort
from collections.abc import Iterator
from typing import Any, Generic, TypeVar

_Item = TypeVar("_Item")


class Worst(Generic[_Item]):
    """Keeps at most `most` items, those with the lowest ranks; of equal rank, those that came first.

    `dropped` counts the others.
    """

    def __init__(self, most: int) -> None:
        self._most = most
        self._added = 0
        self._kept: list[tuple[Any, int, _Item]] = []

    @property
    def dropped(self) -> int:
        """How many were added and not kept."""
        return self._added - len(self._kept)

    def add(self, rank: Any, item: _Item) -> None:
        """Offer one item; ranks can be compared with each other."""
        insort(self._kept, (rank, self._added, item), key=lambda kept: kept[:2])
        self._added += 1
        del self._kept[self._most :]

    def __iter__(self) -> Iterator[_Item]:
        return (item for _, _, item in self._kept)
