"""A file that may hold drafts."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple


class Found(NamedTuple):
    """A file: what to call it, and the place where it really is, by which it is known when met again."""

    path: Path
    real: str
    was_searched: bool = True
