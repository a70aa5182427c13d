"""Where a greeting ends that shares its line with the message ("Hi Ana, we lost your bag").

The parser takes the name for a second subject, so it must never see the two as one sentence. Words have no part of
speech yet; one that begins with a capital letter is taken for a name.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from apologint.engine.lexicon import Lexicon

_FEW = 8


@dataclass(frozen=True, slots=True)
class _Spelling:
    """A word of which only the letters are known."""

    keys: frozenset[str]
    lower: str
    ends_sentence: bool = False


def greeting_end(words: Sequence[str], lexicon: Lexicon) -> int:
    """How many of `words`, the first of a block, only greet, with the sign behind them; 0 where more is said.

    What does an act ("Hello, sorry, ...") is more than a greeting.
    """
    pattern = lexicon.pattern("letter", "address")
    if pattern is None or not words:
        return 0
    spelt = [_spelling(word) for word in words[:_FEW]]
    end = pattern.at(spelt, 0) or 0
    return 0 if any(_acts(word, lexicon) for word in spelt[1:end]) else end


def _spelling(word: str) -> _Spelling:
    lower = word.lower()
    return _Spelling(frozenset((lower, "@PROPN")) if word[:1].isupper() else frozenset((lower,)), lower)


def _acts(word: _Spelling, lexicon: Lexicon) -> bool:
    return word.lower in lexicon.lookups.verbs or bool(lexicon.lookups.acts_of_adjective((word.lower,)))
