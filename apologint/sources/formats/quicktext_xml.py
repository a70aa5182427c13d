"""The templates of Quicktext, an add-on of Thunderbird, as it exports them; any other XML holds no message."""

from __future__ import annotations

from collections.abc import Iterable

from apologint.sources.item import Item
from apologint.sources.markup.html_sniff import is_html_page
from apologint.sources.text_file import TextFile
from apologint.text import late

SUFFIXES: tuple[str, ...] = ()  # XML is of everything: it is not looked for, and read where it is named
_XML = late.pattern(r"\s*+<\?xml\b")
_QUICKTEXT = late.pattern(r"\s*+(?:<\?xml\b[^<>]*+>\s*+)?+(?:<!--[^>]*+-->\s*+)*+<quicktext\b")


def read(file: TextFile) -> Iterable[Item] | None:
    """The texts in a file of Quicktext, called by their places (`menu[0].text[2]`); of other XML nothing.

    Raises:
        SourceError: it is broken.
    """
    if _QUICKTEXT.match(file.text):
        from apologint.sources.quicktext import texts_in

        return list(texts_in(file))
    return [] if _XML.match(file.text) and not is_html_page(file.text) else None
