"""Libraries of no known shape: items with a title-like and a body-like key, and plain maps from a name to a text.

What is no library is as full of names and texts (settings, manifests, schemas), so the texts must be sentences that
speak to somebody. In a list where some do, the others are taken with them.
"""

from __future__ import annotations

from apologint.model import Markup
from apologint.sources.shapes.keys import TITLES, body_of, hidden_because, title_of
from apologint.sources.shapes.prose import has_words, reads_as_prose, speaks
from apologint.sources.shapes.spot import Fields, Found, Hidden, Message, Spot, plain_name
from apologint.sources.tree import Node, Scalar, Table, Value

_SHARE_OF_MESSAGES = 0.34
_SHARE_OF_PROSE = 0.5
# Keys beside a text that make it the message of a check, and keys above or in it that make it a description.
_OF_A_CHECK = ("severity", "level", "pattern", "patterns", "regex", "languages", "extends")
_DESCRIBED = frozenset(
    (
        *("properties", "definitions", "defs", "schema", "paths", "components", "arguments", "parameters", "params"),
        *("attributes", "commands", "comments", "annotations", "metadata", "jobs", "inputs", "outputs", "contributes"),
        *("error", "errors"),
    )
)
_DESCRIBES = frozenset(("description", "summary", "comment", "error", "license", "copyright", "usage", "reason", "url"))
_PART_OF_A_DESCRIPTION = frozenset(
    ("help", "description", "doc", "docs", "documentation", "tooltip", "prompt", "deprecated", "deprecation")
)


def read(spot: Spot) -> Found | None:
    """The message that a table is, or those that it maps names to."""
    if not isinstance(spot.node, Table):
        return None
    found = _item(spot) or _flat(spot)
    return None if found and _is_described(spot) else found


def _is_described(spot: Spot) -> bool:
    """Whether a table stands in a schema or among the settings of something."""
    above: Spot | None = spot
    while above:
        if plain_name(above.key) in _DESCRIBED:
            return True
        above = above.above
    return False


def _item(spot: Spot) -> Found | None:
    body = _body_if_item(spot.fields, spot.key)
    if body is None or not has_words(body[0].text):
        return None
    if not _is_message(body[0].text) and not _stands_among_messages(spot):
        return None
    title, reason = title_of(spot.fields, body[0]), hidden_because(spot.fields)
    return [Hidden(spot.path, title, reason) if reason else Message(spot.path, body[0], title, body[1])]


def _body_if_item(fields: Fields, name: str) -> tuple[Value, Markup | None] | None:
    """The body of a table that has a title, or a `name` of its own in its place."""
    if not (name or any(title in fields for title in TITLES)) or any(key in fields for key in _OF_A_CHECK):
        return None
    return body_of(fields)


def _is_message(text: str) -> bool:
    return reads_as_prose(text) and speaks(text)


def _stands_among_messages(spot: Spot) -> bool:
    return spot.above is not None and spot.above.answer(_holds_messages)


def _holds_messages(spot: Spot) -> bool:
    """Whether some of the tables below are messages."""
    tables = [below for below in spot.below() if isinstance(below.node, Table)]
    bodies = [_body_if_item(below.fields, below.key) for below in tables]
    count = sum(1 for body in bodies if body and _is_message(body[0].text))
    return count >= _SHARE_OF_MESSAGES * len(bodies)


def _flat(spot: Spot) -> Found | None:
    texts = [below for below in spot.below() if _is_text(below.node)]
    if not texts or len(texts) < len(list(spot.below())):
        return None
    if any(_describes(plain_name(below.key)) for below in texts):
        return None
    prose = [below for below in texts if isinstance(below.node, Value) and reads_as_prose(below.node.text)]
    spoken = [below for below in prose if isinstance(below.node, Value) and speaks(below.node.text)]
    if len(prose) < _SHARE_OF_PROSE * len(texts) or len(spoken) < _SHARE_OF_MESSAGES * len(texts) or not spoken:
        return None
    if len(texts) == 1 and spot.above and spot.above.above:
        return None
    title = title_of(spot.fields)
    return [Message(below.path, below.node, title) for below in prose if isinstance(below.node, Value)]


def _describes(name: str) -> bool:
    return name[:1] == "_" or name in _DESCRIBES or not _PART_OF_A_DESCRIPTION.isdisjoint(name.split("_"))


def _is_text(node: Node) -> bool:
    return isinstance(node, Value) and node.kind is Scalar.STRING
