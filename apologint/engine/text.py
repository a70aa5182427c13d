"""From a draft's characters to blocks that can be parsed.

Every step keeps the length of the text, so an offset into a block is an offset into the draft.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass

from apologint.blanks import blank
from apologint.model import Draft

_CONTROLS = {chr(code): " " for code in (*range(32), 127) if chr(code) != "\n"}
_PLAIN = str.maketrans(_CONTROLS | {
    "\u2018": "'", "\u2019": "'", "\u02bc": "'", "\u00b4": "'", "`": "'",
    "\u201c": '"', "\u201d": '"', "\u00ab": '"', "\u00bb": '"',
    "\u2013": "-", "\u2014": ",", "\u2011": "-", "\u2212": "-", "\u00a0": " ", "\u202f": " ", "\u2009": " ", "\t": " ",
    "\u2026": ".", "\ufeff": " ", "\u200b": " ",
})  # fmt: skip
_LEADING_HANDLES = re.compile(r"(?m)^[ \t]*(?:\.?@\w+[ \t,:]*)+")
_INLINE_HANDLE = re.compile(r"(?<![\w.])@(?=\w)")
_INITIALS = re.compile(
    r"(?m)(?:(?<=\s)|^)(?:[\^*/~][A-Za-z][\w.]{0,20}|-[A-Z][A-Za-z]{0,15})(?=\s*(?:$|\d/\d|https?://))"
)
_THREAD_COUNT = re.compile(r"(?m)[(]?\b[1-9]/[1-9][)]?[ \t]*$")
_LINK = re.compile(r"(?:https?://|www\.)\S+")
_EMPHASIS = re.compile(r"(?<![\w])[*_~]{1,3}(?=\S)|(?<=\S)[*_~]{1,3}(?!\w)")
_BULLET = re.compile(
    r"[ \t]*(?:[-*+\u2022\u00b7\u2013\u2014\u2713\u2714\u2192\u25cf>]+|#{1,6}|\(?\d{1,2}[.)]|[a-z][)])[ \t]+"
)
_LONE_I = re.compile(r"(?<![\w'])i(?=[\s'])")
_ALONE = re.compile(r"(?m)^[ \t]*[-=_*#|]{2,}[ \t]*$")
_LONG_LINE = 50
_SENTENCE_END = (".", "!", "?", ":", ";")


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph, bullet or heading: its plain text, and where that begins in the draft (code points from 0).

    `paragraph` counts the blocks of text between blank lines, from 0.
    """

    text: str
    start: int
    paragraph: int


def blocks(draft: Draft) -> list[Block]:
    """The blocks of a draft in order, in plain spelling, with what must not be read turned to blanks."""
    text = _mask(draft)
    return [block for block in _blocks(text) if block.text]


def _mask(draft: Draft) -> str:
    text = draft.text.replace("\r", "\n").translate(_PLAIN)
    text = blank(text, draft.skip)
    text = _stand_ins(text, draft)
    text = _LINK.sub(lambda m: "X" + "x" * (len(m[0]) - 1), text)
    for noise in (_LEADING_HANDLES, _THREAD_COUNT, _INITIALS, _ALONE, _EMPHASIS):
        text = noise.sub(_spaces, text)
    text = _INLINE_HANDLE.sub(" ", text)
    text = "".join(map(_plain_character, text)) if not text.isascii() else text
    text = _pictures(text)
    return _LONE_I.sub("I", text)


def _spaces(match: re.Match[str]) -> str:
    return re.sub(r"[^\n]", " ", match[0])


def _stand_ins(text: str, draft: Draft) -> str:
    parts: list[str] = []
    at = 0
    for gap in draft.placeholders:
        if gap.start < at:
            continue
        word = "X" + "x" * (gap.end - gap.start - 1)
        if len(word) > 1 and text[gap.end : gap.end + 1].isalnum():
            word = word[:-1] + " "
        parts += [text[at : gap.start], word]
        at = gap.end
    return "".join([*parts, text[at:]])


def _plain_character(character: str) -> str:
    """Accents and letters stay; a picture becomes NUL for now; other signs become blanks."""
    if character.isascii() or character.isalnum():
        return character
    category = unicodedata.category(character)
    if category in ("So", "Sk", "Cs", "Co") or category == "Cn":
        return "\0"
    if category in ("Mn", "Me"):
        return character if category == "Mn" and character not in "\ufe0f\ufe0e" else "\0"
    if category in ("Cf", "Cc"):
        return "\0"
    return character


def _pictures(text: str) -> str:
    """An emoji ends a sentence unless the text plainly runs on behind it."""

    def replace(match: re.Match[str]) -> str:
        before = text[: match.start()].rstrip(" ")[-1:]
        after = text[match.end() :].lstrip(" ")[:1]
        ends = before.isalnum() and (after.isupper() or after in ("", "\n"))
        return ("." if ends else " ") + " " * (len(match[0]) - 1)

    return re.sub("\0+", replace, text)


def _blocks(text: str) -> Iterator[Block]:
    paragraph = 0
    pending: list[tuple[int, str]] = []
    at = 0
    for line in text.split("\n"):
        start = at
        at += len(line) + 1
        if not line.strip():
            if pending:
                yield _join(pending, paragraph)
                pending = []
                paragraph += 1
            continue
        bullet = _BULLET.match(line)
        if pending and (bullet or not _runs_on(pending[-1][1], line)):
            yield _join(pending, paragraph)
            pending = []
        if bullet:
            pending.append((start, " " * bullet.end() + line[bullet.end() :]))
        else:
            pending.append((start, line))
    if pending:
        yield _join(pending, paragraph)


def _runs_on(line: str, following: str) -> bool:
    """Whether a line break only wraps a sentence."""
    ended = line.rstrip().endswith(_SENTENCE_END)
    return not ended and (len(line.rstrip()) >= _LONG_LINE or following.lstrip()[:1].islower())


def _join(lines: list[tuple[int, str]], paragraph: int) -> Block:
    first, last = lines[0], lines[-1]
    text = [" "] * (last[0] + len(last[1]) - first[0])
    for start, line in lines:
        text[start - first[0] : start - first[0] + len(line)] = line
    joined = "".join(text)
    lead = len(joined) - len(joined.lstrip())
    return Block(joined.strip(), first[0] + lead, paragraph)
