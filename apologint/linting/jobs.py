"""In how many processes to work, and when that pays."""

from __future__ import annotations

import os
import sys
from math import ceil
from pathlib import Path

FORKS = sys.platform == "linux"
"""Whether a process can be had as a copy of this one, with all that is loaded; elsewhere it loads its own."""

_PAYS = 0.3 if FORKS else 3.0
"""Seconds of work after which as much again is taken to follow, and to be worth the start of more processes."""

MOST = 61
"""Processes that are started at most: Windows cannot wait for more, and more have never enough to do."""

_QUOTA = Path("/sys/fs/cgroup/cpu.max")


def cores(quota: Path = _QUOTA) -> int:
    """The processor cores that this process may use.

    `quota` is the file in which Linux tells a container how much time it may take of how much: it sees all cores of
    the machine, and may have leave to use two.
    """
    seen = len(os.sched_getaffinity(0)) if sys.platform == "linux" else os.cpu_count() or 1
    try:
        taken, of = quota.read_text(encoding="ascii").split()
        return max(1, min(seen, ceil(int(taken) / int(of))))
    except (OSError, ValueError):  # no such file, or "max"
        return seen


def pays(spent: float) -> bool:
    """Whether work that took so many seconds until now is worth the start of more processes."""
    return spent > _PAYS
