"""From the paths on the command line to drafts, and what went wrong on the way."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import count
from pathlib import Path
from typing import TypeVar

from apologint.cli.streams import standard_input
from apologint.config import Config
from apologint.model import Draft, Fault, InputError, Kind, Skipped
from apologint.sources import FileGlobs, ReadOptions, find_drafts, read_drafts

_T = TypeVar("_T")


class Reading:
    """Reads the drafts of one run.

    What could not be read is added to `errors` and what was not to be linted to `skipped`, as reading goes on. What was
    not found stands first in both, although files are found while others are read.

    Args:
        config: all settings.
        kind: what all drafts are, whatever they say themselves; None leaves it to them.
        fault: whose fault it was in all of them, likewise.
    """

    def __init__(self, config: Config, kind: Kind | None = None, fault: Fault | None = None) -> None:
        self.errors: list[InputError] = []
        self.skipped: list[Skipped] = []
        self._config = config
        self._options = ReadOptions(
            config.encoding, config.max_bytes, config.mode, kind, fault, config.language, config.sources
        )

    def files(self, paths: Sequence[str]) -> Iterator[Path | None]:
        """The files with drafts in `paths`, found as they are asked for; None stands for standard input."""
        config = self._config
        return find_drafts(
            paths,
            _first_in(self.errors),
            _first_in(self.skipped),
            globs=FileGlobs(config.include, config.exclude, config.force_exclude),
            encoding=config.encoding,
            sources=config.sources,
        )

    def drafts(self, files: Iterable[Path | None], stdin_name: str = "<stdin>") -> Iterator[Draft]:
        """The drafts in `files`; what comes from standard input is read as if it were called `stdin_name`."""
        return read_drafts(
            files,
            self._options,
            self.errors.append,
            self.skipped.append,
            stdin=standard_input(),
            stdin_name=stdin_name,
        )


def _first_in(items: list[_T]) -> Callable[[_T], None]:
    """Puts what it is given into `items`, in order and before all that others add."""
    places = count()
    return lambda item: items.insert(next(places), item)
