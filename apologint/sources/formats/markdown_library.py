"""A Markdown file that holds many messages: each below a title, as it is, in a fence or as a quotation."""

from __future__ import annotations

import re
from collections.abc import Iterable

from apologint.sources.formats import message
from apologint.sources.item import Item
from apologint.sources.text_file import TextFile
from apologint.text import late

SUFFIXES = (".md", ".markdown")
RANK = 80
_WORTH_READING = late.pattern(r"^(?:#{1,6}[ \t]|\*\*|__|[*+-][ \t]|\d{1,3}[.)][ \t]|[=_*-]{2,}[ \t]*$)", re.MULTILINE)


def read(file: TextFile) -> Iterable[Item] | None:
    """The messages in a library; None for a file that is one message, with or without headings, or none at all.

    A file whose one message stands in a fence is read for that. In a library a message is called by its title, as a
    slug (`late-parcel`); one without by its number among the messages.

    Raises:
        SourceError: the front matter is broken.
    """
    if file.suffix not in SUFFIXES or not _WORTH_READING.search(file.text):
        return None
    from apologint.sources.markdown_shelf import messages_on

    return messages_on(message.whole(file))
