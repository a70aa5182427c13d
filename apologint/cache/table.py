"""One SQLite file with a table of values by key."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path

_SCHEMA = "CREATE TABLE entries (key BLOB PRIMARY KEY NOT NULL, used INTEGER NOT NULL, value BLOB NOT NULL)"
_WAIT = 0.25
"""Seconds to wait for another process that writes."""
_AT_ONCE = 500
"""Keys in one question, fewer than any build of SQLite takes."""
_PAGES = 500
"""Kilobytes of the file that are held in memory. Keys lie anywhere in it: with more, hardly fewer pages are read."""
_PASSING = frozenset(
    (
        sqlite3.SQLITE_BUSY,
        sqlite3.SQLITE_LOCKED,
        sqlite3.SQLITE_CANTOPEN,
        sqlite3.SQLITE_FULL,
        sqlite3.SQLITE_IOERR,
        sqlite3.SQLITE_INTERRUPT,
        sqlite3.SQLITE_NOLFS,
        sqlite3.SQLITE_NOMEM,
        sqlite3.SQLITE_PERM,
        sqlite3.SQLITE_PROTOCOL,
        sqlite3.SQLITE_READONLY,
    )
)

Entry = tuple[bytes, int, bytes]
"""A key, the day of its last use, counted from 1970, and its value."""


class TableError(Exception):
    """The table cannot be used now: locked, no space, not allowed."""


class BrokenFileError(TableError):
    """The file is damaged, or is not of this program."""


class Table:
    """The table in the SQLite file at `path`; the first writing makes both.

    With a journal that is rolled back and not a log written ahead: that needs no second file for reading, works on
    read-only media, and on network drives as far as these have locks. Nothing waits for the disk; what a power cut
    takes is made again.
    """

    def __init__(self, path: Path) -> None:
        self.path = path
        self._connection: sqlite3.Connection | None = None
        self._is_checked = False

    def select(self, keys: Sequence[bytes]) -> list[Entry]:
        """The entries that are there of these keys.

        Raises:
            TableError: they cannot be read.
        """
        with self._errors():
            if not self._is_there():
                return []
            parts = (keys[start : start + _AT_ONCE] for start in range(0, len(keys), _AT_ONCE))
            return [entry for part in parts for entry in self._some(part)]

    def _some(self, keys: Sequence[bytes]) -> list[Entry]:
        asked, marks = set(keys), ",".join("?" * len(keys))
        entries = self._run(f"SELECT key, used, value FROM entries WHERE key IN ({marks})", keys).fetchall()
        if not all(key in asked and isinstance(used, int) and isinstance(value, bytes) for key, used, value in entries):
            raise BrokenFileError  # SQLite does not see to the types, and takes much for a table that is none any more
        return entries

    def insert(self, entries: Sequence[Entry], limit: int) -> None:
        """Write `entries`; where the file has `limit` bytes, a quarter of those that are there make room.

        Raises:
            TableError: they cannot be written; none of them is.
        """
        with self._transaction() as connection:
            if self._bytes_used() >= limit:
                connection.execute(
                    "DELETE FROM entries WHERE rowid IN (SELECT rowid FROM entries ORDER BY used, rowid"
                    " LIMIT (SELECT count(*) FROM entries) / 4 + 1)"
                )
            connection.executemany("INSERT OR REPLACE INTO entries VALUES (?, ?, ?)", entries)

    def touch(self, keys: Iterable[bytes], day: int) -> None:
        """Write down that `keys` were used on that day.

        Raises:
            TableError: it cannot be written.
        """
        with self._transaction() as connection:
            connection.executemany("UPDATE entries SET used = ? WHERE key = ?", [(day, key) for key in keys])

    def count(self) -> int:
        """The number of entries.

        Raises:
            TableError: they cannot be read.
        """
        with self._errors():
            return int(self._run("SELECT count(*) FROM entries").fetchone()[0]) if self._is_there() else 0

    def close(self) -> None:
        """Let go of the file; it is opened again when it is needed."""
        if self._connection is not None:
            with suppress(sqlite3.Error):
                self._connection.close()
        self._connection = None
        self._is_checked = False

    def _run(self, sql: str, values: Sequence[bytes] = ()) -> sqlite3.Cursor:
        if self._connection is None:
            uri = f"{self.path.absolute().as_uri()}?mode=rw"
            self._connection = sqlite3.connect(uri, uri=True, timeout=_WAIT, isolation_level=None)
            self._connection.text_factory = bytes
            self._connection.execute("PRAGMA synchronous = OFF")
            self._connection.execute("PRAGMA cell_size_check = ON")
            self._connection.execute(f"PRAGMA cache_size = -{_PAGES}")
        return self._connection.execute(sql, values)

    def _is_there(self) -> bool:
        """Whether the table is there: it is not between the making of the file and the first writing."""
        if not self._is_checked and self.path.is_file():
            schema = [sql for (sql,) in self._run("SELECT sql FROM sqlite_master") if sql]
            if schema not in ([], [_SCHEMA.encode()]):
                raise BrokenFileError
            self._is_checked = bool(schema)
        return self._is_checked

    def _bytes_used(self) -> int:
        size, pages, free = (
            self._run(f"PRAGMA {name}").fetchone()[0] for name in ("page_size", "page_count", "freelist_count")
        )
        return int(size * (pages - free))

    @contextmanager
    def _transaction(self) -> Iterator[sqlite3.Connection]:
        with self._errors():
            if self._connection is None:
                os.close(os.open(self.path, os.O_RDWR | os.O_CREAT, 0o600))
            self._run("BEGIN IMMEDIATE")
            assert self._connection is not None
            with self._connection:
                if not self._is_there():
                    self._run(_SCHEMA)
                yield self._connection
            self._is_checked = True

    @contextmanager
    def _errors(self) -> Iterator[None]:
        """Tell a file that is broken from one that cannot be had now."""
        try:
            yield
        except OSError as error:
            raise TableError from error
        except UnicodeDecodeError as error:  # from the words of an error of SQLite, which quote what is damaged
            raise BrokenFileError from error
        except sqlite3.Error as error:
            code = getattr(error, "sqlite_errorcode", sqlite3.SQLITE_INTERRUPT)
            raise (TableError if code & 0xFF in _PASSING else BrokenFileError) from error
