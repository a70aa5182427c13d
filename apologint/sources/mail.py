"""The words of a mail as mail programs save it."""

from __future__ import annotations

from collections.abc import Sequence
from email.errors import HeaderParseError
from email.header import decode_header, make_header
from email.message import Message

from apologint.model import Markup
from apologint.sources.item import Item
from apologint.sources.markup.quoting import attributions, earlier_mail, quoted_lines
from apologint.sources.mime import MimeError, Part, headers_of, parts
from apologint.sources.text_file import TextFile
from apologint.sources.transfer import read_base64, read_quoted_printable
from apologint.text.mapped import Edit, MappedText

_MARKUPS = {"text/html": Markup.HTML, "text/plain": Markup.PLAIN}
_BASE64, _QUOTED_PRINTABLE = "base64", "quoted-printable"


def words_of(file: TextFile) -> Item | None:
    """The message in the mail that `file` is: of HTML and text the HTML, without the earlier mail below it.

    Words that are in base64 stand where their part does. None where there are no words.

    Raises:
        SourceError: it is said to have parts, and has none.
    """
    try:
        readable = [part for part in parts(file.mapped) if _is_readable(part)]
    except MimeError as error:
        raise file.error(f"{error.message}: save the mail anew", error.at) from error
    if not readable:
        return None
    part = _best(readable)
    body = _decoded(part)
    markup = _MARKUPS[part.headers.get_content_type()]
    if markup is Markup.PLAIN:
        body = _own_words(body)
    return Item(body, markup, title=_subject(headers_of(file.text)))


def _is_readable(part: Part) -> bool:
    attached = part.headers.get_content_disposition() == "attachment"
    return part.headers.get_content_type() in _MARKUPS and not attached and bool(part.body.text.strip())


def _best(readable: Sequence[Part]) -> Part:
    """HTML before text, unless only the words of the text have places."""

    def rank(part: Part) -> tuple[bool, bool]:
        return _encoding(part) == _BASE64, part.headers.get_content_type() != "text/html"

    return min(readable, key=rank)


def _decoded(part: Part) -> MappedText:
    charset = part.headers.get_content_charset() or "utf-8"
    if _encoding(part) == _BASE64:
        return read_base64(part.body, charset)
    if _encoding(part) == _QUOTED_PRINTABLE:
        return read_quoted_printable(part.body, charset)
    return part.body


def _encoding(part: Part) -> str:
    return str(part.headers.get("Content-Transfer-Encoding", "")).strip().lower()


def _own_words(body: MappedText) -> MappedText:
    """What stands above earlier mail, and the line that introduces it."""
    earlier = earlier_mail(body.text)
    if earlier:
        body = body.cut(0, earlier.start)
    return body.edited(Edit(line.start, line.end) for line in attributions(body.text, quoted_lines(body.text)))


def _subject(headers: Message) -> str | None:
    try:
        subject = str(make_header(decode_header(str(headers.get("Subject", "")))))
    except (HeaderParseError, LookupError, ValueError):
        subject = str(headers.get("Subject", ""))
    return " ".join(subject.split()) or None
