"""Finding the files that hold drafts."""

from __future__ import annotations

import os
from codecs import BOM_UTF8
from collections.abc import Callable, Collection, Iterator, Sequence
from pathlib import Path

from apologint.model import InputError, Skipped
from apologint.seen import Seen
from apologint.source_errors import OnError, reason, shown
from apologint.sources import word
from apologint.sources.decode import looks_binary
from apologint.sources.found import Found
from apologint.sources.options import FileGlobs

STDIN = "-"
ALL_FILES = FileGlobs()
_WANTED = 'such as .md, .html, .json or .csv (for others: --include "*.tpl")'
_SNIFFED = 8000  # bytes, as git does


def find_files(
    paths: Sequence[str],
    suffixes: Collection[str],
    on_error: OnError,
    on_skip: Callable[[Skipped], None] = lambda _: None,
    *,
    globs: FileGlobs = ALL_FILES,
    encoding: str = "utf-8",
) -> Iterator[Path | None]:
    """Each file to read, once, in the order of `paths`; None stands for standard input (`-`).

    A named file is taken whatever it is called. A folder is searched in sorted order for names that end in one of
    `suffixes` (such as `.md`), as `FolderSearch` does; a binary or empty file in it goes to `on_skip`, and so does one
    that is named where the globs say that a program does the naming. What is missing, unreadable or holds no draft
    goes to `on_error`. `encoding` is the codec of the texts.
    """
    seen = Seen()
    for name in paths:
        for file in _named(name, suffixes, on_error, globs):
            if not seen.add(file.real if file else None):
                continue
            unfit = _unfit(file.path, encoding) if file and not file.is_meant else None
            if file and unfit:
                on_skip(Skipped(shown(file.path), None, None, unfit))
            else:
                yield file.path if file else None


def _named(name: str, suffixes: Collection[str], on_error: OnError, globs: FileGlobs) -> Iterator[Found | None]:
    if name == STDIN:
        yield None
        return
    path = Path(name)
    try:
        is_folder = path.is_dir()
        if globs.force_exclude and globs.excludes(path, is_folder=is_folder):
            return
        if is_folder:
            yield from _in_folder(path, suffixes, on_error, globs)
        elif path.exists():
            yield Found(path, os.path.realpath(path), is_meant=not globs.force_exclude)
        else:
            on_error(InputError(shown(path), "no such file or folder: check the path"))
    except (OSError, RuntimeError, ValueError) as error:
        on_error(InputError(shown(path), f"cannot be read: {reason(error)}"))


def _in_folder(folder: Path, suffixes: Collection[str], on_error: OnError, globs: FileGlobs) -> Iterator[Found]:
    from apologint.sources.folders import FolderSearch  # noqa: PLC0415 - who names files does without

    search = FolderSearch(suffixes, globs, on_error)
    found = False
    for file in search.files(folder):
        found = True
        yield file
    if not found:
        lacking = _lacking(globs, passed_over=search.passed_over)
        on_error(InputError(shown(folder), f"no drafts in this folder: it holds no file {lacking}"))


def _lacking(globs: FileGlobs, *, passed_over: bool) -> str:
    conditions = ["that is not ignored or excluded"] if passed_over else []
    if globs.include:
        conditions.append(f"that include matches ({', '.join(globs.include.lines)})")
        return " and ".join(conditions)
    return " ".join([*conditions, _WANTED])


def _unfit(path: Path, encoding: str) -> str | None:
    """Why a file is not worth a complaint, as far as its first bytes show."""
    try:
        with path.open("rb", buffering=0) as stream:
            start = stream.read(_SNIFFED)
    except OSError:
        return None
    if len(start) < _SNIFFED and not start.removeprefix(BOM_UTF8).strip():
        return "empty"
    if word.is_word(start) and path.suffix.lower() == word.SUFFIX and word.can_read():
        return None
    return "binary" if looks_binary(start, encoding) else None
