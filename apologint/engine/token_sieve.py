"""Tells from the letters of words alone that a pattern for spaCy's Matcher cannot match there, so that it need not run.

Only what a pattern says of the letters of a word is looked at; whatever else it says, it may hold.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from apologint.engine.document import Word

_REMEMBERED = 20_000
_NEEDED = ("1", "+")

_Test = Callable[[str], bool]


class TokenSieve:
    """What one token pattern asks of letters.

    Args:
        pattern: tokens as spaCy takes them, and has taken them.
    """

    def __init__(self, pattern: Sequence[Mapping[str, Any]]) -> None:
        needed = [token for token in pattern if str(token.get("OP", "1")) in _NEEDED]
        self._in_a_row = len(needed) == len(pattern) and not any("OP" in token for token in pattern)
        self._tokens = [[test for name, value in token.items() for test in _tests(name, value)] for token in needed]
        self._known: dict[str, int] = {}

    def may_match(self, words: Sequence[Word]) -> bool:
        """Whether the pattern may match among some words; where not, it surely does not."""
        fits = [self._fits(word.text) for word in words]
        if self._in_a_row:
            reached = 0
            for fit in fits:
                reached = (reached << 1 | 1) & fit
                if reached >> (len(self._tokens) - 1):
                    return True
            return not self._tokens
        return all(any(fit >> at & 1 for fit in fits) for at in range(len(self._tokens)))

    def _fits(self, text: str) -> int:
        """The tokens of the pattern that a word may be, as bits."""
        if text not in self._known:
            if len(self._known) > _REMEMBERED:
                self._known.clear()
            fitting = (1 << at for at, tests in enumerate(self._tokens) if all(test(text) for test in tests))
            self._known[text] = sum(fitting)
        return self._known[text]


def _tests(name: str, value: Any) -> Sequence[_Test]:
    match name.upper():
        case "TEXT" | "ORTH":
            return _letters(value, lambda text: text)
        case "LOWER":
            return _letters(value, str.lower)
        case "IS_UPPER":
            return (lambda text: text.isupper() == value,)
        case "IS_LOWER":
            return (lambda text: text.islower() == value,)
        case "IS_ALPHA":
            return (lambda text: text.isalpha() == value,)
    return ()


def _letters(value: Any, read: Callable[[str], str]) -> Sequence[_Test]:
    if isinstance(value, str):
        return (lambda text: read(text) == value,)
    if not isinstance(value, Mapping):
        return ()
    tests: list[_Test] = []
    if isinstance(value.get("IN"), list):
        words = frozenset(value["IN"])
        tests.append(lambda text: read(text) in words)
    if isinstance(value.get("REGEX"), str):
        expression = re.compile(value["REGEX"])
        tests.append(lambda text: expression.search(read(text)) is not None)
    return tests
