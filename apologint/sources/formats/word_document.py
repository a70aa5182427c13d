"""Word documents, of which a line of the text is a paragraph, and its number what is reported for a line."""

from __future__ import annotations

from collections.abc import Iterable

from apologint.model import Markup
from apologint.source_errors import SourceError
from apologint.sources.item import Item
from apologint.sources.text_file import TextFile
from apologint.sources.word import SUFFIX
from apologint.text import late
from apologint.text.mapped import Edit

SUFFIXES = (SUFFIX,)
_LINE_END = late.pattern(r"\n")


def read(file: TextFile) -> Iterable[Item] | None:
    """The message that the document is, its paragraphs apart; None where the file is none.

    Raises:
        SourceError: it has no words.
    """
    if file.suffix != SUFFIX:
        return None
    if not file.text.strip():
        raise SourceError(file.path, "empty: it holds no text: write the message there, or leave the file out")
    ends = (Edit(*match.span(), text="\n\n") for match in _LINE_END.finditer(file.text))
    return [Item(file.mapped.edited(ends), Markup.PLAIN)]
