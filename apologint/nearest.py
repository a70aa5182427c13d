"""The nearest right name for a wrong one."""

from __future__ import annotations

from collections.abc import Iterable
from difflib import get_close_matches

_LISTED_AT_MOST = 12


def nearest(name: str, known: Iterable[str]) -> str | None:
    """The name in `known` that looks most like `name`, or None where none comes near."""
    matches = get_close_matches(name.lower(), list(known), n=1, cutoff=0.6)
    return matches[0] if matches else None


def instead(name: str, known: Iterable[str]) -> str:
    """What to write for a `name` that is not `known`: the nearest one, else all of them if they are few, else ''."""
    names = list(known)
    match = nearest(name, names)
    if match:
        return f"did you mean '{match}'?"
    return f"use one of {', '.join(names)}" if 0 < len(names) <= _LISTED_AT_MOST else ""
