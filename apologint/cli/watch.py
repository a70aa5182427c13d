"""Showing on a terminal how far a run is."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from apologint.model import Report

if TYPE_CHECKING:
    from apologint.sources.files_ahead import FilesAhead

_MANY = 20


class Watch:
    """Watches the files of a run go in and its reports come out, with a bar on a terminal where there are many files.

    Where nobody looks they go by untouched: files are then found one by one, as they are read.
    """

    def __init__(self) -> None:
        self._ahead: FilesAhead | None = None

    def files(self, files: Iterator[Path | None]) -> Iterator[Path | None]:
        """The files to read, in their order."""
        if not sys.stderr.isatty():
            return files
        from apologint.sources.files_ahead import FilesAhead  # noqa: PLC0415 - builds and hooks have no terminal

        self._ahead = FilesAhead(files, _MANY)
        return self._ahead

    def reports(self, reports: Iterable[Report]) -> Iterable[Report]:
        """The reports as they come."""
        ahead = self._ahead
        if ahead is None or ahead.found < _MANY:
            return reports
        from apologint.cli.progress import with_bar  # noqa: PLC0415 - a few drafts do without

        return with_bar(reports, lambda: ahead.number)
