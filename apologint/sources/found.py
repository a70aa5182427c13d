"""A file that may hold drafts."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple


class Found(NamedTuple):
    """A file: what to call it, and the place where it really is, by which it is known when met again.

    One that is `meant`, named by who wants it read, is never skipped without a complaint.
    """

    path: Path
    real: str
    is_meant: bool = False
