"""A note on what the baseline holds back."""

from __future__ import annotations

from pathlib import Path

from apologint.cli.complain import complain
from apologint.counted import counted


def note_held_back(baseline: Path | None, held: int, gone: int) -> None:
    """Say on standard error how many findings `baseline` held back, and how many in it are gone from these files."""
    if held or gone:
        rest = f"; {gone} of it gone: `apologint baseline --update` drops them" if gone else ""
        complain(f"{counted(held, 'finding')} held back by {baseline}{rest}")
