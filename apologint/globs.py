"""Patterns for the names of files and folders, written as in a `.gitignore`."""

from __future__ import annotations

import os
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathspec import GitIgnoreSpec
    from pathspec.patterns.gitignore.spec import GitIgnoreSpecPattern


@dataclass(frozen=True)
class Globs:
    """Patterns, of which the last that matches a path decides; they are read from the folder `base` on.

    Above and beside `base` only those match that are tied to no place, such as `*.bak` or `**/old/*.md`. A line that is
    no pattern is passed over, as git does. pathspec is loaded with the first path: most runs ask for none.
    """

    lines: tuple[str, ...]
    base: Path

    def verdict(self, path: str, *, is_folder: bool) -> bool | None:
        """Whether the absolute `path` itself is matched, whatever is said of the folders it stands in.

        False where a `!` takes it back, None where no pattern says anything.
        """
        spec, path = self._asked(path, is_folder)
        for pattern in reversed(spec.patterns):
            found = pattern.match_file(path)
            if found and _is_about_end(found.match):
                return pattern.include
        return None

    def cover(self, path: str, *, is_folder: bool) -> bool:
        """Whether the absolute `path` or a folder it stands in is matched."""
        spec, path = self._asked(path, is_folder)
        return spec.match_file(path)

    def _asked(self, path: str, is_folder: bool) -> tuple[GitIgnoreSpec, str]:
        """The patterns that may match `path`, and how they see it."""
        spec = self._spec if path.startswith(self._prefix) else self._free
        path = path.removeprefix(self._prefix).replace(os.sep, "/").lstrip("/")
        return spec, f"{path}/" if is_folder else path

    @cached_property
    def _prefix(self) -> str:
        return f"{os.path.abspath(self.base).rstrip(os.sep)}{os.sep}"  # noqa: PTH100 - resolve() follows links

    @cached_property
    def _spec(self) -> GitIgnoreSpec:
        return _spec(self.lines)

    @cached_property
    def _free(self) -> GitIgnoreSpec:
        return _spec(line for line in self.lines if not _is_tied(line))


def is_glob(line: str) -> bool:
    """Whether `line` is a pattern: no comment, and nothing that cannot match."""
    return any(pattern.include is not None for pattern in _patterns(line))


def _spec(lines: Iterable[str]) -> GitIgnoreSpec:
    from pathspec import GitIgnoreSpec  # noqa: PLC0415 - takes longer to load than a small folder to search

    return GitIgnoreSpec([pattern for line in lines for pattern in _patterns(line)])


def _is_tied(line: str) -> bool:
    """Whether a pattern is tied to the folder that it is read from."""
    path = line.rstrip().removeprefix("!")
    return "/" in path.removesuffix("/") and not path.startswith("**/")


def _patterns(line: str) -> Sequence[GitIgnoreSpecPattern]:
    from pathspec import GitIgnoreSpec  # noqa: PLC0415

    try:
        return GitIgnoreSpec.from_lines([line]).patterns
    except (ValueError, re.error):
        return []


def _is_about_end(match: re.Match[str]) -> bool:
    """Whether a pattern matched the end of a path, and not a folder on the way.

    pathspec's expression for a pattern that ends in `**` has no group, and matches up to the slash of the folder that
    it is about the content of; that for any folder (`*/`) is not anchored.
    """
    path = match.string
    whole, is_folder = match.end() == len(path), path.endswith("/")
    if not match.re.groups:
        return not (whole and is_folder)
    return whole or (is_folder and match.start() > 0)
