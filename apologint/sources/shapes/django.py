"""Django fixtures: a record has the name of its model, and fields."""

from __future__ import annotations

from apologint.sources.shapes.keys import body_of, hidden_because, title_of
from apologint.sources.shapes.prose import reads_as_prose, speaks
from apologint.sources.shapes.spot import Fields, Found, Hidden, Message, Spot
from apologint.sources.tree import Table


def read(spot: Spot) -> Found | None:
    """The message that a record is, where its body reads as one."""
    fields_node = spot.fields.node("fields")
    if not isinstance(fields_node, Table) or "." not in (spot.fields.words("model") or ""):
        return None
    fields = Fields(fields_node)
    body = body_of(fields)
    if body is None or not reads_as_prose(body[0].text) or not speaks(body[0].text):
        return []
    title, reason = title_of(fields), hidden_because(fields)
    return [Hidden(spot.path, title, reason) if reason else Message(spot.path, body[0], title, body[1])]
