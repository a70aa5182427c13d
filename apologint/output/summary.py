"""Counting reports as they go by."""

from __future__ import annotations

from dataclasses import dataclass

from apologint.model import Kind, Report
from apologint.text.counted import counted


@dataclass(frozen=True, slots=True)
class Summary:
    """A whole run in numbers.

    `passed` and `failed` count the drafts that were judged, so not those of kind `other`; `errors` counts the inputs
    that could not be read; `mean_score` is the mean over the apologies to one decimal, None where there are none;
    `suppressed` counts the findings that are switched off in their files, `held_back` those that the baseline knows.
    """

    drafts: int
    apologies: int
    passed: int
    failed: int
    errors: int
    mean_score: float | None
    suppressed: int = 0
    held_back: int = 0

    def in_words(self) -> str:
        """One line: "3 drafts: 1 passed, 1 failed, 1 no apology; mean score 71.5"."""
        others = self.drafts - self.passed - self.failed
        parts = [
            f"{self.passed} passed",
            f"{self.failed} failed",
            *([f"{others} no apology"] if others else []),
            *([f"{self.errors} unreadable"] if self.errors else []),
        ]
        mean = f"; mean score {self.mean_score}" if self.mean_score is not None else ""
        suppressed = f"; {counted(self.suppressed, 'finding')} suppressed" if self.suppressed else ""
        return f"{counted(self.drafts, 'draft')}: {', '.join(parts)}{mean}{suppressed}"


class Tally:
    """Adds up reports one at a time, so that none has to be kept."""

    def __init__(self) -> None:
        self._kinds = dict.fromkeys(Kind, 0)
        self._failed = 0
        self._scored = 0
        self._points = 0
        self._suppressed = 0
        self._held_back = 0

    def add(self, report: Report) -> None:
        """Count one report."""
        self._kinds[report.kind] += 1
        self._failed += not report.passed
        self._suppressed += sum(finding.suppressed for finding in report.findings)
        self._held_back += len(report.held_back)
        if report.score is not None:
            self._scored += 1
            self._points += report.score

    def summary(self, errors: int) -> Summary:
        """The numbers so far; `errors` is how many inputs could not be read."""
        drafts = sum(self._kinds.values())
        return Summary(
            drafts=drafts,
            apologies=self._kinds[Kind.APOLOGY],
            passed=drafts - self._kinds[Kind.OTHER] - self._failed,
            failed=self._failed,
            errors=errors,
            mean_score=round(self._points / self._scored, 1) if self._scored else None,
            suppressed=self._suppressed,
            held_back=self._held_back,
        )
