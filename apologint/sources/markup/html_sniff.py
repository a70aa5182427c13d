"""Whether a text is written in HTML."""

from __future__ import annotations

import re

from apologint.sources.html_names import ELEMENTS
from apologint.text import late

_TAG = late.pattern(r"</?(?P<name>[A-Za-z][\w-]*+)(?=[\s/>])[^<>]*+>")
_DECLARED = late.pattern(r"\s*+(?:<\?xml[^<>]*+>\s*+)?+<(?:!doctype\s++html|html|mjml)\b", re.IGNORECASE)
_MJML = ("mj-", "mjml")


def looks_like_html(text: str) -> bool:
    """Whether `text` has a real HTML tag in it; `<customer name>` and `<https://example.com>` are none."""
    return is_html_page(text) or any(_is_element(match["name"].lower()) for match in _TAG.finditer(text))


def is_html_page(text: str) -> bool:
    """Whether `text` begins as an HTML or MJML document does."""
    return bool(_DECLARED.match(text))


def _is_element(name: str) -> bool:
    return name in ELEMENTS or name.startswith(_MJML)
