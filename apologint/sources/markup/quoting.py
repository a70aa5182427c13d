"""Where a reply ends and the mail that it answers begins, told by its shape and not by its language."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from apologint.model import Region
from apologint.text import late
from apologint.text.locate import split_lines

_ATTRIBUTION = late.pattern(r"[^\r\n]*[\d@][^\r\n]*:\s*\Z")
_HEADER = late.pattern(r"[*_]*[^\W\d_][\w -]{1,20}:[*_]*[ \t]+\S")
_SENDER = late.pattern(r"[^\r\n]*[<\[(][^\s<>]+@[^\s<>]+[>\])]\s*\Z")
_HEADERS = 4
_QUOTE = ">"
_SENTENCE_ENDS = frozenset(".!?:")


def attributions(text: str, quoted_after: Sequence[int]) -> Iterator[Region]:
    """The line before each place behind which earlier mail stood, if it says whose that is and when it was sent.

    Places are code points of `text`, in order.
    """
    lines = split_lines(text)
    index = 0
    for place in quoted_after:
        while index + 1 < len(lines) and lines[index + 1].start < place:
            index += 1
        line = _last_words(text, lines, index) if lines[index].start < place else None
        if line is not None and _ATTRIBUTION.match(text, lines[line].start, lines[line].end):
            first = line - 1 if line and _goes_on(text[lines[line - 1].start : lines[line - 1].end]) else line
            yield Region(lines[first].start, lines[line].end)


def _last_words(text: str, lines: Sequence[Region], index: int) -> int | None:
    """The last of the lines up to `index` that is not blank, if it is that one or the one above."""
    for line in (index, index - 1):
        if line >= 0 and text[lines[line].start : lines[line].end].strip():
            return line
    return None


def _goes_on(line: str) -> bool:
    """Whether a line is the first of two that say who wrote when: it names a date, and ends no sentence."""
    return any(map(str.isdecimal, line)) and line.rstrip()[-1:] not in _SENTENCE_ENDS


def quoted_lines(text: str) -> list[int]:
    """Where a run of lines begins that are marked with `>`."""
    starts = []
    inside = False
    for line in split_lines(text):
        words = text[line.start : line.end].lstrip()
        if words and words.startswith(_QUOTE) != inside:
            inside = not inside
            starts += [line.start] if inside else []
    return starts


def earlier_mail(text: str) -> Region | None:
    """The mail that stands below a reply, from its headers on to the end of `text`."""
    start, headers = 0, 0
    for line in split_lines(text):
        words = text[line.start : line.end]
        if not words.strip():
            continue
        if not _HEADER.match(words):
            headers = 0
        elif headers:
            headers += 1
        elif line.start and _SENDER.match(words):
            start, headers = line.start, 1
        if headers == _HEADERS:
            return Region(start, len(text))
    return None
