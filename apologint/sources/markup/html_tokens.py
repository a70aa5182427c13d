"""HTML as a run of tags and the text between them, however broken it is.

A browser's rules, less those that no mail needs. The scan is linear: what is never closed is looked for once.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from apologint.model import Region
from apologint.text import late

_MARK = late.pattern(r"<(?:!--|!\[CDATA\[|[!?]|/?[A-Za-z]|/)|\]\]>", re.IGNORECASE)
_COMMENT_END = late.pattern(r"--!?>")
_EMPTY_COMMENT = late.pattern(r"<!---?>")
_NAME = late.pattern(r"</?(?P<name>[^\s/<>\0]*+)")
_TAG_END = late.pattern(r"""(?:[^>=]++|=\s*+(?:"[^"]*+"|'[^']*+')?+)*+>""")
_UNREAD = ("iframe", "mj-style", "noembed", "noframes", "script", "style", "textarea", "xmp")
_ENDS = {name: late.pattern(rf"</{name}(?=[\s/>])", re.IGNORECASE) for name in _UNREAD}
_CDATA = 9


@dataclass(frozen=True, slots=True)
class Words(Region):
    """A stretch of text, entities and blanks as they are written."""


@dataclass(frozen=True, slots=True)
class Tag(Region):
    """A tag: the name of its element in lower case, its attributes as written, and whether it ends the element."""

    name: str
    attributes: str
    ends: bool


def tokens(text: str) -> Iterator[Words | Tag]:
    """The tags and texts of `text` in order; comments, declarations, scripts and style sheets are left out.

    The marks of a CDATA section are left out and what is in it is read on, as mail templates have HTML in them.
    """
    return _Scan(text).tokens()


class _Scan:
    def __init__(self, text: str) -> None:
        self._text = text
        self._quotes_close = True
        self._last_close = text.rfind(">")

    def tokens(self) -> Iterator[Words | Tag]:
        text = self._text
        at = read = 0
        while mark := _MARK.search(text, at):
            tag, end = self._markup(mark)
            if end == mark.start():
                at = mark.end()
                continue
            if read < mark.start():
                yield Words(read, mark.start())
            if tag:
                yield tag
                end = self._end_of_unread(tag)
            at = read = end
        if read < len(text):
            yield Words(read, len(text))

    def _markup(self, mark: re.Match[str]) -> tuple[Tag | None, int]:
        """The tag at `mark`, if it is one, and where what begins there ends; it ends at once where it is text."""
        text, start = self._text, mark.start()
        opens = mark[0].lower()
        if opens == "]]>":
            return None, mark.end()
        if opens == "<![cdata[":
            return None, start + _CDATA
        if opens == "<!--":
            end = _EMPTY_COMMENT.match(text, start) or _COMMENT_END.search(text, mark.end())
            return None, end.end() if end else len(text)
        if opens in ("<!", "<?", "</"):
            return None, self._behind_close(start) or start
        return self._tag(start)

    def _tag(self, start: int) -> tuple[Tag | None, int]:
        text = self._text
        if start > self._last_close:
            return None, start
        name = _NAME.match(text, start)
        assert name
        end = self._tag_end(name.end())
        if end is None:
            return None, start
        return Tag(start, end, name["name"].lower(), text[name.end() : end - 1], text[start + 1] == "/"), end

    def _tag_end(self, start: int) -> int | None:
        """Behind the `>` that ends a tag; one between quotes does not, unless quotes are left open in this text."""
        if self._quotes_close:
            end = _TAG_END.match(self._text, start)
            if end:
                return end.end()
            self._quotes_close = False
        return self._behind_close(start)

    def _behind_close(self, start: int) -> int | None:
        return self._text.index(">", start) + 1 if start <= self._last_close else None

    def _end_of_unread(self, tag: Tag) -> int:
        """Where the text goes on behind `tag`: at the end tag where it is no text that stands in the element."""
        if tag.ends or tag.name not in _ENDS or tag.attributes.endswith("/"):
            return tag.end
        end = _ENDS[tag.name].search(self._text, tag.end)
        return end.start() if end else len(self._text)
