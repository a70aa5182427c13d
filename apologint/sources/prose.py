"""Whether a text is written for a reader and not for a machine, in whatever language."""

from __future__ import annotations

from apologint.text import late

_OPENING, _CLOSING = r"[(\"'\u201c\u2018*_\[]*+", r"[)\"'\u201d\u2019*_\]]*+"
_PLAIN_WORD = late.pattern(rf"{_OPENING}[^\W\d_]+(?:['\u2019-][^\W\d_]+)*{_CLOSING}[.,!?:;\u2026\u2014]*+{_CLOSING}")
_SENTENCE_END = late.pattern(rf"[.!?\u2026,:]{_CLOSING}\Z")
_TAKEN = "\0"
_NOTE = late.pattern(r"(?:\A\s*+(?:#|//|--|;)|\s(?:#|//)\s).*")
_SENTENCE_WORDS = 4
_SHARE_OF_LINE = 0.66
_SHARE = 0.5


def has_sentence(text: str) -> bool:
    """Whether a line of `text` runs on like a sentence; NULs stand for placeholders, notes in code for nothing."""
    return any(map(_is_sentence, text.splitlines()))


def is_prose(text: str) -> bool:
    """Whether most of `text` is plain words, and some line of it a sentence."""
    words = text.replace(_TAKEN, " ").split()
    plain = sum(map(_is_plain, words))
    return plain >= _SHARE * len(words) and has_sentence(text)


def _is_sentence(line: str) -> bool:
    line = _NOTE.sub("", line.replace(_TAKEN, " ")).rstrip()
    if not _SENTENCE_END.search(line):
        return False
    words = line.split()
    return len(words) >= _SENTENCE_WORDS and sum(map(_is_plain, words)) >= _SHARE_OF_LINE * len(words)


def _is_plain(word: str) -> bool:
    return bool(_PLAIN_WORD.fullmatch(word))
