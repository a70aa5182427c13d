"""How a Markdown file is divided: its titles, and what stands below each of them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import Enum, auto
from typing import TYPE_CHECKING

from apologint.model import Region
from apologint.sources.markup.markdown_blocks import parse
from apologint.text import late
from apologint.text.locate import split_lines

if TYPE_CHECKING:
    from markdown_it.token import Token

BOLD_LINE, LIST_LINE, RULE = 7, 8, 9
"""Levels of what is no heading and can be used like one; those of headings are 1 to 6."""
_BOLD = late.pattern(r"(\*\*|__)(?P<title>[^*_\r\n]++)\1:?")
_TITLE_WORDS = 12
_SENTENCE_ENDS = (".", "!", "?", ",", ";")
_MARKS = late.pattern(r"[*_`#]+|\[([^\]\r\n]*+)\]\([^)\r\n]*+\)")


class Part(Enum):
    """What a piece of a section is."""

    PROSE = auto()
    FENCE = auto()
    QUOTE = auto()


@dataclass(frozen=True, slots=True)
class Piece(Region):
    """Something at the top level of a file; for a fence what stands between its marks, `info` the word behind them."""

    part: Part
    info: str = ""


@dataclass(frozen=True, slots=True)
class Section(Region):
    """What stands below a title up to the next one of its level or above; `title` is empty below a rule.

    `is_leaf` says that no other heading stands in it.
    """

    title: str
    level: int
    pieces: tuple[Piece, ...]
    is_leaf: bool


@dataclass(frozen=True, slots=True)
class _Title:
    level: int
    words: str
    start: int
    end: int


def sections(text: str) -> list[Section]:
    """All sections of `text`, those inside others too, in the order of their titles."""
    tokens, _ = parse(text)
    lines = split_lines(text)
    titles: list[_Title] = []
    pieces: list[Piece] = []
    top = [
        (index, token) for index, token in enumerate(tokens) if token.level == 0 and token.map and token.nesting >= 0
    ]
    for index, token in top:
        title = _title(tokens, index, lines)
        if title:
            titles.append(title)
        else:
            pieces.append(_piece(token, lines))
    if any(title.level == RULE for title in titles):
        titles.insert(0, _Title(RULE, "", 0, 0))
    return list(_sections(titles, pieces, len(text)))


def _sections(titles: Sequence[_Title], pieces: Sequence[Piece], length: int) -> Iterator[Section]:
    """Each title with what stands below it; the lesser ones are titles of their own level only."""
    for level in sorted({title.level for title in titles}):
        bounds = [
            title for title in titles if title.level <= level and (level <= BOLD_LINE or _is_heading_or(title, level))
        ]
        headings = [title.start for title in titles if title.level < BOLD_LINE]
        at = below = 0
        for title, following in zip(bounds, [*bounds[1:], None], strict=True):
            end = following.start if following else length
            while at < len(pieces) and pieces[at].start < title.end:
                at += 1
            first = at
            while at < len(pieces) and pieces[at].start < end:
                at += 1
            while below < len(headings) and headings[below] < title.end:
                below += 1
            if title.level == level:
                is_leaf = below == len(headings) or headings[below] >= end
                yield Section(title.end, end, title.words, level, tuple(pieces[first:at]), is_leaf)


def _is_heading_or(title: _Title, level: int) -> bool:
    return title.level < BOLD_LINE or title.level == level


def _title(tokens: Sequence[Token], index: int, lines: Sequence[Region]) -> _Title | None:
    token = tokens[index]
    first, end = token.map or (0, 0)
    start, until = lines[first].start, lines[end - 1].end
    if token.type == "heading_open":
        return _Title(int(token.tag[1:]), _plain(tokens[index + 1].content), start, until)
    if token.type == "hr":
        return _Title(RULE, "", start, until)
    if token.type == "paragraph_open":
        bold = _BOLD.fullmatch(tokens[index + 1].content.strip())
        return _Title(BOLD_LINE, _plain(bold["title"]), start, until) if bold else None
    if token.type in ("bullet_list_open", "ordered_list_open"):
        words = _only_line(tokens, index)
        return _Title(LIST_LINE, _plain(words), start, until) if words else None
    return None


def _only_line(tokens: Sequence[Token], index: int) -> str | None:
    """The words of a list that is one item of one short line and no sentence."""
    kinds = [token.type.removesuffix("_open") for token in tokens[index + 1 : index + 7]]
    if kinds[:5] != ["list_item", "paragraph", "inline", "paragraph_close", "list_item_close"]:
        return None
    if not kinds[5:] or not kinds[5].endswith("_list_close"):
        return None
    words = tokens[index + 3].content.strip()
    short = len(words.split()) <= _TITLE_WORDS and "\n" not in words
    return words if short and not words.endswith(_SENTENCE_ENDS) else None


def _piece(token: Token, lines: Sequence[Region]) -> Piece:
    first, end = token.map or (0, 0)
    if token.type == "fence":
        last = end - 1 if lines[end - 1].start > lines[first].start and _closes(token, end, len(lines)) else end
        inside = lines[first + 1 : last]
        start = inside[0].start if inside else lines[first].end
        return Piece(start, inside[-1].end if inside else start, Part.FENCE, token.info.strip().lower())
    part = Part.QUOTE if token.type == "blockquote_open" else Part.PROSE
    return Piece(lines[first].start, lines[end - 1].end, part)


def _closes(token: Token, end: int, count: int) -> bool:
    """Whether the last line of a fence is its closing mark: an open one reaches to the end of the text."""
    first, _ = token.map or (0, 0)
    return token.content.count("\n") < end - first - 1 or end < count


def _plain(title: str) -> str:
    return " ".join(_MARKS.sub(lambda mark: mark[1] or "", title).split()).rstrip(":")
