"""Taking down what is found today."""

from __future__ import annotations

from collections import defaultdict
from pathlib import Path

from apologint.baseline.known import Baseline, KnownFile, relative_name
from apologint.baseline.naming import FileNames
from apologint.model import Report


class Recorder:
    """Takes down reports, which nothing was held back from, for a baseline in `folder`."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._names: dict[str, FileNames] = defaultdict(FileNames)
        self._findings: dict[str, dict[str, set[str]]] = defaultdict(lambda: defaultdict(set))
        self._scores: dict[str, dict[str, int]] = defaultdict(dict)

    def add(self, report: Report) -> None:
        """Take down one report."""
        path = relative_name(report.draft.path, self._folder)
        names = self._names[path]
        for name, finding in names.findings(report):
            if name:
                self._findings[path][finding.rule].add(name)
        if report.score is not None:
            draft = names.score(report.draft)
            if report.score_failure is not None:
                self._scores[path][draft] = report.score

    def __bool__(self) -> bool:
        """Whether there was any report."""
        return bool(self._names)

    def baseline(self) -> Baseline:
        """What was taken down."""
        paths = sorted({*self._findings, *self._scores})
        return Baseline(self._folder, {path: self._file(path) for path in paths})

    def _file(self, path: str) -> KnownFile:
        findings = {rule: frozenset(names) for rule, names in self._findings[path].items()}
        return KnownFile(findings, dict(self._scores[path]))
