"""What a message says of itself under its key `apologint`, or in a column of that name."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from apologint.sources.item import Item
from apologint.sources.suppress.directive import DirectiveError
from apologint.sources.suppress.key import OWN_KEY
from apologint.sources.tree import Listing, Node, Scalar, Table, TreeError, Value
from apologint.text.mapped import MappedText
from apologint.text.nearest import instead

_IGNORE = "ignore"


def said_in(item: Item, own: Iterable[Node]) -> Item:
    """The message, with what is said under the `own` keys of the table that it stands in, and of those around that."""
    try:
        ignore = tuple(text for node in own for text in _ignored(node))
    except (DirectiveError, TreeError) as error:
        return replace(item, misread=str(error))
    return replace(item, ignore=ignore) if ignore else item


def _ignored(node: Node) -> tuple[MappedText, ...]:
    """The texts that name rules: those under `ignore`, or a lone one as in the cell of a column.

    Raises:
        DirectiveError: something else stands there.
    """
    if not isinstance(node, Table):
        return _texts(node, OWN_KEY)
    for key, _ in node.entries:
        if key != _IGNORE:
            raise DirectiveError(f"unknown key '{key}' under '{OWN_KEY}': {instead(key, [_IGNORE])}")
    return tuple(text for _, entry in node.entries for text in _texts(entry, f"{OWN_KEY}.{_IGNORE}"))


def _texts(node: Node, name: str) -> tuple[MappedText, ...]:
    if isinstance(node, Value) and node.kind is Scalar.NULL:
        return ()
    values = node.items if isinstance(node, Listing) else [node]
    if not all(isinstance(value, Value) and value.kind is Scalar.STRING for value in values):
        raise DirectiveError(f"'{name}' must name rules: write a list of them, or all")
    return tuple(value.mapped for value in values if isinstance(value, Value))
