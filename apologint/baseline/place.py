"""Where a baseline lies."""

from __future__ import annotations

from pathlib import Path

BASELINE_NAME = "apologint-baseline.json"


def find_baseline(folder: Path) -> Path | None:
    """The baseline of the usual name in `folder` or nearest above it, None where there is none."""
    places = (above / BASELINE_NAME for above in (folder, *folder.parents))
    return next((place for place in places if place.is_file()), None)
