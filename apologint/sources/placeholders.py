"""The gaps in a text that are filled later, in the dialects of help desks and mail templates.

A merge field is filled by a machine, a fill-in by a person. A tag (`{% if %}`) stands for nothing that is read.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from functools import lru_cache
from typing import NamedTuple

from apologint.model import Placeholder, Region
from apologint.sources.dialects import HARD, SOFT, Around, Shape, Sort
from apologint.sources.fallback import can_be_empty, is_condition
from apologint.sources.template_blocks import unshown
from apologint.text import late
from apologint.text.blanks import filled

_TAKEN = "\0"
_RULE_LINE = late.pattern(r"(?:\A|(?<=[\r\n]))[ \t]*+__[_ \t]*+(?=[\r\n]|\Z)")


class Gaps(NamedTuple):
    """The placeholders and the template tags of a text, each in order; none overlaps another."""

    placeholders: tuple[Placeholder, ...]
    tags: tuple[Region, ...]


@lru_cache(maxsize=4)  # what a file is and what a reader sees of it is asked one after the other
def find_gaps(text: str) -> Gaps:
    """Every placeholder and tag in `text`; where two readings overlap, the surer shape has it."""
    sure = _sure(text)
    tags, placeholders = [*sure.tags], [*sure.placeholders]
    _find(sure.left, SOFT, Around.of(text), placeholders, tags)
    tags.sort(key=_start)
    return Gaps(tuple(_guarded(text, sorted(placeholders, key=_start), tags)), tuple(tags))


def masked(text: str) -> str:
    """`text` with the placeholders and tags that are one beyond doubt as NULs, so that marks in them are not read."""
    sure = _sure(text)
    return _take(text, sorted((*sure.placeholders, *sure.tags), key=_start))


class _Sure(NamedTuple):
    """The gaps that are one beyond doubt, and the text that is `left`, with NULs for all that is told."""

    placeholders: tuple[Placeholder, ...]
    tags: tuple[Region, ...]
    left: str


@lru_cache(maxsize=4)
def _sure(text: str) -> _Sure:
    tags = list(unshown(text))
    placeholders: list[Placeholder] = []
    left = _take(text, tags)
    if "__" in left:
        left = _take(left, [Region(*match.span()) for match in _RULE_LINE.finditer(left)])
    left = _find(left, HARD, Around.of(text), placeholders, tags)
    return _Sure(tuple(placeholders), tuple(tags), left)


def _find(
    left: str, shapes: Iterable[Shape], around: Around, placeholders: list[Placeholder], tags: list[Region]
) -> str:
    """Add the gaps of these `shapes` to the lists; what is left of the text then."""
    for shape in shapes:
        found = shape.found(left, around)
        if not found:
            continue
        if shape.sort is Sort.TAG:
            regions: Sequence[Region] = [Region(*span) for match in found for span in _tag_spans(match)]
            tags += regions
        else:
            regions = gaps = [_placeholder(match, shape.sort) for match in found]
            placeholders += gaps
        left = _take(left, regions)
    return left


def _placeholder(match: re.Match[str], sort: Sort) -> Placeholder:
    by_machine = sort is Sort.MERGE_FIELD
    empty = by_machine and can_be_empty(match[0])
    return Placeholder(*match.span(), name=match["name"].strip(), fill_in=not by_machine, can_be_empty=empty)


def _guarded(text: str, placeholders: Iterable[Placeholder], tags: Sequence[Region]) -> Iterator[Placeholder]:
    """The placeholders; one that stands on a line behind a condition is there only when it has something to say."""
    starts = [tag.start for tag in tags]
    line_ends: dict[int, int] = {}
    for gap in placeholders:
        before = bisect_right(starts, gap.start) - 1
        if gap.can_be_empty and before >= 0:
            tag = tags[before]
            if before not in line_ends:
                line_ends[before] = (text.find("\n", tag.end) + 1 or len(text) + 1) - 1
            if gap.start <= line_ends[before] and is_condition(text[tag.start : tag.end]):
                yield replace(gap, can_be_empty=False)
                continue
        yield gap


def _tag_spans(match: re.Match[str]) -> list[tuple[int, int]]:
    """The whole match, or its groups where a tag encloses words that are read."""
    return [match.span(group) for group in range(1, len(match.groups()) + 1)] or [match.span()]


def _take(text: str, regions: Sequence[Region]) -> str:
    return filled(text, regions, lambda part: _TAKEN * len(part)) if regions else text


def _start(region: Region) -> int:
    return region.start
