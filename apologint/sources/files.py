"""Finding the files that hold drafts."""

from __future__ import annotations

import os
from collections.abc import Callable, Collection, Iterator, Sequence
from pathlib import Path

from apologint.model import InputError

STDIN = "-"
VENDORED = frozenset({"__pycache__", "bower_components", "node_modules", "site-packages", "vendor", "venv"})


def find_files(
    paths: Sequence[str], suffixes: Collection[str], on_error: Callable[[InputError], None]
) -> Iterator[Path | None]:
    """Each file to read, once, in the order of `paths`; None stands for standard input (`-`).

    A named file is taken whatever it is called. A folder is searched in sorted order for names that end in one of
    `suffixes` (such as `.md`); hidden and vendored folders and hidden files in it are passed over, and a folder met
    again through a link is not searched again. What is missing, unreadable or holds no draft goes to `on_error`.
    """
    seen: set[Path | None] = set()
    for name in paths:
        for file in _named(name, suffixes, on_error):
            key = file and file.resolve()
            if key not in seen:
                seen.add(key)
                yield file


def shown(path: Path) -> str:
    """The path as text that can be printed: what is not Unicode in it becomes a replacement character."""
    return os.fsencode(path).decode("utf-8", "replace")


def _named(name: str, suffixes: Collection[str], on_error: Callable[[InputError], None]) -> Iterator[Path | None]:
    if name == STDIN:
        yield None
        return
    path = Path(name)
    try:
        if path.is_dir():
            yield from _in_folder(path, suffixes, on_error)
        elif path.exists():
            yield path
        else:
            on_error(InputError(shown(path), "no such file or folder: check the path"))
    except (OSError, RuntimeError, ValueError) as error:
        on_error(InputError(shown(path), f"cannot be read: {reason(error)}"))


def _in_folder(folder: Path, suffixes: Collection[str], on_error: Callable[[InputError], None]) -> Iterator[Path]:
    found = False
    for file in _walk(folder, set(), on_error):
        if file.suffix.lower() in suffixes:
            found = True
            yield file
    if not found:
        on_error(InputError(shown(folder), f"no drafts in this folder: it holds no {_listed(suffixes)} file"))


def _walk(folder: Path, searched: set[Path], on_error: Callable[[InputError], None]) -> Iterator[Path]:
    real = folder.resolve()
    if real in searched:
        return
    searched.add(real)
    try:
        entries = sorted(folder.iterdir())
    except OSError as error:
        on_error(InputError(shown(folder), f"cannot be read: {reason(error)}"))
        return
    for entry in entries:
        if entry.name.startswith("."):
            continue
        if entry.is_file():
            yield entry
        elif entry.is_dir() and entry.name not in VENDORED:
            yield from _walk(entry, searched, on_error)


def reason(error: Exception) -> str:
    """What went wrong, in the words of the system."""
    return (isinstance(error, OSError) and error.strerror) or str(error)


def _listed(suffixes: Collection[str]) -> str:
    *most, last = sorted(suffixes)
    return f"{', '.join(most)} or {last}" if most else last
