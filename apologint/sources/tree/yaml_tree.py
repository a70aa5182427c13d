"""YAML, one document or many, read from the parser's events, so that depth of nesting costs no stack."""

from __future__ import annotations

import re
from functools import partial
from typing import TYPE_CHECKING, Any

from apologint.sources.tree.nodes import Listing, Node, Scalar, Table, TreeError, Value
from apologint.sources.tree.yaml_scalar import place_scalar
from apologint.text import late
from apologint.text.mapped import MappedText

if TYPE_CHECKING:
    from yaml.error import Mark

_NULL = late.pattern(r"(?:~|null|Null|NULL)?")
_BOOL = late.pattern(r"yes|Yes|YES|no|No|NO|true|True|TRUE|false|False|FALSE|on|On|ON|off|Off|OFF")
_NUMBER = late.pattern(
    r"[-+]?(?:\d[\d_:]*+(?:\.[\d_]*+)?(?:[eE][-+]?\d++)?|\.\d++|0[xob][\da-fA-F_]++|\.inf|\.nan)", re.I
)
_DEEPEST = 500  # each level costs libyaml time for each further one
_STRING_TAGS = ("!", "tag:yaml.org,2002:str")


def parse_yaml(source: MappedText) -> list[Node]:
    """The documents in `source`. What an alias stands for is the very node it names.

    Raises:
        TreeError: it is not YAML.
    """
    import yaml  # noqa: PLC0415 - only a run that meets such a file needs it

    loader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    builder = _Builder(source)
    try:
        for event in yaml.parse(source.text, Loader=loader):
            builder.take(type(event).__name__, event)
    except yaml.MarkedYAMLError as error:
        raise TreeError(_words(error), _offset(error.problem_mark or error.context_mark)) from error
    except yaml.reader.ReaderError as error:
        raise TreeError(f"a character that YAML forbids (#x{int(error.character):04x})", error.position) from error
    return builder.documents


class _Builder:
    """Takes the events of the parser one by one; `documents` are those that are closed."""

    def __init__(self, source: MappedText) -> None:
        self.documents: list[Node] = []
        self._source = source
        self._open: list[Listing | Table] = []
        self._keys: list[Node | None] = []
        self._anchors: dict[str, Node] = {}

    def take(self, kind: str, event: Any) -> None:
        if kind == "ScalarEvent":
            self._put(self._scalar(event), event.anchor)
        elif kind == "AliasEvent":
            node = self._anchors.get(event.anchor)
            if node is None:
                raise TreeError(f"'*{event.anchor}' names no anchor above: add one", event.start_mark.index)
            self._put(node, None)
        elif kind in ("SequenceStartEvent", "MappingStartEvent"):
            node = Listing() if kind == "SequenceStartEvent" else Table()
            self._put(node, event.anchor)
            if len(self._open) == _DEEPEST:
                raise TreeError(f"nested more than {_DEEPEST} deep: make it flatter", event.start_mark.index)
            self._open.append(node)
            self._keys.append(None)
        elif kind in ("SequenceEndEvent", "MappingEndEvent"):
            self._open.pop()
            self._keys.pop()
        elif kind == "DocumentStartEvent":
            self._anchors = {}

    def _put(self, node: Node, anchor: str | None) -> None:
        if anchor:
            self._anchors[anchor] = node
        if not self._open:
            self.documents.append(node)
            return
        into = self._open[-1]
        if isinstance(into, Listing):
            into.items.append(node)
        elif (key := self._keys[-1]) is None:
            self._keys[-1] = node
        else:
            into.entries.append((key.text if isinstance(key, Value) else "?", node))
            self._keys[-1] = None

    def _scalar(self, event: Any) -> Value:
        value, style = event.value, event.style or None
        start, end = event.start_mark.index, event.end_mark.index
        return Value(value, _kind(event), partial(place_scalar, self._source, start, end, style, value))


def _kind(event: Any) -> Scalar:
    if event.style or event.tag in _STRING_TAGS:
        return Scalar.STRING
    for pattern, kind in ((_NULL, Scalar.NULL), (_BOOL, Scalar.BOOL), (_NUMBER, Scalar.NUMBER)):
        if pattern.fullmatch(event.value):
            return kind
    return Scalar.STRING


def _words(error: Any) -> str:
    parts = [part for part in (error.problem, error.context) if part]
    return ", ".join(parts) or "it is not YAML"


def _offset(mark: Mark | None) -> int:
    return mark.index if mark else 0
