"""Notes on what was found and not linted."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from apologint.cli.complain import complain
from apologint.model import Skipped
from apologint.text.counted import counted


class Skips:
    """Counts what is skipped by its reasons, and keeps each of it only where they are to be `listed`."""

    def __init__(self, *, listed: bool) -> None:
        self.reasons: Counter[str] = Counter()
        self.kept: list[Skipped] = []
        self._is_listed = listed

    def add(self, one: Skipped) -> None:
        """Take in one more."""
        self.reasons[one.reason] += 1
        if self._is_listed:
            self.kept.append(one)


def note_skipped(skips: Sequence[Skips], *, listed: bool) -> None:
    """Say on standard error how many messages were skipped and why, and which if they are to be `listed`."""
    reasons = sum((each.reasons for each in skips), Counter[str]())
    if not reasons:
        return
    for each in skips:
        for one in each.kept:
            complain(f"{_place(one)}: skipped: {one.reason}")
    why = ", ".join(f"{number} {reason}" for reason, number in reasons.most_common())
    complain(f"{counted(reasons.total(), 'item')} skipped ({why})" + ("" if listed else "; --show-skipped lists them"))


def _place(one: Skipped) -> str:
    title = f'"{one.title}"' if one.title else None
    return " ".join(filter(None, (one.path, one.id, title)))
