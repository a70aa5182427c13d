"""Gorgias: a macro whose texts stand in the arguments of its actions."""

from __future__ import annotations

from collections.abc import Iterator

from apologint.model import Markup
from apologint.sources.shapes.keys import hidden_because, pick_body, title_of
from apologint.sources.shapes.spot import Fields, Found, Hidden, Message, Spot
from apologint.sources.tree import Table

_NOTE = "addInternalNote"


def read(spot: Spot) -> Found | None:
    """The replies of a macro."""
    actions = next((below for below in spot.below() if below.key.startswith("actions")), None)
    if actions is None or not any(action.fields.has("name", "arguments") for action in actions.below()):
        return None
    title = title_of(spot.fields)
    found = list(_messages(actions, title))
    reason = hidden_because(spot.fields)
    if reason:
        return [Hidden(spot.path, title, reason)] if found else []
    if len(found) == 1 and isinstance(found[0], Message):
        return [Message(spot.path, found[0].body, title, found[0].markup)]
    return found


def _messages(actions: Spot, title: str | None) -> Iterator[Message | Hidden]:
    for action in actions.below():
        arguments = action.fields.node("arguments")
        body = pick_body(Fields(arguments), ("body_html", "body_text")) if isinstance(arguments, Table) else None
        if body and action.fields.words("name") == _NOTE:
            yield Hidden(action.path, title, "private note")
        elif body:
            yield Message(action.path, body[0], title, body[1] or Markup.PLAIN)
