"""Searching a folder for the files that may hold drafts."""

from __future__ import annotations

import os
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from pathlib import Path

from apologint.globs import Globs
from apologint.model import InputError
from apologint.seen import Seen
from apologint.source_errors import OnError, reason, shown
from apologint.sources.found import Found
from apologint.sources.git_ignored import is_ignored, layers_above, layers_in
from apologint.sources.name_order import in_order
from apologint.sources.options import FileGlobs

VENDORED = frozenset({"__pycache__", "bower_components", "node_modules", "site-packages", "vendor", "venv"})

_END = "\0"
"""Ends a name: it stands in none, and comes before all letters, so that names with marks are in the order of names."""
_FOLDER, _LINK = "d", "l"


@dataclass(frozen=True, slots=True)
class _Place:
    """A folder on the way: what to call it, its absolute and its real path, and what git ignores in it from above."""

    name: str
    path: str
    real: str
    ignored: tuple[Globs, ...]


class FolderSearch:
    """One search of a folder for files with names that end in one of `suffixes` (such as `.md`).

    Hidden and vendored folders, hidden files, what git ignores and what `globs` rule out are passed over, and a folder
    met again through a link is not searched again. A folder that cannot be read goes to `on_error`. `passed_over` says
    whether git or the globs rule out anything that was to be taken otherwise.
    """

    def __init__(self, suffixes: Collection[str], globs: FileGlobs, on_error: OnError) -> None:
        self._suffixes = {*suffixes, *_suffixes_named(globs.include)}
        self._include = globs.include
        self._exclude = globs.exclude
        self._on_error = on_error
        self._searched = Seen()
        self.passed_over = False

    def files(self, folder: Path) -> Iterator[Found]:
        """The files in `folder`, in sorted order; it is searched although it is ignored itself, as it was asked for."""
        path = os.path.abspath(folder)  # noqa: PTH100 - resolve() follows links, and git and the globs do not
        return self._walk(_Place(str(folder), path, os.path.realpath(folder), layers_above(path)))

    def _walk(self, place: _Place) -> Iterator[Found]:
        if not self._searched.add(place.real):
            return
        try:
            with os.scandir(place.name) as found:
                entries = in_order(filter(None, map(self._marked, found)))
        except OSError as error:
            self._on_error(InputError(shown(place.name), f"cannot be read: {reason(error)}"))
            return
        ignored = layers_in(place.path, place.ignored)
        for entry in entries:
            name, _, marks = entry.partition(_END)
            path = os.path.join(place.path, name)  # noqa: PTH118 - a Path for every entry is slow
            is_folder = _FOLDER in marks
            if self._rules_out(path, ignored, is_folder=is_folder):
                continue
            called = os.path.join(place.name, name)  # noqa: PTH118
            real = os.path.realpath(called) if _LINK in marks else os.path.join(place.real, name)  # noqa: PTH118
            if is_folder:
                yield from self._walk(_Place(called, path, real, ignored))
            else:
                yield Found(Path(called), real)

    def _marked(self, entry: os.DirEntry[str]) -> str | None:
        """The name of an entry and what it is: all that is kept until its turn comes. None where it is passed over."""
        if entry.name.startswith("."):
            return None
        link = _LINK if entry.is_symlink() else ""
        if _is_folder(entry):
            return None if entry.name in VENDORED else f"{entry.name}{_END}{_FOLDER}{link}"
        is_candidate = _suffix(entry.name) in self._suffixes and _is_file(entry)
        return f"{entry.name}{_END}{link}" if is_candidate else None

    def _rules_out(self, path: str, ignored: tuple[Globs, ...], *, is_folder: bool) -> bool:
        if self._include is not None and not is_folder and not self._include.cover(path, is_folder=False):
            return True
        is_excluded = self._exclude is not None and self._exclude.verdict(path, is_folder=is_folder)
        ruled_out = bool(is_excluded or is_ignored(path, ignored, is_folder=is_folder))
        self.passed_over = self.passed_over or ruled_out
        return ruled_out


def _suffixes_named(include: Globs | None) -> Iterator[str]:
    """The endings that patterns ask for by name: `*.tpl` asks for files that are not looked for otherwise."""
    return filter(None, map(_suffix, include.lines if include else ()))


def _suffix(name: str) -> str:
    return os.path.splitext(name)[1].lower()  # noqa: PTH122 - a Path for every entry is slow


def _is_folder(entry: os.DirEntry[str]) -> bool:
    try:
        return entry.is_dir()
    except OSError:
        return False


def _is_file(entry: os.DirEntry[str]) -> bool:
    try:
        return entry.is_file()
    except OSError:
        return False
