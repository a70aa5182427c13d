"""gettext catalogues: what a customer reads of each entry that is a sentence."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from apologint.model import Skipped
from apologint.sources.item import Item
from apologint.sources.text_file import TextFile
from apologint.sources.tree import TreeError, Value
from apologint.text import late

if TYPE_CHECKING:
    from apologint.sources.tree.po_entries import Entry

SUFFIXES = (".po", ".pot")
_OPENS = late.pattern(r'(?:[ \t]*+(?:#[^\r\n]*+)?[\r\n]++)*+(?:msgctxt|msgid)[ \t]++"')
_LANGUAGE = late.pattern(r"^Language:[ \t]*+(?P<code>[A-Za-z]+)", re.MULTILINE)
_ENGLISH = "en"


def read(file: TextFile) -> Iterable[Item | Skipped] | None:
    """The sentences in the catalogue, None where the file is none.

    Raises:
        SourceError: it is broken.
    """
    if file.suffix not in SUFFIXES and not _OPENS.match(file.text):
        return None
    from apologint.sources.tree.po_entries import parse_po

    try:
        entries = parse_po(file.mapped)
    except TreeError as error:
        raise file.error(f"broken catalogue: {error.message}", error.at) from error
    return _messages(entries, file.path)


def _messages(entries: list[Entry], path: str) -> Iterator[Item | Skipped]:
    from apologint.sources.shapes.messages import item_of
    from apologint.sources.shapes.prose import reads_as_prose
    from apologint.sources.shapes.spot import Message

    into_english = _is_into_english(entries)
    for number, entry in enumerate((entry for entry in entries if entry.source), start=1):
        title = next((value.text for value in entry.filled("msgctxt")), None)
        texts = [value for value in _read_by_customers(entry, into_english) if reads_as_prose(value.text)]
        for index, value in enumerate(texts):
            name = f"entry {number}" + (f"[{index}]" if len(texts) > 1 else "")
            if entry.obsolete:
                yield Skipped(path, name, title, "obsolete")
            else:
                yield item_of(Message(name, value, title))


def _is_into_english(entries: list[Entry]) -> bool:
    """Whether the catalogue translates into English; one that does not say may."""
    header = next((entry.target for entry in entries if not entry.source), [])
    match = _LANGUAGE.search(header[0].text) if header else None
    return match is None or match["code"].lower() == _ENGLISH


def _read_by_customers(entry: Entry, into_english: bool) -> list[Value]:
    """The translation, and where a catalogue is English or says nothing, what is to be translated in want of one.

    In other languages what is to be translated stands in every catalogue, and is linted in the English one.
    """
    if entry.target and not entry.fuzzy:
        return entry.target
    return entry.source if into_english else []
