"""Untrusted text made safe to show: what a terminal or the log of a build server would obey is spelt out.

So it is seen and does nothing.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from typing import NamedTuple

from apologint.text import late

TAB_STOP = 4
_JOINER = "\u200d"
_OBEYED = frozenset({"Cc", "Cf", "Cs", "Zl", "Zp"})
_ONE_BYTE = 0x100
NARROW = frozenset("✓✗│─⋯…·“”‘’–—█")  # noqa: RUF001 - as they stand in reports
"""Characters of one cell that stand in nearly every report."""
_COMMAND = late.pattern(
    r"(?<!\S)::(?=[A-Za-z][\w-]*(?:\s|::))|::(?=[A-Za-z][\w-]*(?:\s[^\r\n]*?)?::)|##(?=[A-Za-z]*\[)"
)
"""How build servers begin a command: `::error ::` and `##[error]` (GitHub), `##vso[` (Azure), `##teamcity[`.

A name such as "Late::Refund" is none: the first begins a line, and what it begins is closed by another `::`.
"""


class Glyph(NamedTuple):
    """What is shown for the code points `start` to `end` of a text, and how many terminal cells it takes."""

    start: int
    end: int
    shown: str
    width: int


def cell_len(shown: str) -> int:
    """How many terminal cells a text takes that is safe to show."""
    if shown.isascii() or all(character.isascii() or character in NARROW for character in shown):
        return len(shown)
    from rich.cells import cell_len  # noqa: PLC0415 - takes longer to load than a plain report to write

    return cell_len(shown)


def glyphs(text: str, encoding: str = "utf-8", offset: int = 0) -> Iterator[Glyph]:
    r"""The characters of one line as they can be shown in `encoding`, each with the marks that combine with it.

    Tabs become blanks up to the next stop. Control, format and bidirectional characters and what `encoding` cannot
    hold become escapes such as `\x1b` and `<U+202E>`, and so does the second sign of `::` and `##` where they begin a
    command. `offset` is where the line begins in its text.
    """
    column = 0
    commands = _commands(text)
    for start, end in _clusters(text):
        if text[start:end] == "\t":
            shown = " " * (TAB_STOP - column % TAB_STOP)
        else:
            shown = _shown(text[start:end], encoding, obeyed=start in commands)
        width = cell_len(shown)
        column += width
        yield Glyph(offset + start, offset + end, shown, width)


def visible(text: str, encoding: str = "utf-8") -> str:
    """`text` with everything a terminal or a build server would obey spelt out, tabs and line ends as well."""
    commands = _commands(text)
    if not commands and text.isascii() and text.isprintable():
        return text
    return "".join(_shown(text[start:end], encoding, start in commands) for start, end in _clusters(text))


def one_line(text: str, encoding: str = "utf-8") -> str:
    """`text` made visible, with its runs of blanks and line ends as single blanks."""
    return visible(" ".join(text.split()), encoding)


def _commands(text: str) -> set[int]:
    """Where the sign stands that is spelt out, so that a build server sees no command."""
    if "::" not in text and "##" not in text:
        return set()
    return {match.start() + 1 for match in _COMMAND.finditer(text)}


def _clusters(text: str) -> Iterator[tuple[int, int]]:
    if text.isascii():
        yield from ((index, index + 1) for index in range(len(text)))
        return
    start = 0
    for end in range(1, len(text) + 1):
        if end == len(text) or not _joined(text, start, end):
            yield start, end
            start = end


def _joined(text: str, start: int, index: int) -> bool:
    """Whether the character at `index` belongs to the cluster that begins at `start`."""
    if unicodedata.category(text[start]) in _OBEYED:
        return False
    if text[index] == _JOINER:
        return index + 1 < len(text) and _is_picture(text[start]) and _is_picture(text[index + 1])
    if text[index - 1] == _JOINER:
        return True
    return unicodedata.category(text[index]) in ("Mn", "Me") or _is_skin_tone(text[index])


def _is_picture(character: str) -> bool:
    return unicodedata.category(character) == "So"


def _is_skin_tone(character: str) -> bool:
    return "\U0001f3fb" <= character <= "\U0001f3ff"


def _shown(cluster: str, encoding: str, obeyed: bool) -> str:
    if obeyed:
        return f"\\x{ord(cluster[0]):02x}" + _shown(cluster[1:], encoding, obeyed=False)
    if cluster.isascii() and cluster.isprintable():
        return cluster
    return "".join(_escape(character, encoding, alone=cluster == _JOINER) for character in cluster)


def _escape(character: str, encoding: str, alone: bool) -> str:
    joins = character == _JOINER and not alone
    if (joins or unicodedata.category(character) not in _OBEYED) and _fits(character, encoding):
        return character
    code = ord(character)
    return f"\\x{code:02x}" if code < _ONE_BYTE else f"<U+{code:04X}>"


def _fits(character: str, encoding: str) -> bool:
    if character.isascii():
        return True
    try:
        character.encode(encoding)
    except UnicodeEncodeError:
        return False
    return True
