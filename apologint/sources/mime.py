"""A mail in a file as the tree of its parts, each with the place where it stands."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from email.message import Message
from email.parser import HeaderParser

from apologint.sources.mail_headers import headers_end
from apologint.text import late
from apologint.text.mapped import MappedText

_LINE_END = r"(?:\r\n|\r|\n|\Z)"
_DEEPEST = 20


@dataclass(frozen=True, slots=True)
class Part:
    """A part: its headers, what stands below them as it is written, and the parts in it, in order."""

    headers: Message
    body: MappedText
    parts: tuple[Part, ...] = ()


class MimeError(ValueError):
    """A mail that cannot be taken apart; `at` is where, in code points of the file."""

    def __init__(self, message: str, at: int) -> None:
        super().__init__(message)
        self.message = message
        self.at = at


def headers_of(text: str) -> Message:
    """The headers at the top of `text`."""
    return HeaderParser().parsestr(text[: headers_end(text)] + "\n")


def parse_mail(mail: MappedText, depth: int = 0) -> Part:
    """The part that the whole of `mail` is; a mail in a mail has no parts, nor has what is too deep in one.

    Raises:
        MimeError: it is said to have parts, and has none.
    """
    end = headers_end(mail.text)
    headers = headers_of(mail.text)
    body = mail.cut(end, len(mail))
    if headers.get_content_maintype() != "multipart" or depth > _DEEPEST:
        return Part(headers, body)
    boundary = headers.get_boundary()
    pieces = list(_between(body, boundary)) if boundary else []
    if not pieces and not depth:
        wanted = f"no line '--{boundary}'" if boundary else "no boundary"
        raise MimeError(f"a mail of many parts with {wanted} between them", mail.in_file(end, end).start)
    return Part(headers, body, tuple(parse_mail(piece, depth + 1) for piece in pieces))


def _between(body: MappedText, boundary: str) -> Iterator[MappedText]:
    """What stands between the lines that are the boundary; what is behind the last one is no part."""
    line = late.pattern(rf"(?:\A|(?<=[\r\n]))--{re.escape(boundary)}(?P<last>--)?[ \t]*+{_LINE_END}")
    start: int | None = None
    for mark in line.finditer(body.text):
        if start is not None:
            yield body.cut(start, mark.start())
        start = mark.end()
        if mark["last"]:
            return
    if start is not None:
        yield body.cut(start, len(body))
