"""A Salesforce e-mail template: `Name.email`, in HTML or text, with what is known of it in `Name.email-meta.xml`."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from apologint.model import Markup
from apologint.sources.item import Item
from apologint.sources.text_file import TextFile
from apologint.text import late
from apologint.text.mapped import MappedText

SUFFIXES = (".email",)
_META = "-meta.xml"
_META_LIMIT = 200_000
_SUBJECT = late.pattern(r"<subject>([^<]*+)</subject>")
_HTML_BODY = late.pattern(r"<messaging:htmlEmailBody\b[^<>]*+>")
_TEXT_BODY = late.pattern(r"<messaging:plainTextEmailBody\b[^<>]*+>")
_END = "</messaging:"


def read(file: TextFile) -> Iterable[Item] | None:
    """The mail that the file is; of a Visualforce template that holds it twice, the HTML."""
    if file.suffix not in SUFFIXES:
        return None
    if not file.text.strip():
        return []
    from apologint.sources.markup.html_sniff import looks_like_html
    from apologint.sources.placeholders import masked

    body = _body(file.mapped)
    markup = Markup.HTML if looks_like_html(masked(body.text)) else Markup.PLAIN
    return [Item(body, markup, title=_subject(file.path))]


def _body(text: MappedText) -> MappedText:
    opening = _HTML_BODY.search(text.text) or _TEXT_BODY.search(text.text)
    if not opening:
        return text
    end = text.text.find(_END, opening.end())
    return text.cut(opening.end(), end if end >= 0 else len(text))


def _subject(path: str) -> str | None:
    """The subject in the file beside the template, if there is one."""
    from html import unescape

    try:
        with Path(path + _META).open(encoding="utf-8", errors="replace") as file:
            found = _SUBJECT.search(file.read(_META_LIMIT))
    except (OSError, ValueError):
        return None
    return (unescape(found[1]).strip() or None) if found else None
