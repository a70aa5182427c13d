"""Telling a document of a repository (a manual, a licence, a list of changes) from a message.

A message says `we` and `I`, and a document hardly ever does; a document shows code, and a message hardly ever does. Of
618 labelled messages none is taken for a document; the shortest on the way there has 1.2 such words in 100, no other
than 1 mark of code in 100.
"""

from __future__ import annotations

import re
from pathlib import PurePath

from apologint.model import Markup
from apologint.sources.markup import visible
from apologint.sources.shapes.prose import bare, count_words, speaks
from apologint.text import late
from apologint.text.blanks import blank
from apologint.text.mapped import MappedText

_NAMES = frozenset(
    """
    authors changelog changes code_of_conduct code-of-conduct contributing contributors copying copyright governance
    history install license licence maintainers news notice releases roadmap security todo upgrading
    """.split()
)
_CODE = late.pattern(r"`++[^`\r\n]++`++|^[ \t]*+(?:```|~~~)[ \t]*+\w", re.MULTILINE)
_HEADING = late.pattern(r"^#{1,6}[ \t]", re.MULTILINE)
_LOOKED_AT = 20_000
_FEWEST_WORDS = 120
_LEAST_SPEAKING = 0.01
_LEAST_BELOW_HEADINGS = 0.02
_HEADINGS = 3
_MOST_CODE = 0.015
_FEWEST_CODE = 4


def is_document(text: MappedText, path: str, markup: Markup) -> bool:
    """Whether the file at `path`, which says `text`, is a document; what stands far down in it is not looked at."""
    if PurePath(path).stem.lower() in _NAMES:
        return True
    start = text.cut(0, _LOOKED_AT) if len(text) > _LOOKED_AT else text
    seen = visible(start, markup)
    words = blank(seen.text.text, seen.skip)
    code = len(_CODE.findall(start.text)) if _has_any(start.text, "`", "~~~") else 0
    if code >= _FEWEST_CODE and code > _MOST_CODE * count_words(words):
        return True
    headings = len(_HEADING.findall(start.text)) if "#" in start.text else 0
    least = _LEAST_BELOW_HEADINGS if headings >= _HEADINGS else _LEAST_SPEAKING
    most_words = len(bare(words).split())
    if most_words < _FEWEST_WORDS or _speaks(words, least * most_words):
        return False  # as nearly every message, which is spared the counting of its words
    count = count_words(words)
    return count >= _FEWEST_WORDS and not _speaks(words, least * count)


def _speaks(words: str, least: float) -> bool:
    """Whether at least so many of `words` say we or I, or greet, thank or apologise."""
    found = 0
    for word in words.split():
        if found >= least:
            return True
        found += speaks(word)
    return found >= least


def _has_any(text: str, *marks: str) -> bool:
    return any(mark in text for mark in marks)
