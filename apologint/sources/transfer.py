"""How the text of a mail is written in a file: quoted-printable and base64."""

from __future__ import annotations

import codecs
import re
from base64 import b64decode
from binascii import Error
from collections.abc import Iterator

from apologint.text import late
from apologint.text.mapped import Edit, MappedText

_SOFT_BREAK = r"=[ \t]*+(?:\r\n|\r|\n|\Z)"
_ESCAPES = late.pattern(rf"(?:=[0-9A-Fa-f]{{2}}|{_SOFT_BREAK})++")
_ESCAPE = late.pattern(rf"=(?P<byte>[0-9A-Fa-f]{{2}})|{_SOFT_BREAK}")
_NO_BASE64 = late.pattern(r"[^A-Za-z0-9+/]+")
_GROUP = 4


def read_quoted_printable(text: MappedText, charset: str) -> MappedText:
    """The text that quoted-printable `text` stands for, each escape at its place."""
    edits = (edit for run in _ESCAPES.finditer(text.text) for edit in _characters(run, _decoder(charset)))
    return text.edited(edits)


def read_base64(text: MappedText, charset: str) -> MappedText:
    """The text that base64 `text` stands for; all of it stands where all of that does."""
    letters = _NO_BASE64.sub("", text.text)
    try:
        content = b64decode(letters + "=" * (-len(letters) % _GROUP))
    except Error:
        content = b""
    return text.edited([Edit(0, len(text), _decoder(charset).decode(content, final=True))]) if text.text else text


def _characters(run: re.Match[str], decoder: codecs.IncrementalDecoder) -> Iterator[Edit]:
    """A character for the bytes that make it; a line that only goes on leaves nothing."""
    start = run.start()
    for escape in _ESCAPE.finditer(run.string, *run.span()):
        if not escape["byte"]:
            continue
        words = decoder.decode(bytes.fromhex(escape["byte"]))
        if words:
            yield Edit(start, escape.end(), words)
            start = escape.end()
    words = decoder.decode(b"", final=True)
    if start < run.end():
        yield Edit(start, run.end(), words)


def _decoder(charset: str) -> codecs.IncrementalDecoder:
    try:
        return codecs.getincrementaldecoder(charset)("replace")
    except LookupError:
        return codecs.getincrementaldecoder("utf-8")("replace")
