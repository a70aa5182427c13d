"""Untrusted text in Markdown, shown as it is written wherever GitHub or GitLab render it."""

from __future__ import annotations

import re

from apologint.output.sanitise import one_line

_NOTHING = "&#8203;"
_MARKUP = re.compile(r"[&<>|`*_\[\]\\~#!$^]")
_REFERENCE = re.compile(r"[@#!$&^~](?=\w)|%(?=[\w\"])|:(?=//|[\w+-]+:)|(?<=www)(?=\.)")


def escape(text: str) -> str:
    """`text` as Markdown that shows it on one line and does nothing.

    Signs that make markup become entities. A space of no width stands after those that make a mention, a reference, an
    emoji or a link even so, since the two sites look for these in what is shown.
    """
    return _MARKUP.sub(_entity, _REFERENCE.sub(_apart, one_line(text))).replace("\u200b", _NOTHING)


def _apart(match: re.Match[str]) -> str:
    return match[0] + "\u200b"


def _entity(match: re.Match[str]) -> str:
    return f"&#{ord(match[0])};"
