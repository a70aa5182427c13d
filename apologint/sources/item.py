"""A message as a format finds it in a file, before its markup is read."""

from __future__ import annotations

from dataclasses import dataclass

from apologint.model import Fault, Kind, Markup
from apologint.text.mapped import MappedText


@dataclass(frozen=True, slots=True)
class Item:
    """One message: its words with their markup, and what its file says about it.

    `id` is its path inside the file (`macros[12]`, `row 7`), None where the file is the message. `ignore` is what its
    own key `apologint: {ignore: ...}` or its column `apologint` says, one text for each entry of a list: the names of
    rules with commas, and a reason behind ` -- `; `misread` says what is wrong where it cannot be read so.
    """

    body: MappedText
    markup: Markup = Markup.PLAIN
    id: str | None = None
    title: str | None = None
    kind: Kind | None = None
    fault: Fault | None = None
    ignore: tuple[MappedText, ...] = ()
    misread: str | None = None
