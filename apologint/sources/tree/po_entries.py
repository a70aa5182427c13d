"""The entries of a gettext catalogue, each string in its place."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import partial

from apologint.sources.tree.nodes import Scalar, TreeError, Value
from apologint.text import late
from apologint.text.mapped import Edit, MappedText, joined

_LINE = late.pattern(r"[^\r\n]*+(?:\r\n|\r|\n|\Z)")
_STRING = late.pattern(
    r"[ \t]*+(?P<obsolete>#~\|?[ \t]*+)?(?P<key>msgctxt|msgid_plural|msgid|msgstr(?:\[\d++\])?+)?[ \t]*+"
    r'"(?P<words>(?:[^"\\\r\n]|\\[^\r\n])*+)"[ \t]*+[\r\n]*+'
)
_DOMAIN = late.pattern(r"[ \t]*+domain[ \t]")
_FLAGS = late.pattern(r"[ \t]*+#,.*\bfuzzy\b")
_BYTE = r"\\(?:[0-7]{1,3}|x[0-9a-fA-F]{2})"
_FIRST_BYTE, _LATER_BYTE = r"\\(?:3[0-7]{2}|x[c-fC-F][0-9a-fA-F])", r"\\(?:2[0-7]{2}|x[89abAB][0-9a-fA-F])"
"""Of a character in UTF-8 that takes several."""
_ESCAPE = late.pattern(rf"(?P<bytes>{_FIRST_BYTE}(?:{_LATER_BYTE}){{1,3}}+|{_BYTE})|\\(?P<letter>.)")
_BYTES = late.pattern(_BYTE)
_LETTERS = {"n": "\n", "t": "\t", "r": "\r", "a": "\a", "b": "\b", "f": "\f", "v": "\v"}
_FIRST_KEYS = ("msgctxt", "msgid")
_ORIGINAL = late.pattern(r"[ \t]*+#(?:~?\|)")


@dataclass(eq=False)
class Entry:
    """One entry: its strings by their keys (`msgid`, `msgstr[1]`), and what is said of it."""

    strings: dict[str, Value] = field(default_factory=dict)
    fuzzy: bool = False
    obsolete: bool = False

    def filled(self, *keys: str) -> list[Value]:
        """The strings under `keys` that are not empty."""
        return [self.strings[key] for key in keys if key in self.strings and self.strings[key].text]

    @property
    def source(self) -> list[Value]:
        """The texts that are translated."""
        return self.filled("msgid", "msgid_plural")

    @property
    def target(self) -> list[Value]:
        """The texts they are translated to."""
        return self.filled(*(key for key in self.strings if key.startswith("msgstr")))


def parse_po(source: MappedText) -> list[Entry]:
    """The entries of a catalogue, the header among them.

    Raises:
        TreeError: a line is neither a string nor a comment.
    """
    reader = _Reader(source)
    for line in _LINE.finditer(source.text):
        if line[0]:
            reader.take(line)
    reader.close_entry()
    return reader.entries


class _Reader:
    def __init__(self, source: MappedText) -> None:
        self.entries: list[Entry] = []
        self._source = source
        self._pieces: dict[str, list[tuple[int, int]]] = {}
        self._key = ""
        self._fuzzy = self._obsolete = False

    def take(self, line: re.Match[str]) -> None:
        text = line[0]
        if _ORIGINAL.match(text):
            return
        match = _STRING.fullmatch(text)
        if match:
            self._string(match, line.start())
        elif text.lstrip().startswith("#"):
            self._comment(text)
        elif text.strip() and not _DOMAIN.match(text):
            raise TreeError('expected msgid or msgstr and a text in double quotes, or "#"', line.start())

    def close_entry(self) -> None:
        """End the entry that is open, if one is."""
        if self._pieces:
            strings = {key: self._value(pieces) for key, pieces in self._pieces.items()}
            self.entries.append(Entry(strings, self._fuzzy, self._obsolete))
            self._fuzzy = self._obsolete = False
        self._pieces, self._key = {}, ""

    def _comment(self, text: str) -> None:
        if any(key.startswith("msgstr") for key in self._pieces):
            self.close_entry()
        self._fuzzy = self._fuzzy or bool(_FLAGS.match(text))

    def _string(self, match: re.Match[str], line_start: int) -> None:
        key = match["key"] or self._key
        if not key:
            raise TreeError("a text that belongs to nothing: put msgid or msgstr before it", line_start)
        if match["key"] in _FIRST_KEYS and ("msgid" in self._pieces or key in self._pieces):
            self.close_entry()
        self._key = key
        self._obsolete = self._obsolete or bool(match["obsolete"])
        start, end = match.span("words")
        self._pieces.setdefault(key, []).append((line_start + start, line_start + end))

    def _value(self, pieces: list[tuple[int, int]]) -> Value:
        text = "".join(_ESCAPE.sub(_unescaped, self._source.text[start:end]) for start, end in pieces)
        return Value(text, Scalar.STRING, partial(_place, self._source, pieces))


def _place(source: MappedText, pieces: list[tuple[int, int]]) -> MappedText:
    return joined(_piece(source.cut(start, end)) for start, end in pieces)


def _piece(raw: MappedText) -> MappedText:
    return raw.edited(Edit(*match.span(), _unescaped(match)) for match in _ESCAPE.finditer(raw.text))


def _unescaped(match: re.Match[str]) -> str:
    """What an escape stands for, or the several of a character; old catalogues have Latin-1."""
    if match["letter"]:
        return _LETTERS.get(match["letter"], match["letter"])
    content = bytes(map(_byte, _BYTES.findall(match["bytes"])))
    try:
        return content.decode()
    except UnicodeDecodeError:
        return content.decode("latin-1")


def _byte(escape: str) -> int:
    """The number in an escape; of the nine bits that three octal digits have, a byte takes eight, as in gettext."""
    return int(escape[2:], 16) if escape[1] == "x" else int(escape[1:], 8) & 0xFF
