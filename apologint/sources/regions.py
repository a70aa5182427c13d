"""The parts of a plain or Markdown text that are not the sender's own words."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from apologint.model import Region
from apologint.text import late
from apologint.text.blanks import blank

_LINE = late.pattern(r"[^\r\n]*(?:\r\n|\r|\n|\Z)")
_FENCE = late.pattern(r"[ \t]*(?P<marks>`{3,}+(?![^\r\n]*`)|~{3,}+)")
_QUOTED = late.pattern(r"[ \t]{0,3}>(?![:;=.]\S)")
_TICKS = late.pattern(r"`+")
_BLANK_LINE = late.pattern(r"(?>\r\n|\r|\n)[ \t]*[\r\n]")
_COMMENT_OPENS, _COMMENT_CLOSES = "<!--", "-->"


def skipped(text: str, start: int = 0, *, tildes: bool = True) -> list[Region]:
    """The fenced code, comments, quoted lines and inline code in `text` from `start` on, in order, not overlapping.

    `tildes` says whether `~~~` fences code too, as in Markdown. A fence or comment that is never closed is text.
    """
    found: list[Region] = []
    rest = " " * start + text[start:]
    for finder in (lambda t: _fences(t, tildes), _comments, _quoted, _inline_code):
        regions = list(finder(rest))
        if regions:
            rest = blank(rest, regions)
            found += regions
    return merged(found)


def code(text: str, *, tildes: bool = True) -> list[Region]:
    """The fenced and inline code in `text`, in order, not overlapping; `tildes` as for `skipped`."""
    fenced = list(_fences(text, tildes))
    return merged([*fenced, *_inline_code(blank(text, fenced))])


def merged(regions: Iterable[Region]) -> list[Region]:
    """The regions in order, those that touch or overlap made one, empty ones dropped."""
    result: list[Region] = []
    for region in sorted(regions, key=lambda region: region.start):
        if region.start == region.end:
            continue
        if result and region.start <= result[-1].end:
            result[-1] = Region(result[-1].start, max(region.end, result[-1].end))
        else:
            result.append(Region(region.start, region.end))
    return result


def _fences(text: str, tildes: bool) -> Iterator[Region]:
    if "```" not in text and "~~~" not in text:
        return
    opened: tuple[int, str] | None = None
    for line in _LINE.finditer(text):
        fence = _FENCE.match(line[0])
        if not fence:
            continue
        marks = fence["marks"]
        if opened is None:
            if tildes or marks[0] == "`":
                opened = (line.start(), marks)
        elif marks.startswith(opened[1]) and not line[0][fence.end() :].strip():
            yield Region(opened[0], line.end())
            opened = None


def _comments(text: str) -> Iterator[Region]:
    at = text.find(_COMMENT_OPENS)
    while at >= 0:
        end = text.find(_COMMENT_CLOSES, at + len(_COMMENT_OPENS))
        if end < 0:
            return
        yield Region(at, end + len(_COMMENT_CLOSES))
        at = text.find(_COMMENT_OPENS, end)


def _quoted(text: str) -> Iterator[Region]:
    if ">" not in text:
        return
    for line in _LINE.finditer(text):
        if _QUOTED.match(line[0]):
            yield Region(*line.span())


def _inline_code(text: str) -> Iterator[Region]:
    if "`" not in text:
        return
    at = 0
    for gap in [*(match.start() for match in _BLANK_LINE.finditer(text)), len(text)]:
        yield from _code_in_paragraph(text, at, gap)
        at = gap


def _code_in_paragraph(text: str, start: int, end: int) -> Iterator[Region]:
    """Runs of backticks closed by a run of the same length; one that touches a word from behind is an apostrophe."""
    runs = [match.span() for match in _TICKS.finditer(text, start, end)]
    at = start
    for (opens, _), closer in zip(runs, _closers(text, runs), strict=True):
        if opens >= at and closer and not text[opens - 1 : opens].isalnum():
            at = closer
            yield Region(opens, closer)


def _closers(text: str, runs: list[tuple[int, int]]) -> list[int | None]:
    """For each run of backticks, where the next run that can close it ends."""
    by_length: dict[int, int] = {}
    closers: list[int | None] = []
    for start, end in reversed(runs):
        closers.append(by_length.get(end - start))
        if not text[end : end + 1].isalnum():
            by_length[end - start] = end
    return closers[::-1]
