"""Records of one message each, of products whose records can be told by their keys."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from apologint.model import Markup
from apologint.sources.shapes.keys import hidden_because, pick_body, title_of
from apologint.sources.shapes.spot import Fields, Found, Hidden, Message, Spot
from apologint.sources.tree import Table


@dataclass(frozen=True, slots=True)
class _Record:
    """One product: its record has all of `needs`, one of `one_of` if any, and `holds`; then these are its bodies."""

    needs: tuple[str, ...]
    bodies: tuple[str, ...]
    markup: Markup | None = None
    one_of: tuple[str, ...] = ()
    holds: Callable[[Spot], bool] = lambda _spot: True

    def fits(self, spot: Spot) -> bool:
        fields = spot.fields
        return (
            fields.has(*self.needs)
            and any(name in fields for name in self.one_of or self.needs)
            and any(name in fields for name in self.bodies)
            and self.holds(spot)
        )


def read(spot: Spot) -> Found | None:
    """The message of a record of a known product."""
    record = next((record for record in _RECORDS if record.fits(spot)), None)
    if record is None:
        return None
    body = pick_body(spot.fields, record.bodies)
    if body is None:
        return []
    title, reason = title_of(spot.fields), hidden_because(spot.fields)
    if reason:
        return [Hidden(spot.path, title, reason)]
    return [Message(spot.path, body[0], title, body[1] or record.markup)]


def _says(field: str, *values: str) -> Callable[[Spot], bool]:
    return lambda spot: spot.fields.words(field) in values


def _under(*names: str) -> Callable[[Spot], bool]:
    """Whether a record stands in a list under one of these keys, or under it alone."""

    def holds(spot: Spot) -> bool:
        above = spot.above
        return spot.key in names or bool(above and above.key in names)

    return holds


def _is_salesforce(spot: Spot) -> bool:
    attributes = spot.fields.node("attributes")
    return isinstance(attributes, Table) and Fields(attributes).words("type") in ("QuickText", "EmailTemplate")


def _is_top_reply(spot: Spot) -> bool:
    return bool(spot.above and spot.above.key == "replies" and spot.above.above and not spot.above.above.above)


_SAVED_REPLIES = ("saved_replies", "savedReplies", "saved-replies", "saved_reply", "savedReply")
_RECORDS = (
    _Record(("folder_id",), ("content_html", "content"), one_of=("title", "name")),  # Freshdesk
    _Record(("type",), ("body", "body_text"), holds=_says("type", "macro")),  # Intercom
    _Record(("name", "body"), ("body",), one_of=("is_available_for_all_inboxes", "attachments")),  # Front
    _Record(("text",), ("text",), Markup.HTML, holds=_under(*_SAVED_REPLIES)),  # Help Scout
    _Record(("short_code",), ("content",), Markup.MARKDOWN),  # Chatwoot
    _Record(("name", "keywords"), ("content",), Markup.HTML),  # Zammad
    _Record(("title",), ("response",), Markup.HTML, one_of=("isenabled", "notes", "canned_id")),  # osTicket
    _Record(("subject",), ("body",), Markup.HTML, one_of=("notes", "code_name", "tpl_id")),  # osTicket
    _Record(("name",), ("body",), Markup.MARKDOWN, holds=_is_top_reply),  # Refined Saved Replies
    _Record(("title",), ("content",), Markup.MARKDOWN, holds=_is_top_reply),  # Discourse canned replies
    _Record(("doctype",), ("response_html", "response", "message"), Markup.HTML),  # Frappe
    _Record(("attributes",), ("html_value", "message", "body"), holds=_is_salesforce),  # Salesforce
)
