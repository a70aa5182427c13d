"""Whether a text reads as something that a person writes to a person."""

from __future__ import annotations

from functools import cache, lru_cache
from pathlib import Path

from apologint.sources.placeholders import find_gaps
from apologint.text import late
from apologint.text.blanks import blank

_TAG = late.pattern(r"</?[A-Za-z][^<>]*+>")
_MARK = late.pattern(r"[\[\]{}<>%$#&*_|\u00ab]|\(\(|XX")
_ENTITY = late.pattern(r"&#?\w{1,31};")
_OPENING, _CLOSING = "(\"'\u201c\u2018\u00ab*_\u00a1\u00bf-", ")\"'\u201d\u2019\u00bb*_"
_WORD = late.pattern(rf"[{_OPENING}]*+(?P<word>[^\W\d_]++(?:['\u2019.-][^\W\d_]++)*+)[.,;:!?\u2026{_CLOSING}-]*+")
_SENTENCE_END = late.pattern(rf"[.!?\u2026][{_CLOSING}]*+(?:\s|\Z)")
_PROSE_WORDS = 5
_SHARE_OF_WORDS = 0.7
_SPEAKING = Path(__file__).with_name("speaking.yaml")


def has_words(text: str) -> bool:
    """Whether anything is left of a text without its placeholders and tags."""
    return any(char.isalpha() for char in bare(text))


def reads_as_prose(text: str) -> bool:
    """Whether a text has a sentence or more in it: enough words, little else, and an end of a sentence."""
    if len(text.split(None, _PROSE_WORDS)) < _PROSE_WORDS:
        return False
    words = bare(text)
    count = _count(words)
    if count < _PROSE_WORDS or count < _SHARE_OF_WORDS * len(words.split()):
        return False
    return bool(_SENTENCE_END.search(words))


def count_words(text: str) -> int:
    """How many plain words a text has."""
    return _count(bare(text))


def _count(words: str) -> int:
    return sum(1 for token in words.split() if _WORD.fullmatch(token))


def speaks(text: str) -> bool:
    """Whether a text says we or I, greets, thanks or apologises, as a message does and a description seldom does."""
    known = _speaking()
    return any(
        (match := _WORD.fullmatch(token)) and match["word"].lower().replace("\u2019", "'") in known
        for token in bare(text).split()
    )


def bare(text: str) -> str:
    """A text without placeholders, tags and entities."""
    return _bared(text) if _MARK.search(text) else text


@lru_cache(maxsize=64)
def _bared(text: str) -> str:
    gaps = find_gaps(text)
    regions = sorted((*gaps.placeholders, *gaps.tags), key=lambda region: region.start)
    return _ENTITY.sub(" ", _TAG.sub(" ", blank(text, regions)))


@cache
def _speaking() -> frozenset[str]:
    import yaml  # noqa: PLC0415 - only a library of no known shape needs it

    words: list[str] = yaml.safe_load(_SPEAKING.read_text(encoding="utf-8"))
    return frozenset(words)
