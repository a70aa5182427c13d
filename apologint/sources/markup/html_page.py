"""What is seen of an HTML page or mail."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from enum import Enum, auto

from apologint.model import Region
from apologint.sources.markup import html_elements as elements
from apologint.sources.markup.html_entities import ENTITY, NOTHING, decoded
from apologint.sources.markup.html_layout import Layout
from apologint.sources.markup.html_tokens import Tag, Words, tokens
from apologint.text import late
from apologint.text.mapped import Edit

_BLANKS = " \t\r\n\f\xa0\u2002\u2003\u2009"
_PIECE = late.pattern(
    rf"(?P<blank>[ \t\r\n\f\xa0]++)|(?P<nothing>[{NOTHING}]++)|(?P<entity>{ENTITY.pattern})"
    rf"|[^ \t\r\n\f\xa0&{NOTHING}]++|&"
)


class _Scope(Enum):
    UNSEEN = auto()
    CODE = auto()
    PREVIEW = auto()


@dataclass(frozen=True, slots=True)
class Page:
    """The edits that leave only the words that are seen of a page, and what of these words is code.

    `code` and `quoted_after` count code points of the words; where earlier mail was left out, `quoted_after` says.
    """

    edits: list[Edit]
    code: list[Region]
    quoted_after: list[int]


def seen(markup: str) -> Page:
    """What is seen of `markup`, in which NULs stand for what is not to be taken for HTML."""
    return _Reading(markup).page()


@dataclass(slots=True)
class _Open:
    """An element whose end is awaited: elements of its name are counted until then."""

    scope: _Scope
    name: str
    depth: int = 1


@dataclass(slots=True)
class _Reading:
    markup: str
    _layout: Layout = field(init=False)
    _open: _Open | None = None
    _code_start: int = 0
    _has_words: bool = False
    _code: list[Region] = field(default_factory=list)
    _quoted_after: list[int] = field(default_factory=list)

    def __post_init__(self) -> None:
        self._layout = Layout(self.markup)

    def page(self) -> Page:
        for token in tokens(self.markup):
            if isinstance(token, Words):
                self._words(token)
                continue
            if elements.begins_earlier_mail(token) and not token.ends:
                self._quoted_after.append(self._layout.length)
                break
            self._tag(token)
        if self._open and self._open.scope is _Scope.CODE:
            self._code.append(Region(self._code_start, self._layout.length))
        return Page(self._layout.end(), self._code, self._quoted_after)

    def _tag(self, tag: Tag) -> None:
        if self._open and self._closes(self._open, tag):
            self._leave(self._open)
        elif self._open is None and not tag.ends and not elements.is_void(tag):
            self._enter(tag)
        if self._open is None or self._open.scope is not _Scope.UNSEEN:
            self._lay_out(tag)

    def _closes(self, opened: _Open, tag: Tag) -> bool:
        if tag.name == opened.name and not elements.is_void(tag):
            opened.depth += -1 if tag.ends else 1
            return opened.depth == 0
        return opened.name == "head" and tag.name == "body"

    def _enter(self, tag: Tag) -> None:
        hidden = elements.is_hidden(tag)
        quoted = elements.is_quoted(tag)
        if quoted:
            self._quoted_after.append(self._layout.length)
        if quoted or elements.is_unseen(tag) or (hidden and self._has_words):
            self._open = _Open(_Scope.UNSEEN, tag.name)
        elif hidden:
            self._open = _Open(_Scope.PREVIEW, tag.name)
            self._layout.block(2)
        elif tag.name in elements.CODE:
            self._open = _Open(_Scope.CODE, tag.name)
            self._code_start = self._layout.length

    def _leave(self, opened: _Open) -> None:
        self._open = None
        if opened.scope is _Scope.PREVIEW:
            self._layout.block(2)
        elif opened.scope is _Scope.CODE:
            self._code.append(Region(self._code_start, self._layout.length))

    def _lay_out(self, tag: Tag) -> None:
        if tag.name == elements.BREAK:
            self._layout.line()
        self._layout.block(elements.breaks(tag))
        if tag.name == elements.ITEM and not tag.ends:
            self._layout.item()

    def _words(self, words: Words) -> None:
        if self._open and self._open.scope is _Scope.UNSEEN:
            return
        for piece in _PIECE.finditer(self.markup, words.start, words.end):
            self._piece(piece)

    def _piece(self, piece: re.Match[str]) -> None:
        start, end = piece.span()
        if piece["blank"]:
            self._layout.blank()
        elif piece["entity"]:
            self._entity(start, end, piece[0])
        elif not piece["nothing"]:
            self._layout.keep(start, end)
            self._has_words = self._has_words or any(map(str.isalnum, piece[0]))

    def _entity(self, start: int, end: int, written: str) -> None:
        text, length = decoded(written)
        if not length:
            self._layout.keep(start, end)
            return
        if text and not text.strip(_BLANKS):
            self._layout.blank()
        elif text:
            self._layout.put(start, start + length, text)
        if start + length < end:
            self._layout.keep(start + length, end)
