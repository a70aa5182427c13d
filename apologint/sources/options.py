"""What the user says about the drafts before they are read."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from apologint.language import Language
from apologint.model import Fault, Kind, Mode

if TYPE_CHECKING:
    from apologint.globs import Globs
    from apologint.said import SaidSource


@dataclass(frozen=True, slots=True)
class ReadOptions:
    """How inputs are read.

    `encoding` is the name of a Python codec; a file of more than `max_bytes` is refused. `mode` None takes a file for
    a template and standard input for a draft. `language` says whether drafts that are not in English are passed over.
    `kind` and `fault`, where given, hold over a draft's own front matter. `sources` say where the
    messages of some files stand.
    """

    encoding: str
    max_bytes: int
    mode: Mode | None = None
    kind: Kind | None = None
    fault: Fault | None = None
    language: Language = Language.ENGLISH
    sources: tuple[SaidSource, ...] = ()


class FileGlobs(NamedTuple):
    """Which files are taken from a folder: those that `include` matches, None for all, and `exclude` does not.

    What is named is taken whatever they say, but with `force_exclude`, which is for a program that names the files, not
    if `exclude` matches it.
    """

    include: Globs | None = None
    exclude: Globs | None = None
    force_exclude: bool = False

    def excludes(self, path: Path, *, is_folder: bool) -> bool:
        """Whether `exclude` matches what is at `path`, or a folder above it."""
        absolute = os.path.abspath(path)  # noqa: PTH100 - resolve() follows links, and the globs do not
        return self.exclude is not None and self.exclude.cover(absolute, is_folder=is_folder)
