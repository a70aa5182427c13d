"""What the elements of HTML and MJML do to the text in them."""

from __future__ import annotations

import re

from apologint.sources.markup.html_tokens import Tag
from apologint.text import late

PARAGRAPHS = frozenset(
    """
    address article aside blockquote body caption center dl fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6
    header hr html main menu nav ol p pre section table tbody td tfoot th thead tr ul
    """.split()
)
LINES = frozenset("dd details div dt legend li option summary".split())
BREAK = "br"
ITEM = "li"
TITLES = frozenset(("title", "mj-title"))
CODE = frozenset(("code", "kbd", "pre", "samp"))
VOID = frozenset("area base br col embed hr img input link meta mj-image mj-divider param source track wbr".split())
_UNSEEN = frozenset(
    """
    audio canvas datalist head math mj-attributes mj-breakpoint mj-font mj-html-attributes mj-style mj-title
    object script select style svg template textarea title video
    """.split()
)
_PAGE = frozenset("canvas form iframe input nav select textarea video".split())
_MJML = "mj-"
_HIDDEN = late.pattern(r"(?:display\s*:\s*none|visibility\s*:\s*hidden|mso-hide\s*:\s*all|\shidden(?=[\s=/]|\Z))", re.I)
_EARLIER_MAIL = late.pattern(
    r"\b(?:class|id)\s*=\s*[\"']?[^\"'>]*(?<![\w-])"
    r"(?:gmail_quote|gmail_extra|yahoo_quoted|moz-cite-prefix|protonmail_quote|zmail_extra|OutlookMessageHeader)(?![\w-])"
)
_REPLY_HEADER = late.pattern(r"\bid\s*=\s*[\"']?(?:x_)*(?:divRplyFwdMsg|appendonsend|reply-intro)\b")
_DATA_SCRIPT = late.pattern(r"\btype\s*=\s*[\"']?application/(?:ld\+)?json")


def breaks(tag: Tag) -> int:
    """How many line ends stand where an element begins or ends: none inside a line, two around a paragraph."""
    if tag.name in LINES:
        return 1
    return 2 if tag.name in PARAGRAPHS or tag.name.startswith(_MJML) else 0


def is_void(tag: Tag) -> bool:
    """Whether nothing can stand inside the element."""
    return tag.name in VOID or tag.attributes.endswith("/")


def is_unseen(tag: Tag) -> bool:
    """Whether what stands in the element is never shown as words of the page."""
    return tag.name in _UNSEEN


def is_quoted(tag: Tag) -> bool:
    """Whether what stands in the element was said by another, or in an earlier mail."""
    return tag.name == "blockquote" or bool(_EARLIER_MAIL.search(tag.attributes))


def is_hidden(tag: Tag) -> bool:
    """Whether a mail program is told not to show the element."""
    return bool(_HIDDEN.search(tag.attributes))


def begins_earlier_mail(tag: Tag) -> bool:
    """Whether all that follows is the mail that this one answers."""
    return bool(_REPLY_HEADER.search(tag.attributes))


def is_of_a_page(tag: Tag) -> bool:
    """Whether the element stands on pages for browsers and has no place in a mail."""
    return tag.name in _PAGE or (tag.name == "script" and not tag.ends and not _DATA_SCRIPT.search(tag.attributes))
