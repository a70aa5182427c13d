"""Zendesk: macros, triggers and automations, whose texts stand in a list of actions with `field` and `value`."""

from __future__ import annotations

from collections.abc import Iterator

from apologint.model import Markup
from apologint.sources.shapes.keys import hidden_because, title_of
from apologint.sources.shapes.spot import Fields, Found, Hidden, Message, Spot, says_no, strings
from apologint.sources.tree import Listing, Table

_COMMENTS = ("comment_value_html", "comment_value")
_MODE = "comment_mode_is_public"
_NOTIFIES = "notification_"
_TO_CUSTOMERS = ("requester", "ccs", "cc")
_PARTS_OF_A_COMMENT = 2
_PARTS_OF_A_NOTIFICATION = 3


def read(spot: Spot) -> Found | None:
    """The texts that a macro or trigger sends."""
    actions = next(filter(_are_actions, spot.below()), None)
    if actions is None:
        return None
    title, reason = title_of(spot.fields), hidden_because(spot.fields)
    if _is_private(actions):
        reason = reason or "private note"
    messages = list(_messages(actions, title))
    if reason:
        return [Hidden(spot.path, title, reason)] if messages else []
    if len(messages) == 1 and isinstance(messages[0], Message):
        return [Message(spot.path, messages[0].body, title, messages[0].markup)]
    return messages


def _are_actions(spot: Spot) -> bool:
    items = spot.node.items if isinstance(spot.node, Listing) else []
    return bool(items) and all(isinstance(item, Table) and Fields(item).has("field", "value") for item in items)


def _is_private(actions: Spot) -> bool:
    modes = (action.fields.node("value") for action in actions.below() if action.fields.words("field") == _MODE)
    return any(says_no(mode) for mode in modes if mode)


def _messages(actions: Spot, title: str | None) -> Iterator[Message | Hidden]:
    fields = [action.fields.words("field") or "" for action in actions.below()]
    for field, action in zip(fields, actions.below(), strict=True):
        values = strings(action.fields.node("value"))
        if field in _COMMENTS and 1 <= len(values) <= _PARTS_OF_A_COMMENT:
            if field == _COMMENTS[1] and _COMMENTS[0] in fields:
                continue
            yield Message(action.path, values[-1], title, Markup.HTML if field == _COMMENTS[0] else None)
        elif field.startswith(_NOTIFIES) and len(values) == _PARTS_OF_A_NOTIFICATION:
            if any(part in values[0].text.split("_") for part in _TO_CUSTOMERS):
                yield Message(action.path, values[-1], title or values[1].text)
            else:
                yield Hidden(action.path, title or values[1].text, "goes to staff")
