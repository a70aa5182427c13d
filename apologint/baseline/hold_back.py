"""Holding back what a baseline knows."""

from __future__ import annotations

from dataclasses import replace

from apologint.baseline.known import Baseline, KnownFile
from apologint.baseline.naming import FileNames
from apologint.model import Report


class FileHoldBack:
    """What is known of one file, while its drafts go by."""

    def __init__(self, known: KnownFile) -> None:
        self._names = FileNames()
        self._scores = known.scores
        self._left = {name for names in known.findings.values() for name in names}

    @property
    def gone(self) -> int:
        """How many known findings have not come up so far."""
        return len(self._left)

    def of(self, report: Report) -> tuple[Report, int | None]:
        """The report on the next draft with what is known of it held back, and what the draft scored too little then.

        The score is None where it was enough, or nothing is known.
        """
        new, held = [], []
        for name, finding in self._names.findings(report):
            if name in self._left:
                self._left.remove(name)
                held.append(finding)
            else:
                new.append(finding)
        low = None if report.score is None else self._scores.get(self._names.score(report.draft))
        return replace(report, findings=tuple(new), held_back=tuple(held)), low


class HoldBack:
    """A baseline in use."""

    def __init__(self, baseline: Baseline) -> None:
        self._baseline = baseline
        self._files: list[FileHoldBack] = []

    def of_file(self, path: str) -> FileHoldBack | None:
        """What is known of the file at `path`, None where that is nothing."""
        known = self._baseline.files.get(self._baseline.name_of(path))
        if known is None:
            return None
        self._files.append(FileHoldBack(known))
        return self._files[-1]

    @property
    def gone(self) -> int:
        """How many known findings have not come up in the files that were asked for."""
        return sum(file.gone for file in self._files)
