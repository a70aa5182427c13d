"""Telling a document of a repository (a manual, a licence, a list of changes) from a message.

A message says `we` and `I`, and a document hardly ever does; a document shows code, and a message hardly ever does. Of
618 labelled messages none is taken for a document; the shortest on the way there has 1.2 such words in 100, no other
than 1 mark of code in 100.
"""

from __future__ import annotations

import re
from pathlib import PurePath

from apologint.blanks import blank
from apologint.mapped import MappedText
from apologint.model import Markup
from apologint.sources.markup import visible
from apologint.sources.shapes.prose import count_words, speaks

_NAMES = frozenset(
    """
    authors changelog changes code_of_conduct code-of-conduct contributing contributors copying copyright governance
    history install license licence maintainers news notice releases roadmap security todo upgrading
    """.split()
)
_CODE = re.compile(r"`++[^`\r\n]++`++|^[ \t]*+(?:```|~~~)[ \t]*+\w", re.MULTILINE)
_HEADING = re.compile(r"^#{1,6}[ \t]", re.MULTILINE)
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
    count = count_words(words)
    code = len(_CODE.findall(start.text))
    if code >= _FEWEST_CODE and code > _MOST_CODE * count:
        return True
    if count < _FEWEST_WORDS:
        return False
    many_headings = len(_HEADING.findall(start.text)) >= _HEADINGS
    least = _LEAST_BELOW_HEADINGS if many_headings else _LEAST_SPEAKING
    return sum(map(speaks, words.split())) < least * count
