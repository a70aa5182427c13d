"""Reading a library from a string, for the tests of formats and shapes."""

import json
import re

from apologint.model import Draft, Skipped
from apologint.sources.drafts import drafts_in
from apologint.sources.formats import read_items
from apologint.sources.item import Item
from apologint.sources.options import ReadOptions
from apologint.sources.text_file import TextFile
from apologint.text.mapped import MappedText

LATE = "We are sorry that your parcel is late. We have sent it again today."
BROKEN = "I am sorry that your lamp came broken. A new one is on its way to you."
SHORT = "Sorry!"


def items(name: str, text: object) -> list[Item | Skipped]:
    """What is found in a file of that name; what is no text is written as JSON."""
    written = text if isinstance(text, str) else json.dumps(text)
    return list(read_items(TextFile(name, written)))


def taken(name: str, text: object) -> list[tuple[str | None, str | None, str]]:
    """The id, the title and the words of each message in a file of that name."""
    found = items(name, text)
    return [(item.id, item.title, item.body.text) for item in found if isinstance(item, Item)]


def bodies(name: str, text: object) -> list[str]:
    """The words of each message."""
    return [words for _, _, words in taken(name, text)]


def reasons(name: str, text: object) -> list[tuple[str | None, str]]:
    """The id of each message that is passed over, and why."""
    return [(item.id, item.reason) for item in items(name, text) if isinstance(item, Skipped)]


def drafts(name: str, text: str) -> list[Draft]:
    """The drafts in a file of that name."""
    return list(drafts_in(TextFile(name, text), ReadOptions("utf-8", len(text) * 4 + 1), lambda _skipped: None))


def assert_in_place(draft: Draft, file: str, longest_escape: int = 12) -> None:
    """Each word of the draft stands at its place in the file, in full or in escapes of no more than that length."""
    assert draft.origin
    mapped = MappedText(draft.text, draft.origin.stretches)
    for word in re.finditer(r"\w+", draft.text):
        for stretch in mapped.cut(*word.span()).stretches:
            words = word[0][stretch.start : stretch.end]
            raw = file[stretch.at : stretch.until]
            if stretch.verbatim:
                assert raw == words
            else:
                assert len(raw) <= longest_escape, f"{words!r} stands in {raw!r}"
