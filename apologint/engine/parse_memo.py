"""Parses that are kept for when the same block comes again, as greetings and closings do."""

from __future__ import annotations

from collections import OrderedDict

from apologint.engine.tokens import Parse


class ParseMemo:
    """Keeps the parses of the blocks that were asked for last.

    Args:
        words: how many words all of them together may have.
    """

    def __init__(self, words: int) -> None:
        self._most = words
        self._words = 0
        self._kept: OrderedDict[str, Parse] = OrderedDict()

    def get(self, text: str) -> Parse | None:
        """The parse of a block with this text, None where it is not kept."""
        parse = self._kept.get(text)
        if parse is not None:
            self._kept.move_to_end(text)
        return parse

    def keep(self, text: str, parse: Parse) -> None:
        """Keep the parse of a block that is not kept yet, and drop those that nobody asked for the longest."""
        self._kept[text] = parse
        self._words += len(parse.tokens)
        while self._words > self._most:
            _, dropped = self._kept.popitem(last=False)
            self._words -= len(dropped.tokens)
