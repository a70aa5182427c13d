"""Which of the conditions that patterns lay on the letters of a token a word meets.

Words that meet the same ones are one and the same to those patterns, apart from tag and relation.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from functools import partial
from typing import Any

from spacy.lexeme import Lexeme

_READ: Mapping[str, Callable[[Lexeme], object]] = {
    "ORTH": lambda lexeme: lexeme.orth_,
    "TEXT": lambda lexeme: lexeme.orth_,
    "LOWER": lambda lexeme: lexeme.lower_,
    "IS_SPACE": lambda lexeme: lexeme.is_space,
}
_NOT_OF_LETTERS = frozenset(("TAG", "DEP"))


class Letters:
    """Sorts words by the conditions of some tokens of spaCy patterns.

    Args:
        tokens: the tokens of the patterns; conditions on tag and relation are left out.

    Raises:
        ValueError: a condition is of a kind that is not known here.
    """

    def __init__(self, tokens: Iterable[Mapping[str, Any]]) -> None:
        self._equal: dict[tuple[str, object], list[str]] = {}
        self._tests: list[tuple[str, str, Callable[[Any], bool]]] = []
        conditions = {
            f"{name} {wanted}": (name.upper(), wanted)
            for token in tokens
            for name, wanted in token.items()
            if name.upper() not in _NOT_OF_LETTERS
        }
        for condition, (name, wanted) in conditions.items():
            if name not in _READ:
                raise ValueError(f"cannot tell {name} by the letters")
            self._add(condition, name, wanted)

    def _add(self, condition: str, name: str, wanted: Any) -> None:
        match wanted:
            case str() | bool():
                self._equal.setdefault((name, wanted), []).append(condition)
            case {"IN": [*values], **more} if not more:
                for value in values:
                    self._equal.setdefault((name, value), []).append(condition)
            case {"NOT_IN": [*values], **more} if not more:
                self._tests.append((condition, name, partial(_is_none, frozenset(values))))
            case {"REGEX": str(pattern), **more} if not more:
                self._tests.append((condition, name, partial(_is_found, re.compile(pattern))))
            case _:
                raise ValueError(f"cannot test {condition}")

    def met_by(self, lexeme: Lexeme) -> frozenset[str]:
        """The conditions that a word meets."""
        met = {condition for name, read in _READ.items() for condition in self._equal.get((name, read(lexeme)), ())}
        met.update(condition for condition, name, test in self._tests if test(_READ[name](lexeme)))
        return frozenset(met)


def _is_none(barred: frozenset[Any], value: object) -> bool:
    return value not in barred


def _is_found(pattern: re.Pattern[str], value: Any) -> bool:
    return pattern.search(value) is not None
