"""Where each character of a YAML value stands: quotes, escapes, indentation and folded lines are walked by style."""

from __future__ import annotations

import re
from collections.abc import Iterator

from apologint.text import late
from apologint.text.mapped import Edit, MappedText

_BREAK = "(?:\r\n|[\r\n\x85\u2028\u2029])"
_PROPERTIES = late.pattern(rf"(?:[!&][^\s,\[\]{{}}]*+(?:[ \t]|{_BREAK}(?:[ \t]*+#[^\r\n]*+)?)*+)*+")
_FOLD = rf"(?:(?<![ \t])[ \t]++)?{_BREAK}(?:[ \t]*+{_BREAK})*+[ \t]*+"
_PLAIN = late.pattern(rf"(?P<fold>{_FOLD})")
_SINGLE = late.pattern(rf"(?P<quote>'')|(?P<fold>{_FOLD})")
_ESCAPED = rf"\\(?:x..|u....|U........|{_BREAK}[ \t]*+|.)"
_DOUBLE = late.pattern(rf"(?P<escape>{_ESCAPED})|(?P<fold>{_FOLD})")
_EACH_BREAK = late.pattern(_BREAK)
_BLOCK_HEADER = late.pattern(rf"[|>][^\r\n]*+{_BREAK}?")
_LINE = late.pattern(rf"(?P<indent> *+)(?P<words>[^\r\n\x85\u2028\u2029]*+)(?P<end>{_BREAK}|\Z)")
_HEX_ESCAPES = "xuU"
_LETTERS = {
    "0": "\0", "a": "\a", "b": "\b", "t": "\t", "n": "\n", "v": "\v", "f": "\f", "r": "\r", "e": "\x1b",
    "N": "\x85", "_": "\xa0", "L": "\u2028", "P": "\u2029",
}  # fmt: skip


def place_scalar(source: MappedText, start: int, end: int, style: str | None, value: str) -> MappedText:
    """`value` in its place, a scalar of `style` that stands from `start` to `end` of `source`.

    Should a way of writing be unknown here, the whole of it is where the value stands.
    """
    raw = source.cut(start, end)
    raw = raw.cut(_end(_PROPERTIES, raw.text), len(raw))
    if style in ("|", ">"):
        found = _block(raw, value, folded=style == ">")
    elif style in ("'", '"'):
        found = raw.cut(1, max(1, len(raw) - 1))
        found = found.edited(_flow(_SINGLE if style == "'" else _DOUBLE, found.text))
    else:
        found = raw.edited(_flow(_PLAIN, raw.text))
    return found if found.text == value else raw.edited([Edit(0, len(raw), value)])


def _flow(pattern: re.Pattern[str], text: str) -> Iterator[Edit]:
    for match in pattern.finditer(text):
        yield Edit(*match.span(), _folded(match[0]) if match["fold"] else _unescaped(match[0]))


def _folded(breaks: str) -> str:
    """One line end is a blank, each further one a line end."""
    count = len(_EACH_BREAK.findall(breaks))
    return "\n" * (count - 1) or " "


def _unescaped(escape: str) -> str:
    if escape == "''":
        return "'"
    letter = escape[1]
    if letter in _HEX_ESCAPES:
        return chr(int(escape[2:], 16))
    return "" if _EACH_BREAK.match(letter) else _LETTERS.get(letter, letter)


def _block(raw: MappedText, value: str, *, folded: bool) -> MappedText:
    lines = raw.cut(_end(_BLOCK_HEADER, raw.text), len(raw))
    indent = _first_indent(lines.text) - _first_indent(value)
    text = lines.edited(_dedented(lines.text, indent))
    if folded:
        text = text.edited(_joins(text.text, value))
    return text.cut(0, len(value)) if text.text.startswith(value) else text


def _first_indent(text: str) -> int:
    return next((len(match["indent"]) for match in _LINE.finditer(text) if match["words"].strip()), 0)


def _dedented(text: str, indent: int) -> Iterator[Edit]:
    for match in _LINE.finditer(text):
        blanks = min(indent, len(match["indent"]))
        if blanks > 0:
            yield Edit(match.start(), match.start() + blanks)
        if match["end"] in ("\r\n", "\r", "\x85"):
            yield Edit(*match.span("end"), "\n")


def _joins(text: str, value: str) -> Iterator[Edit]:
    """What each run of line ends in a folded block is read as, taken from the value, which has the same words."""
    shift = 0
    for match in re.finditer(r"\n++", text):
        start, end = match.span()
        at = start + shift
        kept = late.pattern(r"\n*+").match(value, at)
        count = kept.end() - at if kept else 0
        instead = "\n" * count if count else value[at : at + 1]
        if count < end - start:
            yield Edit(start, end, instead)
            shift += len(instead) - (end - start)


def _end(pattern: re.Pattern[str], text: str) -> int:
    match = pattern.match(text)
    return match.end() if match else 0
