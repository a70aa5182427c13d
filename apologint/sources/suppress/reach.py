"""How far a directive in the words of a message reaches: its line, the next one, to the end of a sentence."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence

from apologint.model import Region
from apologint.text import late
from apologint.text.blanks import blank
from apologint.text.locate import split_lines

_TAG = late.pattern(r"<[^<>]*>")
_ENDED = late.pattern(r"[.!?:][\"')\]*_\u2019\u201d]*\s*(?:<[^<>]*>\s*)*\Z")
_STOP = late.pattern(r"[.!?][\"')\]*_\u2019\u201d]*(?=[\s<]|\Z)|(?:\r\n|\r|\n)[ \t]*(?=[\r\n]|\Z)")


class Lines:
    """The lines of a message, with what its comments say taken out."""

    def __init__(self, text: str, comments: Sequence[Region]) -> None:
        self._text = blank(text, comments)
        self._lines = split_lines(text)
        self._starts = [line.start for line in self._lines]
        self._worded = [index for index, line in enumerate(self._lines) if self._has_words(line)]
        self._stops = [stop.end() for stop in _STOP.finditer(self._text)]

    def on(self, comment: Region) -> Region:
        """The lines that a comment stands on."""
        return Region(self._lines[self._at(comment.start)].start, self._lines[self._at(comment.end)].end)

    def below(self, comment: Region) -> Region:
        """The next line with words, and the rest of a sentence that runs on from it; empty where there is none."""
        next_worded = bisect_right(self._worded, self._at(comment.end))
        if next_worded == len(self._worded):
            return Region(comment.end, comment.end)
        line = self._lines[self._worded[next_worded]]
        return Region(line.start, self._end_of_sentence(line))

    def is_alone(self, comment: Region) -> bool:
        """Whether a comment has no words beside it on its lines."""
        first, last = self._at(comment.start), self._at(comment.end)
        return bisect_right(self._worded, first - 1) == bisect_right(self._worded, last)

    def _at(self, offset: int) -> int:
        return bisect_right(self._starts, offset) - 1

    def _has_words(self, line: Region) -> bool:
        return any(map(str.isalnum, _TAG.sub("", self._text[line.start : line.end])))

    def _end_of_sentence(self, line: Region) -> int:
        if _ENDED.search(self._text[line.start : line.end]):
            return line.end
        stop = bisect_right(self._stops, line.end)
        return self._stops[stop] if stop < len(self._stops) else len(self._text)
