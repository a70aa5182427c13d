"""In how many processes to work, and when that pays."""

from __future__ import annotations

import os
import sys

FORKS = sys.platform == "linux"
"""Whether a process can be had as a copy of this one, with all that is loaded; elsewhere it loads its own."""

_PAYS = 0.3 if FORKS else 3.0
"""Seconds of work after which as much again is taken to follow, and to be worth the start of more processes."""


def cores() -> int:
    """The processor cores that this process may use."""
    return len(os.sched_getaffinity(0)) if sys.platform == "linux" else os.cpu_count() or 1


def pays(spent: float) -> bool:
    """Whether work that took so many seconds until now is worth the start of more processes."""
    return spent > _PAYS
