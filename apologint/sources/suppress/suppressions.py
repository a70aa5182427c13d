"""The suppressions of one file, read once and handed out to its messages."""

from __future__ import annotations

from collections.abc import Sequence

from apologint.sources.item import Item
from apologint.sources.suppress.heard import Heard
from apologint.sources.suppress.key import OWN_KEY
from apologint.sources.text_file import TextFile


class Suppressions:
    """What is switched off in `file`, whose messages are `items`."""

    def __init__(self, file: TextFile, items: Sequence[Item]) -> None:
        self._heard: dict[Item, Heard] = {}
        if OWN_KEY in file.text:
            from apologint.sources.suppress.reader import heard_in  # noqa: PLC0415 - most files do not name us

            self._heard = heard_in(file, items)

    def of(self, item: Item) -> Heard:
        """What is said about one of the messages."""
        return self._heard.get(item) or Heard(item.body)
