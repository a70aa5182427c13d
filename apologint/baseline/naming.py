"""The names of findings and drafts inside one file of a baseline."""

from __future__ import annotations

from collections.abc import Iterator

from apologint.fingerprint import Fingerprints
from apologint.model import Draft, Finding, Report
from apologint.text.locate import Locator

_SCORE = "score"


class FileNames:
    """Names what is found in one file, draft after draft, always in the same order."""

    def __init__(self) -> None:
        self._names = Fingerprints(lambda _: "")

    def findings(self, report: Report) -> Iterator[tuple[str | None, Finding]]:
        """The findings of the next draft, each with its name; one that is suppressed has none."""
        for finding in report.findings:
            known = None if finding.suppressed else self._names.of(report.draft, finding.rule, finding.location)
            yield known, finding

    def score(self, draft: Draft) -> str:
        """The name of the next draft, under which its score is known."""
        return self._names.of(draft, _SCORE, Locator(draft).top())
