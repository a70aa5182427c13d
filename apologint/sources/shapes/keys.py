"""The keys by which home-made libraries name titles and bodies, and those that say that nobody sees an item."""

from __future__ import annotations

from apologint.model import Markup
from apologint.sources.shapes.spot import Fields, as_lines, strings
from apologint.sources.tree import Table, Value
from apologint.text import late

TITLES = (
    *(
        "title",
        "name",
        "label",
        "subject",
        "heading",
        "template_name",
        "macro",
        "macro_name",
        "macro_title",
        "shortcut",
    ),
    *("shortcuts", "short_code", "shortcode", "abbreviation", "trigger", "triggers", "keyword", "keywords", "scenario"),
    *("situation", "intent", "topic", "category", "tag", "tags", "desc", "description", "slug", "key", "id"),
)
_HTML_BODIES = (
    *("body_html", "content_html", "html_body", "html_content", "html", "message_html", "text_html", "response_html"),
    *("reply_html", "template_html", "comment_value_html", "html_text", "rich_text", "html_value"),
)
_BODIES = (
    *("body", "reply", "response", "canned_response", "answer", "message", "content", "text", "template"),
    *("comment_value", "body_text", "plain_text", "text_body", "message_text", "content_text", "reply_text"),
    *(
        "response_text",
        "template_text",
        "comment",
        "public_comment",
        "value",
        "msg",
        "replace",
        "macro_text",
        "script",
        "macro",
    ),
)
_CALLED_BODY = late.pattern(r"(?!help|alt|error).+_(?:body|reply|response|message|text|content|template|macro|html)")
_INNER = (
    "html",
    "text",
    "plain",
    "plain_text",
    "value",
    "content",
    "body",
    "en",
    "en_us",
    "en_gb",
    "english",
    "default",
)


def title_of(fields: Fields, body: Value | None = None) -> str | None:
    """What an item is called; never what its `body` is."""
    for name in TITLES:
        values = strings(fields.node(name))
        if values and values[0] is not body and values[0].words.strip():
            return " ".join(values[0].words.split())
    return None


def body_of(fields: Fields) -> tuple[Value, Markup | None] | None:
    """The words of an item, of twins the HTML; the markup is None where the key does not say it."""
    called = tuple(name for name in fields if _CALLED_BODY.fullmatch(name))
    return pick_body(fields, (*_HTML_BODIES, *_BODIES)) or _inner_body(fields) or pick_body(fields, called)


def pick_body(fields: Fields, names: tuple[str, ...]) -> tuple[Value, Markup | None] | None:
    """The first text under `names` that is not blank."""
    for name in names:
        values = strings(fields.node(name)) if name in fields else ()
        if any(value.words.strip() for value in values):
            return as_lines(list(values)), Markup.HTML if name in _HTML_BODIES or name.endswith("_html") else None
    return None


def _inner_body(fields: Fields) -> tuple[Value, Markup | None] | None:
    for name in _BODIES:
        node = fields.node(name)
        if isinstance(node, Table) and (found := pick_body(Fields(node), _INNER)):
            return found[0], Markup.HTML if "html" in Fields(node) and Fields(node).words("html") else None
    return None


def hidden_because(fields: Fields) -> str | None:
    """Why no customer sees an item, None where one may."""
    if fields.is_on("deleted", "is_deleted", "deleted_at", "removed", "archived", "is_archived", "archived_at"):
        return "deleted" if not fields.is_on("archived", "is_archived", "archived_at") else "archived"
    if fields.is_off("active", "enabled", "isenabled", "is_enabled", "is_active", "published", "is_published"):
        return "inactive"
    if fields.is_on("inactive", "disabled", "is_disabled", "obsolete", "deprecated"):
        return "inactive"
    status = (fields.words("status", "state") or "").lower()
    if status in ("inactive", "disabled", "archived", "deleted"):
        return status
    if fields.is_on("internal", "is_internal", "internal_note", "private", "private_note", "is_private_note"):
        return "private note"
    return None
