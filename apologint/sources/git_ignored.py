"""What git is told to ignore, inside a repository or not."""

from __future__ import annotations

import os
from collections.abc import Sequence
from pathlib import Path

from apologint.globs import Globs

_GIT = ".git"


def is_ignored(path: str, layers: Sequence[Globs], *, is_folder: bool) -> bool:
    """Whether the absolute `path` is ignored by `layers`, of which the last that says anything about it decides."""
    for layer in reversed(layers):
        verdict = layer.verdict(path, is_folder=is_folder)
        if verdict is not None:
            return verdict
    return False


def layers_above(folder: str) -> tuple[Globs, ...]:
    """What the repository around the absolute `folder` says, or outside of one all folders above it."""
    above: list[str] = []
    if not _is_repository(folder):
        for parent in map(str, Path(folder).parents):
            above.append(parent)
            if _is_repository(parent):
                break
    layers: tuple[Globs, ...] = ()
    for parent in reversed(above):
        layers = layers_in(parent, layers)
    return layers


def layers_in(folder: str, above: tuple[Globs, ...]) -> tuple[Globs, ...]:
    """What holds inside `folder`, in which and over which stands what is said `above`; a repository begins anew."""
    if _is_repository(folder):
        above = _layer(_git_folder(Path(folder)) / "info" / "exclude", folder)
    return above + _layer(Path(folder, ".gitignore"), folder)


def _is_repository(folder: str) -> bool:
    return os.path.lexists(os.path.join(folder, _GIT))  # noqa: PTH118 - asked for every folder, and a Path is slow


def _layer(file: Path, folder: str) -> tuple[Globs, ...]:
    lines = tuple(line.removesuffix("\r") for line in _text(file).split("\n") if line.strip())
    return (Globs(lines, Path(folder)),) if lines else ()


def _git_folder(folder: Path) -> Path:
    """Where the repository in `folder` is kept; a worktree's or submodule's `.git` is a file that names the place."""
    git = folder / _GIT
    if git.is_file():
        git = folder / _text(git).removeprefix("gitdir:").strip()
        git /= _text(git / "commondir").strip()
    return git


def _text(file: Path) -> str:
    try:
        return file.read_text(encoding="utf-8-sig", errors="surrogateescape")
    except (OSError, ValueError):
        return ""
