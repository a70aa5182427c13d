"""What stands between two marks of a template and is never shown: comments, style sheets, settings."""

from __future__ import annotations

import re
from collections.abc import Iterator

from apologint.model import Region
from apologint.text import late

_UNSHOWN = "comment|doc|javascript|schema|style|stylesheet"
_OPENS = late.pattern(
    rf"""
    (?P<hash>(?<!\{{)\{{\#(?!\}}))
    | (?P<bars>\{{\{{~?!?--)
    | (?P<slash>\{{\{{-?[ \t]*+/\*)
    | (?P<erb><%--)
    | \{{%[-+~]?\s*+(?P<name>{_UNSHOWN})\b(?:[^%\{{]|%(?!\}}))*+%\}}
    """,
    re.VERBOSE,
)
_MARKS = ("{#", "--", "/*", "{%")
"""One of them stands in every opening."""
_CLOSES = {
    "hash": late.pattern(r"#\}"),
    "bars": late.pattern(r"--~?\}\}"),
    "slash": late.pattern(r"\*/[ \t]*+-?\}\}"),
    "erb": late.pattern(r"--%>"),
} | {name: late.pattern(rf"\{{%[-+~]?\s*+end{name}\s*+[-+~]?%\}}") for name in _UNSHOWN.split("|")}


def unshown(text: str) -> Iterator[Region]:
    """The comments and the like in `text`, marks included, in order; one that is never closed is none."""
    if not any(mark in text for mark in _MARKS):
        return
    unclosed: set[str] = set()
    at = 0
    while opening := _OPENS.search(text, at):
        at = opening.end()
        close = opening["name"] or opening.lastgroup or ""
        if close in unclosed:
            continue
        closing = _CLOSES[close].search(text, at)
        if closing:
            at = closing.end()
            yield Region(opening.start(), at)
        else:
            unclosed.add(close)
