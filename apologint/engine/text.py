"""From a draft's characters to blocks that can be parsed.

Every step keeps the length of the text, so an offset into a block is an offset into the draft.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass

from apologint.model import Draft
from apologint.text.blanks import blank

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
_NOT_ASCII = re.compile(r"[^\x00-\x7f]+")
_LONG_LINE = 50
_SENTENCE_END = (".", "!", "?", ":", ";")
LONGEST_BLOCK = 6_000
"""Characters of a block that are read together, some 1,000 words; a longer one is cut. The longest paragraph in 3,400
replies has 700. What is sought within a block costs no more than that, however long a draft goes on without a break.
"""
_CUTS = (re.compile(r"(?s).*[.!?]\s"), re.compile(r"(?s).*[,;:]\s"), re.compile(r"(?s).*\s"))


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
    return [part for block in _blocks(text) if block.text for part in _cut(block)]


def _mask(draft: Draft) -> str:
    text = draft.text.replace("\r", "\n").translate(_PLAIN)
    text = blank(text, draft.skip)
    text = _stand_ins(text, draft)
    text = _LINK.sub(lambda m: "X" + "x" * (len(m[0]) - 1), text)
    for noise in (_LEADING_HANDLES, _THREAD_COUNT, _INITIALS, _ALONE, _EMPHASIS):
        text = noise.sub(_spaces, text)
    text = _INLINE_HANDLE.sub(" ", text)
    text = _NOT_ASCII.sub(lambda m: "".join(map(_plain_character, m[0])), text)
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
    if character.isalnum():
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
        before = _next_to(text, match.start() - 1, -1)
        after = _next_to(text, match.end(), 1)
        ends = before.isalnum() and (after.isupper() or after in ("", "\n"))
        return ("." if ends else " ") + " " * (len(match[0]) - 1)

    return re.sub("\0+", replace, text)


def _next_to(text: str, at: int, step: int) -> str:
    """The first character from `at` on, in steps of `step`, that is no blank; nothing at an end of the text."""
    while 0 <= at < len(text):
        if text[at] != " ":
            return text[at]
        at += step
    return ""


def _cut(block: Block) -> Iterator[Block]:
    """A block that is too long in parts, at the end of a sentence, a comma or a blank where it has any."""
    text = block.text
    at = 0
    while len(text) - at > LONGEST_BLOCK:
        window = text[at : at + LONGEST_BLOCK]
        end = next((cut.end() for where in _CUTS if (cut := where.match(window)) is not None), LONGEST_BLOCK)
        yield Block(window[:end].rstrip(), block.start + at, block.paragraph)
        at += end
        while text[at].isspace():
            at += 1
    yield Block(text[at:], block.start + at, block.paragraph)


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
