"""The marks around links and images in Markdown: the text of a link is read, where it leads is not."""

from __future__ import annotations

import re
from collections.abc import Iterator

from apologint.model import Region
from apologint.sources.markup.markdown_blocks import normal_label
from apologint.text import late

_MARK = late.pattern(r"\\.|(?P<opens>!?\[)|(?P<closes>\])|(?P<gap>(?>\r\n|\r|\n)[ \t]*+[\r\n])")
_TARGET = late.pattern(
    r"""\(\s*+(?!\[)(?:<[^<>\r\n]*+>|[^\s()<>]*+(?:\([^\s()]*+\)[^\s()<>]*+)*+)"""
    r"""(?:\s++(?:"[^"\r\n]*+"|'[^'\r\n]*+'))?+\s*+\)"""
)
_LABEL = late.pattern(r"\[(?P<label>[^\[\]\r\n]*+)\]")


def link_marks(text: str, labels: frozenset[str]) -> Iterator[Region]:
    """What of the links in `text` is no prose, in order of their ends; an image is all of it.

    `labels` are those of the link definitions in the text.
    """
    if "[" not in text:
        return
    opened: list[re.Match[str]] = []
    for mark in _MARK.finditer(text):
        if mark["gap"]:
            opened.clear()
        elif mark["opens"]:
            opened.append(mark)
        elif mark["closes"] and opened:
            opening = opened.pop()
            end = _end(text, opening.end(), mark.start(), labels)
            if end is None:
                continue
            if opening[0] == "![":
                yield Region(opening.start(), end)
            else:
                yield Region(*opening.span())
                yield Region(mark.start(), end)


def _end(text: str, start: int, close: int, labels: frozenset[str]) -> int | None:
    """Where the link ends whose text stands from `start` to `close`, None where it is none."""
    target = _TARGET.match(text, close + 1)
    if target:
        return target.end()
    if not labels:
        return None
    label = _LABEL.match(text, close + 1)
    if label and normal_label(label["label"] or text[start:close]) in labels:
        return label.end()
    return close + 1 if normal_label(text[start:close]) in labels else None
