"""Files that are found some way ahead of whoever reads them."""

from __future__ import annotations

import os
from collections.abc import Iterator
from itertools import islice
from pathlib import Path

_EACH = 10
_END = b"\0"


class FilesAhead(Iterator[Path | None]):
    """The `files` in their order; with each that is taken ten more are found, so their number is known early.

    Of those that wait only the names are kept, one behind the other: as many paths take ten times that. The first
    `some` are found at once, and `found` says how many were so far.
    """

    def __init__(self, files: Iterator[Path | None], some: int) -> None:
        self._files = files
        self._waiting = bytearray()
        self.found = 0
        self._is_done = False
        self._find(some)

    @property
    def number(self) -> int | None:
        """How many files there are; None while that is not known."""
        return self.found if self._is_done else None

    def __next__(self) -> Path | None:
        self._find(_EACH)
        if not self._waiting:
            raise StopIteration
        end = self._waiting.index(_END)
        name = bytes(self._waiting[:end])
        del self._waiting[: end + 1]
        return Path(os.fsdecode(name)) if name else None

    def _find(self, number: int) -> None:
        before = self.found
        for file in islice(self._files, number):
            self._waiting += (b"" if file is None else os.fsencode(file)) + _END
            self.found += 1
        self._is_done = self.found < before + number
