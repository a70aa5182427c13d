"""What git is told to ignore."""

from __future__ import annotations

from pathlib import Path

from apologint.globs import Globs

_GIT = ".git"
_NAME = ".gitignore"


def ignored_above(folder: Path) -> tuple[Globs, ...]:
    """What the folders above the absolute `folder` say, the nearest last: those of its repository, or all.

    A pattern on `folder` itself or one above it is left out, so that a folder that is searched on request is.
    """
    above: list[Globs] = []
    for parent in (folder, *folder.parents):
        if parent != folder:
            above[:0] = _of_folder(parent)
        if (parent / _GIT).exists():
            above[:0] = _of_repository(parent)
            break
    ...


def ignored_in(folder: Path, names: Collection[str], above: Sequence[Globs]) -> Sequence[Globs]:
    """What holds in `folder`, which has entries `names`"""
