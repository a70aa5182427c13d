"""A note on what the baseline holds back."""

from __future__ import annotations

from pathlib import Path

from apologint.cli.complain import complain
from apologint.config.place import from_here
from apologint.text.counted import counted


def note_held_back(baseline: Path, held: int, gone: int) -> None:
    """Say on standard error how many findings `baseline` held back, and how many in it are gone from these files."""
    place = from_here(baseline)
    drop = ": `apologint baseline --update` drops them"
    if held:
        rest = f", and {gone} more in it are gone{drop}" if gone else ""
        complain(f"{counted(held, 'finding')} held back by {place}{rest}")
    elif gone:
        complain(f"{counted(gone, 'finding')} in {place} gone{drop}")
