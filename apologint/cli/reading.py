"""From the paths on the command line to drafts, and what went wrong on the way."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import count
from pathlib import Path

from apologint.cli.skipped import Skips
from apologint.cli.streams import standard_input
from apologint.config import Config
from apologint.model import Draft, Fault, InputError, Kind
from apologint.sources import FileGlobs, OnError, ReadOptions, find_drafts, read_drafts


class Reading:
    """Reads the drafts of one run.

    What could not be read is added to `errors`, and what was not to be linted to `skipped_files` and
    `skipped_messages`, as reading goes on. What was not found stands first among the errors, although files are found
    while others are read.

    Args:
        config: all settings.
        kind: what all drafts are, whatever they say themselves; None leaves it to them.
        fault: whose fault it was in all of them, likewise.
        list_skipped: whether what was skipped is to be listed, and not only counted.
    """

    def __init__(
        self, config: Config, kind: Kind | None = None, fault: Fault | None = None, *, list_skipped: bool = False
    ) -> None:
        self.errors: list[InputError] = []
        self.skipped_files = Skips(listed=list_skipped)
        self.skipped_messages = Skips(listed=list_skipped)
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
            self.skipped_files.add,
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
            self.skipped_messages.add,
            stdin=standard_input(),
            stdin_name=stdin_name,
        )


def _first_in(errors: list[InputError]) -> OnError:
    """Puts what it is given into `errors`, in order and before all that others add."""
    places = count()
    return lambda error: errors.insert(next(places), error)
