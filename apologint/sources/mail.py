"""The words of a mail as mail programs save it."""

from __future__ import annotations

from email.errors import HeaderParseError
from email.header import decode_header, make_header
from email.message import Message

from apologint.model import Markup
from apologint.sources.item import Item
from apologint.sources.markup.quoting import attributions, earlier_mail, quoted_lines
from apologint.sources.mime import MimeError, Part, parse_mail
from apologint.sources.text_file import TextFile
from apologint.sources.transfer import read_base64, read_quoted_printable
from apologint.text.mapped import Edit, MappedText

_MARKUPS = {"text/html": Markup.HTML, "text/plain": Markup.PLAIN}
_BASE64, _QUOTED_PRINTABLE = "base64", "quoted-printable"


def words_of(file: TextFile) -> Item | None:
    """The message in the mail that `file` is, without the earlier mail below it.

    That is its first part with words; of the same in HTML and in text the HTML. Words that are in base64 stand where
    their part does. None where there are no words.

    Raises:
        SourceError: it is said to have parts, and has none.
    """
    try:
        mail = parse_mail(file.mapped)
    except MimeError as error:
        raise file.error(f"{error.message}: save the mail anew", error.at) from error
    part = _with_words(mail)
    if part is None:
        return None
    body = _decoded(part)
    markup = _MARKUPS[part.headers.get_content_type()]
    if markup is Markup.PLAIN:
        body = _own_words(body)
    return Item(body, markup, title=_subject(mail.headers))


def _with_words(part: Part) -> Part | None:
    """The part with the words of the mail, among `part` and those in it."""
    if part.headers.get_content_disposition() == "attachment":
        return None
    if part.headers.get_content_type() in _MARKUPS:
        return part if part.body.text.strip() else None
    readable = filter(None, map(_with_words, part.parts))
    if part.headers.get_content_type() == "multipart/alternative":
        return min(readable, key=_rank, default=None)
    return next(readable, None)


def _rank(part: Part) -> tuple[bool, bool]:
    """HTML before text, unless only the words of the text have places."""
    return _encoding(part) == _BASE64, part.headers.get_content_type() != "text/html"


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
