"""Words as people write them -> words as the parser cuts them: "don't", "12%", "(sorry"."""

from __future__ import annotations

import re
from collections.abc import Iterable

_EDGES = re.compile(r"(?P<before>[^\w'@*=-]*)(?P<inside>.*?)(?P<behind>[^\w'*-]*)")


class WordCutter:
    """Cuts words.

    Args:
        endings: what the parser cuts off the end of a word: "n't".
    """

    def __init__(self, endings: Iterable[str]) -> None:
        self._endings = tuple(endings)

    def __call__(self, item: str) -> list[str]:
        """The parts of an item of a pattern that stands for one word; of one that is left whole itself.

        Signs are cut off its ends, but not where the item is an exact form, for "=no." is an abbreviation.
        """
        exactly = "=" if item[0] == "=" and len(item) > 1 else ""
        if exactly:
            return [exactly + part for part in self._contracted(item[1:])]
        edges = _EDGES.fullmatch(item)
        if edges is None or not edges["inside"]:
            return [item]
        return [*edges["before"], *self._contracted(edges["inside"]), *edges["behind"]]

    def _contracted(self, word: str) -> list[str]:
        ending = next((ending for ending in self._endings if word.lower().endswith(ending)), "")
        head = word.removesuffix(word[len(word) - len(ending) :]) if ending else ""
        return [*self._contracted(head), word[len(head) :]] if head else [word]
