"""The sentence that a fault stands in, and what of it stays when the text is set anew."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from functools import cache

from apologint.builtin import builtin_rules_dir
from apologint.model import Draft, Region
from apologint.text import late

_SHORT_LINE = 40
"""A line that is shorter, and not taken up in small letters, was ended by its writer and not by a margin."""
_STOPS = ".!?\u2026"
_CLOSING = "\"')\\]\u2019\u201d"
_ABBREVIATIONS = "abbreviations.txt"
_BREAK = late.pattern(r"^(?=.)[ \t]*+(.*+)$\n(?![ \t]*[a-z0-9])", re.MULTILINE)


class Sentences:
    """Finds sentences in one draft by their full stops and line ends, which is enough to know them again."""

    def __init__(self, draft: Draft) -> None:
        self._draft = draft
        self._gaps = [gap.start for gap in draft.placeholders]
        short = {line.end() for line in _BREAK.finditer(draft.text) if len(line[1]) < _SHORT_LINE}
        self._cuts = sorted({0, len(draft.text), *short, *(end.end() for end in _ends().finditer(draft.text))})

    def around(self, region: Region) -> Region:
        """The sentence, or sentences, that `region` stands in; without blanks at its ends."""
        start = self._cuts[max(0, bisect_right(self._cuts, region.start) - 1)]
        end = self._cuts[min(len(self._cuts) - 1, bisect_left(self._cuts, max(region.end, region.start + 1)))]
        words = self._draft.text[start:end]
        return Region(start + len(words) - len(words.lstrip()), end - len(words) + len(words.rstrip()))

    def normal(self, sentence: Region) -> str:
        """What is the same wherever the sentence stands: no blanks, no capitals, and no names of placeholders."""
        words, done = "", sentence.start
        first, last = (bisect_left(self._gaps, end) for end in (sentence.start, sentence.end))
        for gap in self._draft.placeholders[first:last]:
            if done <= gap.start and gap.end <= sentence.end:
                words += self._draft.text[done : gap.start] + "{}"
                done = gap.end
        return " ".join((words + self._draft.text[done : sentence.end]).split()).casefold()


@cache
def _ends() -> re.Pattern[str]:
    lists: dict[str, list[str]] = {}
    words: list[str] = []
    for line in (builtin_rules_dir() / _ABBREVIATIONS).read_text(encoding="utf-8").splitlines():
        if line.endswith(":"):
            words = lists[line[:-1]] = []
        elif not line.startswith("#"):
            words += line.split()
    always, numbers = ("|".join(map(_just_before, lists[name])) for name in ("always", "before a number"))
    return re.compile(
        rf"(?<![{_STOPS}])[{_STOPS}]++(?!{always})(?!(?:{numbers})\s+\d)[{_CLOSING}]*+\s+"  # a full stop
        r"|\n\s*\n|\n(?=[ \t]*(?:[-*\u2022]|\d+[.)])\s)"  # an empty line, an item of a list
    )


def _just_before(abbreviation: str) -> str:
    return rf"(?<=\b{re.escape(abbreviation)}\.)"
