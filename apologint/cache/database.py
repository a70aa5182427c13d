"""Values by key that several processes read and write, and that may be lost at any time."""

from __future__ import annotations

import re
import time
from collections.abc import Iterable, Sequence
from contextlib import suppress
from functools import cached_property
from pathlib import Path

from apologint.cache.folder import prepare
from apologint.cache.table import BrokenFileError, Table, TableError

_LAYOUT = 1
"""Counted up with every change of the table, so that programs of several ages have a file each."""
_NUMBERED = re.compile(rf"analyses-{_LAYOUT}-(\d{{1,9}})\.sqlite3")
FILES = "analyses-*.sqlite3*"
"""All files of a database, those of other layouts and the journals too."""
_LIMIT = 500 * 2**20
_FAILURES = 3
"""So often reading or writing may fail: each time may have been a wait for another process."""
_DAY = 86_400
_STALE_AT_ONCE = 10_000
"""So many keys wait at most for the day of their last use to be written, all in one go: of a large library all may."""
_KEPT_DAYS = 7
"""For so long the day of the last use is not written again, so that a run that finds all it needs writes nothing."""


class Database:
    """Values by key, in a file in `folder`; the first value that is put makes both.

    Nothing raises: a value that cannot be had is not there, and one that cannot be kept is not kept. After a few
    failures that may last, such as a lock or a full disk, nothing is tried again. A broken file is left for one with
    the next number, and not made anew: another process may have it open. From `limit` bytes on, what was not used for
    longest makes room.
    """

    def __init__(self, folder: Path, limit: int = _LIMIT) -> None:
        self._folder = folder
        self._limit = limit
        self._reads = self._writes = _FAILURES
        self._today = int(time.time() / _DAY)
        self._stale: list[bytes] = []

    @cached_property
    def _table(self) -> Table:
        _sweep(self._folder, self._number)
        return _table(self._folder, self._number)

    @cached_property
    def _number(self) -> int:
        return _newest(self._folder)

    def get(self, keys: Sequence[bytes]) -> dict[bytes, bytes]:
        """The values that are there, by key."""
        found = {}
        try:
            for key, used, value in self._table.select(keys) if self._reads else ():
                found[key] = value
                if used + _KEPT_DAYS <= self._today:
                    self._stale.append(key)
        except BrokenFileError:
            self._leave_file()
        except TableError:
            self._reads -= 1
        if len(self._stale) >= _STALE_AT_ONCE:
            self._touch()
        return found

    def put(self, values: Iterable[tuple[bytes, bytes]]) -> None:
        """Keep these values under their keys."""
        entries = [(key, self._today, value) for key, value in values]
        for _ in range(2):
            if not entries or not self._writes or self._insert(entries):
                return
            self._leave_file()

    def close(self) -> None:
        """Write down what was used, and let go of the file."""
        self._touch()
        self._table.close()
        self._reads = self._writes = 0

    def _touch(self) -> None:
        if self._stale and self._writes:
            with suppress(TableError):
                self._table.touch(self._stale, self._today)
        self._stale.clear()

    def _insert(self, entries: Sequence[tuple[bytes, int, bytes]]) -> bool:
        """Whether the file is whole."""
        try:
            prepare(self._folder)
            self._table.insert(entries, self._limit)
        except BrokenFileError:
            return False
        except (TableError, OSError):
            self._writes -= 1
        return True

    def _leave_file(self) -> None:
        """Go on with the next file. The broken one stays, for others to find it broken too and come to the same."""
        self._table.close()
        self._stale.clear()
        self._number = max(self._number + 1, _newest(self._folder))
        self._table = _table(self._folder, self._number)


def newest_table(folder: Path) -> Table:
    """The table in `folder` that is in use, or would be."""
    return _table(folder, _newest(folder))


def _table(folder: Path, number: int) -> Table:
    return Table(folder / f"analyses-{_LAYOUT}-{number}.sqlite3")


def _newest(folder: Path) -> int:
    """The number of the file that is in use; 0 where there is none."""
    return max(_by_number(folder), default=(0,))[0]


def _sweep(folder: Path, number: int) -> None:
    """Remove the files that were left for that with a number."""
    with suppress(OSError):
        for earlier, path in _by_number(folder):
            if earlier < number:
                path.unlink()


def _by_number(folder: Path) -> list[tuple[int, Path]]:
    """The files of this layout, and their journals, with their numbers."""
    try:
        matched = [(_NUMBERED.match(path.name), path) for path in folder.iterdir()]
    except OSError:
        return []
    return [(int(found[1]), path) for found, path in matched if found]
