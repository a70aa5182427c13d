"""Notes on what was found and not linted."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from apologint.cli.complain import complain
from apologint.counted import counted
from apologint.model import Skipped


def note_skipped(skipped: Sequence[Skipped], *, listed: bool) -> None:
    """Say on standard error how many messages were skipped and why, and which if they are to be `listed`."""
    if not skipped:
        return
    if listed:
        for one in skipped:
            complain(f"{_place(one)}: skipped: {one.reason}")
    reasons = Counter(one.reason for one in skipped).most_common()
    why = ", ".join(f"{number} {reason}" for reason, number in reasons)
    complain(f"{counted(len(skipped), 'item')} skipped ({why})" + ("" if listed else "; --show-skipped lists them"))


def _place(one: Skipped) -> str:
    title = f'"{one.title}"' if one.title else None
    return " ".join(filter(None, (one.path, one.id, title)))
