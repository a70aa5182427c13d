"""Points as they are printed."""

from __future__ import annotations


def earned(points: float) -> str:
    """The points or the weight of steps to one decimal, without an idle zero: `18`, `5.6`.

    Weights that do not add up to 100 are spread to hundredths, which nobody reads: the JSON report has them.
    """
    return f"{points:.1f}".removesuffix(".0")


def taken(points: float) -> str:
    """The points that findings take to two decimals, for a repeat takes half: `12`, `1.5`, `0.75`."""
    return f"{points:.2f}".rstrip("0").rstrip(".")


def in_words(points: float) -> str:
    """`points` with their noun: `-12 points`, `-1 point`."""
    return f"{taken(points)} point{'s' if abs(points) != 1 else ''}"
