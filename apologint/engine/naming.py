"""How well a stretch of words names something: not at all, vaguely, by its class, or as a fact of this case."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from apologint.engine.lexicon import Lexicon

if TYPE_CHECKING:
    from apologint.engine.document import Word

NAMING = ("none", "vague", "class", "named")
_CONTENT = frozenset(("NOUN", "PROPN", "VERB", "ADJ", "NUM", "ADV"))


def naming(words: Iterable[Word], lexicon: Lexicon) -> str:
    """The best that any content word among `words` does; one of NAMING."""
    best = "none"
    for word in words:
        found = _word(word, lexicon)
        if found == NAMING[-1]:
            return found
        best = max(best, found, key=NAMING.index)
    return best


def _word(word: Word, lexicon: Lexicon) -> str:
    if word.placeholder is not None:
        return "named"
    if word.forms & lexicon.map_words("naming", "vague"):
        return "vague"
    if word.forms & lexicon.map_words("naming", "class"):
        return "class"
    if word.pos not in _CONTENT or word.forms & lexicon.map_words("naming", "generic"):
        return "none"
    if not any(character.isalnum() for character in word.lower):
        return "none"
    return "named"
