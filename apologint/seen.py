"""Telling what came before, of very many things in little room."""

from __future__ import annotations

from array import array
from collections.abc import Hashable

_PARTS = 64
_FIRST_SIZE = 8


class Seen:
    """Remembers things by their hashes alone, in 11 to 16 bytes each; a set of the hashes takes five times that.

    Two things of one hash count as one, which among a million comes up once in millions of runs.
    """

    def __init__(self) -> None:
        self._parts = [_Part() for _ in range(_PARTS)]

    def add(self, thing: Hashable) -> bool:
        """Whether `thing` is new; from now on it is not."""
        mark = hash(thing) or 1  # 0 is an empty place
        return self._parts[mark % _PARTS].add(mark)


class _Part:
    """Some of the marks. Each part grows by itself, so that the old room beside the new one is never that of all."""

    def __init__(self) -> None:
        self._marks = _room(_FIRST_SIZE)
        self._count = 0

    def add(self, mark: int) -> bool:
        """Whether `mark` is new."""
        at = _place(self._marks, mark)
        if self._marks[at]:
            return False
        self._marks[at] = mark
        self._count += 1
        if self._count * 4 > len(self._marks) * 3:
            self._marks = _moved(self._marks)
        return True


def _room(size: int) -> array[int]:
    return array("q", bytes(8 * size))


def _place(marks: array[int], mark: int) -> int:
    """Where `mark` stands or may stand: the first place that is its own or empty, from the one on that it leads to."""
    size = len(marks)
    at = mark // _PARTS % size
    while marks[at] and marks[at] != mark:
        at = (at + 1) % size
    return at


def _moved(marks: array[int]) -> array[int]:
    """The same marks in half as much room again."""
    wider = _room(len(marks) * 3 // 2)
    for mark in filter(None, marks):
        wider[_place(wider, mark)] = mark
    return wider
