"""The nearest right name for a wrong one."""

from __future__ import annotations

from collections.abc import Iterable

_LISTED_AT_MOST = 12


def nearest(name: str, known: Iterable[str]) -> str | None:
    """The name in `known` that looks most like `name`, else one that holds it; None where none comes near."""
    from difflib import get_close_matches  # noqa: PLC0415 - who writes the right names does without

    names = list(known)
    close = get_close_matches(name.lower(), names, n=1)
    return close[0] if close else next((other for other in names if name and name.lower() in other), None)


def instead(name: str, known: Iterable[str]) -> str:
    """What to write for a `name` that is not `known`: the nearest one, else all of them if they are few, else ''."""
    names = list(known)
    match = nearest(name, names)
    if match:
        return f"did you mean '{match}'?"
    return f"use one of {', '.join(names)}" if 0 < len(names) <= _LISTED_AT_MOST else ""
