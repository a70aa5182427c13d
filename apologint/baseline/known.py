"""What a baseline knows, and how it changes."""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

Covers = Callable[[str], bool]


@dataclass(frozen=True, slots=True)
class KnownFile:
    """What is known of one file: the names of findings by their rule, and low scores by the name of the draft."""

    findings: Mapping[str, frozenset[str]] = field(default_factory=dict)
    scores: Mapping[str, int] = field(default_factory=dict)

    def __bool__(self) -> bool:
        return bool(self.findings or self.scores)


@dataclass(frozen=True, slots=True)
class Baseline:
    """What is known of each file, by its path from `folder` on, with `/`."""

    folder: Path
    files: Mapping[str, KnownFile] = field(default_factory=dict)

    @property
    def findings(self) -> int:
        """How many findings it holds."""
        return sum(len(names) for file in self.files.values() for names in file.findings.values())

    @property
    def scores(self) -> int:
        """How many low scores it holds."""
        return sum(len(file.scores) for file in self.files.values())

    def name_of(self, path: str) -> str:
        """What the file at `path` is called in here."""
        return relative_name(path, self.folder)


def relative_name(path: str, folder: Path) -> str:
    """`path` from `folder` on, with `/`."""
    whole = os.path.abspath(path)  # noqa: PTH100 - resolve() follows links, and a draft is known by its own name
    try:
        return os.path.relpath(whole, os.path.abspath(folder)).replace(os.sep, "/")  # noqa: PTH100
    except ValueError:
        return whole.replace(os.sep, "/")  # on another drive


def merged(old: Baseline, now: Baseline, covers: Covers) -> Baseline:
    """What is known `now`, and of the files that are not covered by this run, what was known of `old`."""
    kept = {name: file for name, file in old.files.items() if not covers(name)}
    return Baseline(now.folder, {**kept, **now.files})


def shrunk(old: Baseline, now: Baseline, covers: Covers) -> Baseline:
    """The `old` baseline without what is gone `now` from the files that this run covers; nothing is added.

    A score that has risen and is still low takes the place of the old one.
    """
    files = {
        name: _shrunk(file, now.files.get(name, KnownFile())) if covers(name) else file
        for name, file in old.files.items()
    }
    return Baseline(old.folder, {name: file for name, file in files.items() if file})


def _shrunk(old: KnownFile, now: KnownFile) -> KnownFile:
    findings = {rule: names & now.findings.get(rule, frozenset()) for rule, names in old.findings.items()}
    scores = {name: max(score, now.scores[name]) for name, score in old.scores.items() if name in now.scores}
    return KnownFile({rule: names for rule, names in findings.items() if names}, scores)
