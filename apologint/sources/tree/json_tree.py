"""JSON, one document or many, with the comments and trailing commas that JSON5 and editors allow.

The scanner keeps its own stack, so that no depth of brackets is too deep, and looks at each character once.
"""

from __future__ import annotations

import re
from functools import partial
from typing import Never

from apologint.sources.tree.nodes import Listing, Node, Scalar, Table, TreeError, Value
from apologint.text import late
from apologint.text.mapped import Edit, MappedText

_BLANK = late.pattern(r"(?:[ \t\r\n]++|//[^\r\n]*+|/\*(?:[^*]|\*(?!/))*+\*/)*+")
_STRING = late.pattern(r'"(?:[^"\\\x00-\x1f]|\\["\\/bfnrt]|\\u[0-9a-fA-F]{4})*+')
_WORD = late.pattern(
    r"(?P<number>-?(?:0|[1-9]\d*+)(?:\.\d++)?(?:[eE][-+]?\d++)?|-?Infinity|NaN)|(?P<name>[A-Za-z_$][\w$]*+)"
)
_ESCAPE = late.pattern(r"\\u[dD][89abAB]..\\u[dD][c-fC-F]..|\\u....|\\.")
_PLAIN_ESCAPES = {"b": "\b", "f": "\f", "n": "\n", "r": "\r", "t": "\t"}
_NAMES = {"true": Scalar.BOOL, "false": Scalar.BOOL, "null": Scalar.NULL}
_CLOSERS = {"{": "}", "[": "]"}
_SHOWN = 12

_Open = list[tuple[int, Listing | Table]]


def parse_json(source: MappedText) -> list[tuple[int, Node]]:
    """The documents in `source`, each with where it begins.

    Raises:
        TreeError: it is not JSON.
    """
    return _Reader(source).documents()


class _Reader:
    def __init__(self, source: MappedText) -> None:
        self._source = source
        self._text = source.text
        self._at = 0

    def documents(self) -> list[tuple[int, Node]]:
        found: list[tuple[int, Node]] = []
        while self._next():
            start = self._at
            found.append((start, self._document()))
        return found

    def _document(self) -> Node:
        """The value that begins here, read with a stack of what is open: where, its node, and the key to come."""
        open_nodes: _Open = []
        keys: list[str] = []
        while True:
            node = self._value(open_nodes)
            if isinstance(node, Value):
                closed: Node = node
            else:
                open_nodes.append((self._at - 1, node))
                if not self._at_end(open_nodes):
                    self._key(open_nodes, keys)
                    continue
                closed = open_nodes.pop()[1]
            while open_nodes:
                self._put(closed, open_nodes[-1][1], keys)
                if self._goes_on(open_nodes):
                    self._key(open_nodes, keys)
                    break
                closed = open_nodes.pop()[1]
            else:
                return closed

    def _value(self, open_nodes: _Open) -> Node:
        char = self._next()
        if char in _CLOSERS:
            self._at += 1
            return Table() if char == "{" else Listing()
        if char == '"':
            return self._string()
        match = _WORD.match(self._text, self._at)
        if match and (match["number"] or match["name"] in _NAMES):
            self._at = match.end()
            kind = Scalar.NUMBER if match["number"] else _NAMES[match["name"]]
            return Value(match[0], kind, partial(self._source.cut, *match.span()))
        return self._fail("a value", open_nodes)

    def _string(self) -> Value:
        start = self._at + 1
        match = _STRING.match(self._text, self._at)
        end = match.end() if match else start
        self._at = end
        following = self._text[end : end + 1]
        if following == "\\":
            raise TreeError(f"'{self._text[end : end + 2]}' is no escape: write '\\\\' for a backslash", end)
        if not following or following in "\r\n":
            raise TreeError("the quotes opened here are not closed on this line: close them, or write \\n", start - 1)
        if following != '"':
            raise TreeError(f"a control character ({following!r}) in quotes: write it as an escape", end)
        self._at = end + 1
        text = _ESCAPE.sub(_unescaped, self._text[start:end])
        return Value(text, Scalar.STRING, partial(_place, self._source, start, end))

    def _key(self, open_nodes: _Open, keys: list[str]) -> None:
        if isinstance(open_nodes[-1][1], Listing):
            return
        if self._next() != '"':
            self._fail("a key in double quotes", open_nodes)
        keys.append(self._string().text)
        if self._next() != ":":
            self._fail("':' behind the key", open_nodes)
        self._at += 1

    def _put(self, node: Node, into: Listing | Table, keys: list[str]) -> None:
        if isinstance(into, Listing):
            into.items.append(node)
        else:
            into.entries.append((keys.pop(), node))

    def _goes_on(self, open_nodes: _Open) -> bool:
        """Whether a further value stands in the innermost open node; else its end is passed."""
        if self._next() == ",":
            self._at += 1
        elif self._text[self._at : self._at + 1] != self._closer(open_nodes):
            self._fail(f"',' or '{self._closer(open_nodes)}'", open_nodes)
        return not self._at_end(open_nodes)

    def _at_end(self, open_nodes: _Open) -> bool:
        if self._next() != self._closer(open_nodes):
            return False
        self._at += 1
        return True

    def _closer(self, open_nodes: _Open) -> str:
        return _CLOSERS[self._text[open_nodes[-1][0]]]

    def _next(self) -> str:
        match = _BLANK.match(self._text, self._at)
        self._at = match.end() if match else self._at
        return self._text[self._at : self._at + 1]

    def _fail(self, expected: str, open_nodes: _Open) -> Never:
        found = self._text[self._at : self._at + _SHOWN].split("\n")[0].strip()
        if found or not open_nodes:
            raise TreeError(f"expected {expected}, found '{found}'", self._at)
        start = open_nodes[-1][0]
        raise TreeError(f"'{self._text[start]}' is never closed: add '{self._closer(open_nodes)}'", start)


def _place(source: MappedText, start: int, end: int) -> MappedText:
    raw = source.cut(start, end)
    return raw.edited(Edit(*match.span(), _unescaped(match)) for match in _ESCAPE.finditer(raw.text))


def _unescaped(match: re.Match[str]) -> str:
    """What an escape stands for; half a pair of surrogates is no character."""
    escape = match[0]
    if escape[1] != "u":
        return _PLAIN_ESCAPES.get(escape[1], escape[1])
    units = [int(unit, 16) for unit in escape[2:].split("\\u")]
    return b"".join(unit.to_bytes(2, "big") for unit in units).decode("utf-16-be", "replace")
