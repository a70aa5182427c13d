"""The gaps in a text that are filled later, in the dialects of help desks and mail templates.

A merge field is filled by a machine, a fill-in by a person. A tag (`{% if %}`) stands for nothing that is read.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from enum import Enum, auto

from apologint.model import Placeholder, Region
from apologint.sources.fallback import can_be_empty, is_condition
from apologint.sources.html_names import ELEMENTS

_TAKEN = "\0"
_BRACKET_WORDS = 14
_BRACKET_LETTERS = 2
_BRACE_WORDS = 4


_LINK_LABEL = re.compile(r"(?:\A|(?<=[\r\n]))[ \t]*+\[(?P<label>[^\[\]\r\n]++)\]:")
_CLOSING_TAG = re.compile(r"(?:<|&lt;|\[)/(?P<element>[\w-]++)")
_RULE_LINE = re.compile(r"(?:\A|(?<=[\r\n]))[ \t]*+__[_ \t]*+(?=[\r\n]|\Z)")


class _Sort(Enum):
    MERGE_FIELD = auto()
    FILL_IN = auto()
    TAG = auto()


@dataclass(frozen=True, slots=True)
class _Around:
    """What the rest of a text says about the reading of a doubtful mark."""

    link_labels: frozenset[str]
    closed_elements: frozenset[str]
    has_fillin: bool


_Holds = Callable[[re.Match[str], _Around], bool]


@dataclass(frozen=True, slots=True)
class _Shape:
    """One way to write gaps: what they are, how they look, and what else must hold for a match to be one."""

    sort: _Sort
    pattern: re.Pattern[str]
    holds: _Holds | None = None


@dataclass(frozen=True, slots=True)
class Gaps:
    """The placeholders and the template tags of a text, each in order; none overlaps another."""

    placeholders: tuple[Placeholder, ...]
    tags: tuple[Region, ...]


def find_gaps(text: str) -> Gaps:
    """Every placeholder and tag in `text`; where two readings overlap, the surer shape has it."""
    around = _Around(
        link_labels=frozenset(match["label"] for match in _LINK_LABEL.finditer(text)),
        closed_elements=frozenset(match["element"].lower() for match in _CLOSING_TAG.finditer(text)),
        has_fillin="FILLIN" in text,
    )
    whole = text
    text = _take(text, [Region(*match.span()) for match in _RULE_LINE.finditer(text)])
    placeholders: list[Placeholder] = []
    tags: list[Region] = []
    for shape in _SHAPES:
        found = [match for match in shape.pattern.finditer(text) if shape.holds is None or shape.holds(match, around)]
        if shape.sort is _Sort.TAG:
            regions: Sequence[Region] = [Region(*span) for match in found for span in _tag_spans(match)]
            tags += regions
        else:
            regions = gaps = [_placeholder(match, shape.sort) for match in found]
            placeholders += gaps
        text = _take(text, regions)
    tags.sort(key=_start)
    return Gaps(tuple(_guarded(whole, sorted(placeholders, key=_start), tags)), tuple(tags))


def _placeholder(match: re.Match[str], sort: _Sort) -> Placeholder:
    by_machine = sort is _Sort.MERGE_FIELD
    empty = by_machine and can_be_empty(match[0])
    return Placeholder(*match.span(), name=match["name"].strip(), fill_in=not by_machine, can_be_empty=empty)


def _guarded(text: str, placeholders: Iterable[Placeholder], tags: Sequence[Region]) -> Iterator[Placeholder]:
    """The placeholders; one that stands on a line behind a condition is there only when it has something to say."""
    starts = [tag.start for tag in tags]
    for gap in placeholders:
        before = bisect_right(starts, gap.start) - 1
        if gap.can_be_empty and before >= 0:
            tag = tags[before]
            same_line = "\n" not in text[tag.end : gap.start]
            if same_line and is_condition(text[tag.start : tag.end]):
                yield replace(gap, can_be_empty=False)
                continue
        yield gap


def _tag_spans(match: re.Match[str]) -> list[tuple[int, int]]:
    """The whole match, or its groups where a tag encloses words that are read."""
    return [match.span(group) for group in range(1, len(match.groups()) + 1)] or [match.span()]


def _take(text: str, regions: Sequence[Region]) -> str:
    parts: list[str] = []
    at = 0
    for region in regions:
        parts += [text[at : region.start], _TAKEN * (region.end - region.start)]
        at = region.end
    return "".join([*parts, text[at:]])


def _start(region: Region) -> int:
    return region.start


def _is_bracket_fill_in(match: re.Match[str], around: _Around) -> bool:
    """Whether `[...]` asks for words: no link, footnote, task box, index, or pair of tags around something."""
    name = match["name"].strip()
    if sum(map(str.isalpha, name)) < _BRACKET_LETTERS or len(name.split()) > _BRACKET_WORDS or name[0] in "^!/#":
        return False
    before, after = _neighbours(match)
    if before.isalnum() or before in ("[", "]", "\\", "!") or after in ("(", "["):
        return False
    return match["name"] not in around.link_labels and name.split()[0].lower() not in around.closed_elements


def _is_name_in_braces(match: re.Match[str], _around: _Around) -> bool:
    """Whether `{...}` holds a name or number, and not a style sheet, a data structure or a whole clause."""
    name = match["name"].strip()
    looks_like_name = name.isdecimal() or name[:1].isalpha() or name[:1] == "_"
    return looks_like_name and ";" not in name and ": " not in name and len(name.split()) <= _BRACE_WORDS


def _is_spintax(match: re.Match[str], _around: _Around) -> bool:
    """Whether `{Hi|Hello}` is a choice of words, of which the first is read, and not a name with a fallback."""
    return not any(mark in match[0] for mark in "._&;")


def _is_no_element(match: re.Match[str], around: _Around) -> bool:
    """Whether `<...>` is neither an HTML element, nor one of an unknown name that is closed again, nor an address."""
    first = match["name"].split()[0].lower()
    return first not in ELEMENTS and "." not in first and first not in around.closed_elements


def _is_capitals_habit(_match: re.Match[str], around: _Around) -> bool:
    """Whether the text marks its blanks as Help Scout's writers do, with words in capitals beside a FILLIN."""
    return around.has_fillin


def _neighbours(match: re.Match[str]) -> tuple[str, str]:
    text, (start, end) = match.string, match.span()
    return text[start - 1 : start] if start else "", text[end : end + 1]


def _shape(sort: _Sort, pattern: str, holds: _Holds | None = None) -> _Shape:
    return _Shape(sort, re.compile(pattern), holds)


# Every loop is possessive or bounded and stops at the opening mark of its own shape, so that a text of nothing but
# opening marks is still read in linear time. What an earlier shape took is out of reach for a later one.
_HARD = (
    _shape(_Sort.MERGE_FIELD, r"\{%(?P<name>[^\W\d][\w.]*+)(?:,fallback=[^{}%\n\0]*+)?%\}"),
    _shape(_Sort.TAG, r"\{%(?:[^%{\0]|%(?!\}))*+%\}"),
    _shape(_Sort.TAG, r"\{#(?:[^#{}\0]|#(?!\}))*+#\}"),
    _shape(_Sort.MERGE_FIELD, r"\{\{\{(?P<name>[^{}\0]++)\}\}\}"),
    _shape(_Sort.TAG, r"\{\{[ \t]*+(?:[#/^!>]|else\b)[^{}\0]*+\}\}"),
    _shape(_Sort.MERGE_FIELD, r"\{\{(?P<name>[^{}\0]++)\}\}"),
    _shape(_Sort.MERGE_FIELD, r"\{!(?P<name>[^{}\n\0]++)\}"),
    _shape(_Sort.MERGE_FIELD, r"[#%$]\{(?P<name>[^{}\n\0]++)\}"),
    _shape(_Sort.MERGE_FIELD, r"\{\$(?P<name>[^{}\n\0]++)\}"),
    _shape(_Sort.MERGE_FIELD, r"<%[=-](?P<name>(?:[^%<\0]|%(?!>))++)%>"),
    _shape(_Sort.TAG, r"<%(?:[^%<\0]|%(?!>))*+%>"),
    _shape(_Sort.MERGE_FIELD, r"<attribute\s++(?P<name>[^<>\0]*+)>"),
    _shape(_Sort.MERGE_FIELD, r"(?:<|&lt;)(?P<name>OTRS_\w++(?:\[\d++\])?)(?:>|&gt;)"),
    _shape(_Sort.MERGE_FIELD, r"\*\|(?P<name>[^|\n\0]++)\|\*"),
    _shape(_Sort.MERGE_FIELD, r"\[\[(?P<name>(?=[^\d\^!])[^\[\]\n\0]++)\]\](?!\()"),
    _shape(_Sort.TAG, r"(\(\([^()?\n\0]++\?\?)[^()\n\0]*+(\)\))"),
    _shape(_Sort.MERGE_FIELD, r"\(\((?P<name>[^()\n\0]{1,60}+)\)\)"),
    _shape(_Sort.MERGE_FIELD, r"##(?P<name>[^\W\d][\w.]*+)##"),
    _shape(_Sort.MERGE_FIELD, r"%\((?P<name>\w++)\)[a-z]"),
    _shape(_Sort.MERGE_FIELD, r"(?<![\w%])%(?P<name>[^\W\d_](?:[\w.-]*\w)?)%(?!\w)"),
    _shape(_Sort.MERGE_FIELD, r"«[ \t]*+(?P<name>[^\W\d_][\w.-]*+(?: [\w.-]++){0,3})[ \t]*+»"),
    _shape(_Sort.MERGE_FIELD, r"<<(?P<name>[^<>\n\0]++)>>"),
    _shape(_Sort.MERGE_FIELD, r"&lt;&lt;(?P<name>[^&\n\0]++)&gt;&gt;"),
)
_SOFT = (
    _shape(_Sort.FILL_IN, r"\[(?P<name>[^\[\]\n\0]{2,80}+)\]", _is_bracket_fill_in),
    _shape(_Sort.TAG, r"(\{)[^\W\d_][^{}|=\n\0]*+((?:\|[^{}|=\n\0]*+)++\})", _is_spintax),
    _shape(_Sort.MERGE_FIELD, r"\{(?P<name>[^{}\n\0]{1,60}+)\}", _is_name_in_braces),
    _shape(_Sort.FILL_IN, r"(?:<|&lt;)(?P<name>[^\W\d_][^<>=/@:&\"\n\0]{1,60}+)(?:>|&gt;)", _is_no_element),
    _shape(_Sort.MERGE_FIELD, r"(?<![\w%])%(?P<name>[sd])(?!\w)"),
    _shape(_Sort.FILL_IN, r"(?<!\w)(?P<name>(?:X{3,}+|X{2}(?=[-/.]X{2}))(?:[-/.]X{2,}+)*+)(?!\w|-\d)"),
    _shape(_Sort.FILL_IN, r"(?<=[$£€#])(?P<name>X{2,}+)(?!\w)"),
    _shape(_Sort.FILL_IN, r"(?<!\w)(?P<name>_{3,}+)(?!\w)"),
    _shape(_Sort.FILL_IN, r"(?<!\w)(?P<name>[A-Z]{5,}+)(?!\w)", _is_capitals_habit),
)
_SHAPES = _HARD + _SOFT
