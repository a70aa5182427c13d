"""What a list says of a draft."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from apologint.model import Kind, Report, Severity
from apologint.text.counted import counted


@dataclass(frozen=True, slots=True)
class Entry:
    """One draft in a list: all that is kept of its report. `number` is its place in the run, from 1."""

    number: int
    path: str
    id: str | None
    title: str | None
    kind: Kind
    score: int | None
    grade: str | None
    passed: bool
    errors: int
    warnings: int
    infos: int

    @classmethod
    def of(cls, report: Report, number: int) -> Entry:
        """The entry for the report that is the `number`th of the run; suppressed findings do not count."""
        found = Counter(finding.severity for finding in report.findings if not finding.suppressed)
        draft = report.draft
        return cls(
            number, draft.path, draft.id, draft.title, report.kind, report.score, report.grade, report.passed,
            found[Severity.ERROR], found[Severity.WARNING], found[Severity.INFO],
        )  # fmt: skip

    @property
    def rank(self) -> tuple[bool, bool, int, int]:
        """Orders drafts, the worst first: those that fail, by score and then by errors; those without a score last."""
        return self.passed, self.score is None, self.score or 0, -self.errors

    def found(self) -> Iterator[str]:
        """The findings in numbers: "2 errors", "1 info"."""
        for number, noun in ((self.errors, "error"), (self.warnings, "warning"), (self.infos, "info")):
            if number:
                yield counted(number, noun)
