"""Points as they are printed."""

from __future__ import annotations


def plain(points: float) -> str:
    """`points` to two decimals, without idle zeros: `18`, `5.6`, `24.32`."""
    return f"{points:.2f}".rstrip("0").rstrip(".")


def in_words(points: float) -> str:
    """`points` with their noun: `-12 points`, `-1 point`."""
    return f"{plain(points)} point{'s' if abs(points) != 1 else ''}"
