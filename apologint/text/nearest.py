"""The nearest right name for a wrong one."""

from __future__ import annotations

from collections.abc import Iterable

_LISTED_AT_MOST = 12
_NEAR = 0.65
"""How alike two names must be, from 0 to 1: "akt" is near "act", and "nope" is not near "undone"."""


def nearest(name: str, known: Iterable[str]) -> str | None:
    """The name in `known` that looks most like `name`, else one that holds it; None where none comes near."""
    from difflib import get_close_matches  # noqa: PLC0415 - who writes the right names does without

    names = list(known)
    close = get_close_matches(name.lower(), names, n=1, cutoff=_NEAR)
    return close[0] if close else next((other for other in names if name and name.lower() in other), None)


def _family(name: str, known: Iterable[str]) -> list[str]:
    """The names in `known` whose first words `name` is."""
    return [other for other in known if name and other.startswith(f"{name.lower()}-")]


def instead(name: str, known: Iterable[str]) -> str:
    """What to write for a `name` that is not `known`: the nearest one, else all of them if they are few, else ''.

    Before the nearest come those that begin with it.
    """
    names = list(known)
    family = _family(name, names)
    if 0 < len(family) <= _LISTED_AT_MOST:
        *others, last = map(repr, family)
        return f"did you mean {', '.join(others)}{' or ' if others else ''}{last}?"
    match = nearest(name, names)
    if match:
        return f"did you mean '{match}'?"
    return f"use one of {', '.join(names)}" if 0 < len(names) <= _LISTED_AT_MOST else ""
