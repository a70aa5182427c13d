"""Telling what came before, of very many things in little room."""

from __future__ import annotations

from array import array
from collections.abc import Hashable

_FIRST_SIZE = 64


class Seen:
    """Remembers things by their hashes alone, in 12 to 24 bytes each; a set of the hashes takes four times that.

    Two things of one hash count as one, which among a million comes up once in millions of runs.
    """

    def __init__(self) -> None:
        self._marks = _room(_FIRST_SIZE)
        self._count = 0

    def add(self, thing: Hashable) -> bool:
        """Whether `thing` is new; from now on it is not."""
        mark = hash(thing) or 1
        at = _place(self._marks, mark)
        if self._marks[at]:
            return False
        self._marks[at] = mark
        self._count += 1
        if self._count * 3 > len(self._marks) * 2:
            self._marks = _moved(self._marks)
        return True


def _room(size: int) -> array[int]:
    """So many empty places, a power of two; 0 stands for none."""
    return array("q", bytes(8 * size))


def _place(marks: array[int], mark: int) -> int:
    """Where `mark` stands, or else may: the first place that is empty, from the one on that its last bits name."""
    last = len(marks) - 1
    at = mark & last
    while marks[at] and marks[at] != mark:
        at = (at + 1) & last
    return at


def _moved(marks: array[int]) -> array[int]:
    """The same marks in twice the room."""
    wider = _room(2 * len(marks))
    for mark in filter(None, marks):
        wider[_place(wider, mark)] = mark
    return wider
