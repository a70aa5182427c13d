"""A file that is one mail in HTML or MJML, or the template of one, in HTML or in text."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from apologint.model import Markup, Skipped
from apologint.sources.formats import message
from apologint.sources.item import Item
from apologint.sources.markup.html_sniff import is_html_page, looks_like_html
from apologint.sources.text_file import TextFile
from apologint.text import late

HTML_SUFFIXES = (".html", ".htm", ".xhtml", ".mjml")
TEMPLATE_SUFFIXES = (".liquid", ".j2", ".jinja", ".jinja2", ".erb", ".hbs", ".handlebars", ".mustache", ".twig")
SUFFIXES = (*HTML_SUFFIXES, *TEMPLATE_SUFFIXES)
RANK = 90
_BEGINS_WITH_TAG = late.pattern(r"[\s\0]*+<[A-Za-z!?]")


def read(file: TextFile) -> Iterable[Item | Skipped] | None:
    """The mail that the file is; it is skipped if it is a page for browsers, and nothing where it has no sentence.

    Raises:
        SourceError: the front matter is broken.
    """
    if file.suffix in message.SUFFIXES and not is_html_page(file.text):
        return None
    if not file.text.strip():
        return [] if file.suffix in SUFFIXES else None
    if file.suffix not in SUFFIXES and "<" not in file.text:
        return None
    return _mail(file, message.whole(file))


def _mail(file: TextFile, item: Item) -> Iterable[Item | Skipped] | None:
    from apologint.sources.markup.html_head import about
    from apologint.sources.placeholders import masked
    from apologint.sources.prose import has_sentence, is_prose

    text = masked(item.body.text)
    if not _is_html(text, file.suffix):
        if file.suffix in TEMPLATE_SUFFIXES:
            return [replace(item, markup=Markup.PLAIN)] if is_prose(text) else []
        return None
    page = about(text)
    if not has_sentence(page.words):
        return []
    if page.is_for_a_browser:
        return [Skipped(file.path, None, item.title or page.title, "a page for browsers, not a mail")]
    return [replace(item, markup=Markup.HTML, title=item.title or page.title)]


def _is_html(text: str, suffix: str) -> bool:
    if suffix in HTML_SUFFIXES or is_html_page(text):
        return True
    return looks_like_html(text) and (suffix in TEMPLATE_SUFFIXES or bool(_BEGINS_WITH_TAG.match(text)))
