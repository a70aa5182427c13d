"""What lies in the cache, and emptying it."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from apologint.cache import database, kept
from apologint.cache.table import TableError


@dataclass(frozen=True, slots=True)
class Contents:
    """What is kept: how many analyses, how many files derived from the rules, and the bytes of all files."""

    analyses: int
    derived: int
    size: int


def contents(folder: Path) -> Contents:
    """What is kept in `folder`: nothing, where there is no such folder."""
    table = database.newest_table(folder)
    analyses = 0
    with suppress(TableError):
        analyses = table.count()
    table.close()
    return Contents(analyses, len([*folder.glob(kept.FILES)]), sum(path.stat().st_size for path in _files(folder)))


def empty(folder: Path) -> int:
    """Remove what is kept in `folder`, and say how many bytes that were; the folder stays, and what else is in it.

    Raises:
        OSError: a file cannot be removed.
    """
    freed = 0
    for path in [*_files(folder)]:
        freed += path.stat().st_size
        path.unlink()
    return freed


def _files(folder: Path) -> Iterator[Path]:
    for pattern in (database.FILES, kept.FILES, kept.UNFINISHED):
        yield from folder.glob(pattern)
