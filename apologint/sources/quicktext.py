"""The templates in an export of Quicktext."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from xml.parsers import expat

from apologint.model import Markup, Region
from apologint.sources.item import Item
from apologint.sources.markup.html_entities import ENTITY, decoded
from apologint.sources.suppress.directive import is_directive
from apologint.sources.text_file import TextFile
from apologint.text import late
from apologint.text.mapped import Edit, MappedText

_TAG = late.pattern(r"""<(?:[^"'>]|"[^"]*"|'[^']*')*+>""")
_CDATA_OPENS, _CDATA_CLOSES = "<![CDATA[", "]]>"
_PIECE = late.pattern(r"(?P<cdata><!\[CDATA\[.*?\]\]>)|<!--(?P<comment>.*?)-->|<\?.*?\?>|(?P<entity>&)", re.DOTALL)
_HTML = "1"


def texts_in(file: TextFile) -> Iterator[Item]:
    """The texts in `file`, called by their places (`menu[0].text[2]`).

    Raises:
        SourceError: it is broken.
    """
    for text in _Reading(file).texts():
        place = text.body or text.own
        if place and place.start < place.end:
            yield Item(_unescaped(file.mapped.cut(place.start, place.end)), text.markup, text.name, text.title())


@dataclass(slots=True)
class _Text:
    name: str
    markup: Markup
    words: dict[str, list[str]] = field(default_factory=dict)
    own: Region | None = None
    body: Region | None = None

    def title(self) -> str | None:
        for key in ("name", "title", "subject"):
            title = " ".join("".join(self.words.get(key, ())).split())
            if title:
                return title
        return None


class _Reading:
    """One pass over a file; places are code points, of which the parser only knows how they are counted in UTF-8."""

    def __init__(self, file: TextFile) -> None:
        self._file = file
        self._parser = expat.ParserCreate("utf-8")
        self._parser.StartElementHandler = self._starts
        self._parser.EndElementHandler = self._ends
        self._parser.CharacterDataHandler = self._says
        self._bytes = file.text.encode()
        self._known = (0, 0)
        self._path: list[str] = []
        self._menus = self._count = -1
        self._begins: list[int] = []
        self._texts: list[_Text] = []

    def texts(self) -> list[_Text]:
        try:
            self._parser.Parse(self._bytes, True)
        except expat.ExpatError as error:
            message = f"broken XML: {expat.ErrorString(error.code)}: export it anew"
            raise self._file.error(message, self._offset(max(0, self._parser.ErrorByteIndex))) from error
        return self._texts

    def _starts(self, element: str, attributes: dict[str, str]) -> None:
        self._path.append(element)
        tag = _TAG.match(self._file.text, self._place())
        assert tag
        self._begins.append(tag.end())
        if element == "menu":
            self._menus += 1
            self._count = -1
        elif element == "text":
            self._count += 1
            markup = Markup.HTML if attributes.get("type") == _HTML else Markup.PLAIN
            title = {key: [words] for key, words in attributes.items() if key in ("title", "subject")}
            self._texts.append(_Text(f"menu[{max(0, self._menus)}].text[{self._count}]", markup, title))

    def _ends(self, element: str) -> None:
        place = Region(self._begins.pop(), self._place())
        self._path.pop()
        if element == "body" and self._path[-1:] == ["text"]:
            self._texts[-1].body = place
        elif element == "text" and "name" not in self._texts[-1].words:
            self._texts[-1].own = place

    def _says(self, words: str) -> None:
        if self._path[-2:-1] == ["text"]:
            self._texts[-1].words.setdefault(self._path[-1], []).append(words)

    def _place(self) -> int:
        return self._offset(self._parser.CurrentByteIndex)

    def _offset(self, index: int) -> int:
        at, offset = self._known
        if index < at:
            return len(self._bytes[:index].decode("utf-8", "replace"))
        self._known = index, offset + len(self._bytes[at:index].decode("utf-8", "replace"))
        return self._known[1]


def _unescaped(text: MappedText) -> MappedText:
    """The words of an element: entities are decoded, but not in CDATA, of which the marks fall away with the comments.

    A comment that is meant for us stays until it is heard.
    """
    return text.edited(_edits(text.text))


def _edits(text: str) -> Iterator[Edit]:
    """What to do with `text`, which is known to be well-formed."""
    for piece in _PIECE.finditer(text):
        start, end = piece.span()
        if piece["cdata"]:
            yield Edit(start, start + len(_CDATA_OPENS))
            yield Edit(end - len(_CDATA_CLOSES), end)
        elif piece["entity"]:
            entity = ENTITY.match(text, start)
            words, length = decoded(entity[0]) if entity else ("", 0)
            if length:
                yield Edit(start, start + length, words)
        elif not is_directive(piece["comment"] or ""):
            yield Edit(start, end)
