"""Telling that a text is not in English, from its script and from the small words in it."""

from __future__ import annotations

from collections.abc import Sequence
from enum import StrEnum
from functools import cache
from typing import NamedTuple

from apologint.builtin import builtin_rules_dir
from apologint.text import late

_WORD_LISTS = "languages.txt"
_ENGLISH = "English"
_WORD = late.pattern(r"[\w']++")
_LETTER = late.pattern(r"[^\W\d_]")
_LATIN = late.pattern(r"[A-Za-zª-ʯᴀ-ᶿḀ-ỿ℀-⅏Ａ-Ｚａ-ｚ\U0001d400-\U0001d7ff]")  # noqa: RUF001 - the ends of ranges

_LETTERS = frozenset("abcdefghijklmnopqrstuvwxyz")

_FEWEST_WORDS = 6
_FEWEST_SMALL_WORDS = 2
_FEWEST_SIGNS = 3
_LEAST_SHARE = 0.2
_TIMES_ENGLISH = 2
_ENGLISH_PASSAGE = 5


class Language(StrEnum):
    """Which drafts are linted, by their language."""

    ENGLISH = "en"
    ANY = "any"


class _SmallWords(NamedTuple):
    """Those of English and of each other language; one that English shares with another is left out of both.

    So is a single letter without an accent, which is as often the name of something.
    """

    english: frozenset[str]
    of_others: Sequence[frozenset[str]]


def is_english(text: str) -> bool:
    """Whether `text`, which is what a reader sees of a message, may be English: False only where that is sure.

    Most letters in another script say so, unless an English passage stands beside them. In Latin script it takes six
    words, and three different ones that are small words of one other language or have a letter that English has not:
    a fifth of all words or more, and twice as many as are small words of English.
    """
    if "//" in text or "@" in text:
        text = " ".join(part for part in text.split() if "//" not in part and "@" not in part)
    small = _small_words()
    if _is_surely_english(text, small.english):
        return True
    words = _words(text)
    english = sum(map(small.english.__contains__, words))
    if _is_in_other_script(text):
        return english >= _ENGLISH_PASSAGE
    if len(words) < _FEWEST_WORDS:
        return True
    different = set(words)
    small_others = max((different & those for those in small.of_others), key=len)
    signs = small_others.union(word for word in different if not word.isascii())
    number = sum(map(signs.__contains__, words))
    return (
        len(small_others) < _FEWEST_SMALL_WORDS
        or len(signs) < _FEWEST_SIGNS
        or number < _LEAST_SHARE * len(words)
        or number <= _TIMES_ENGLISH * english
    )


def _is_surely_english(text: str, english: frozenset[str]) -> bool:
    """Whether so many words are small words of English that it does not matter what the others are.

    Words are taken as they stand, which finds no more English ones than there are. The others are at the most twice as
    many, so those of another language are too; and as every small word has a Latin letter, most letters can be in
    another script only where more characters than that are.
    """
    words = _WORD.findall(text.lower().replace("’", "'"))  # noqa: RUF001 - as in _words
    found = sum(map(english.__contains__, words))
    not_ascii = 0 if text.isascii() else len(text) - len(text.encode("ascii", "ignore"))
    return len(words) <= (_TIMES_ENGLISH + 1) * found and not_ascii <= found


def _words(text: str) -> list[str]:
    """The words in lower case, without those that have a digit in them."""
    text = text.lower().replace("’", "'")  # noqa: RUF001 - the apostrophe that word processors write
    words = (word.strip("'") for word in _WORD.findall(text))
    return [word for word in words if word.replace("'", "").isalpha()]


def _is_in_other_script(text: str) -> bool:
    """Whether most letters are not Latin."""
    letters = len(_LETTER.findall(text))
    return letters > 2 * len(_LATIN.findall(text))


@cache
def _small_words() -> _SmallWords:
    lists: dict[str, set[str]] = {}
    language = ""
    for line in (builtin_rules_dir() / _WORD_LISTS).read_text(encoding="utf-8").splitlines():
        if line.endswith(":"):
            language = line[:-1]
            lists[language] = set()
        elif language and not line.startswith("#"):
            lists[language].update(line.split())
    english = lists.pop(_ENGLISH)
    others = [frozenset(those - english - _LETTERS) for those in lists.values()]
    return _SmallWords(frozenset(english.difference(_LETTERS, *lists.values())), others)
