"""What a baseline knows, and how it changes."""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

Covers = Callable[[str], bool]
"""Whether a run looked at a file, by its name in the baseline."""
LooksFor = Callable[[str], bool]
"""Whether a run looked for what a rule finds."""


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


def merged(old: Baseline, now: Baseline, covers: Covers, looks_for: LooksFor | None = None) -> Baseline:
    """What is known `now`, and of the files and rules that this run did not look at, what was known of `old`.

    `looks_for` None stands for all rules.
    """
    files = {name: _not_looked_for(file, looks_for) if covers(name) else file for name, file in old.files.items()}
    for name, file in now.files.items():
        files[name] = _both(files.get(name, KnownFile()), file)
    return Baseline(now.folder, _known(files))


def shrunk(old: Baseline, now: Baseline, covers: Covers, looks_for: LooksFor | None = None) -> Baseline:
    """The `old` baseline without what is gone `now` from the files and rules that this run looked at; nothing is added.

    A score that has risen and is still low takes the place of the old one. `looks_for` None stands for all rules.
    """
    files = {
        name: _both(_not_looked_for(file, looks_for), _still_there(file, now.files.get(name, KnownFile())))
        if covers(name)
        else file
        for name, file in old.files.items()
    }
    return Baseline(old.folder, _known(files))


def _not_looked_for(old: KnownFile, looks_for: LooksFor | None) -> KnownFile:
    """What a run for some rules says nothing about; a score is by all rules."""
    if looks_for is None:
        return KnownFile()
    return KnownFile({rule: names for rule, names in old.findings.items() if not looks_for(rule)}, old.scores)


def _still_there(old: KnownFile, now: KnownFile) -> KnownFile:
    findings = {rule: names & now.findings.get(rule, frozenset()) for rule, names in old.findings.items()}
    scores = {name: max(score, now.scores[name]) for name, score in old.scores.items() if name in now.scores}
    return KnownFile({rule: names for rule, names in findings.items() if names}, scores)


def _both(kept: KnownFile, now: KnownFile) -> KnownFile:
    """What two know of a file that share no rule; of two scores the lower."""
    scores = {name: min(score, kept.scores.get(name, score)) for name, score in now.scores.items()}
    return KnownFile({**kept.findings, **now.findings}, {**kept.scores, **scores})


def _known(files: Mapping[str, KnownFile]) -> dict[str, KnownFile]:
    return {name: file for name, file in files.items() if file}
