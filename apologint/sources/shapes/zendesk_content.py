"""Zendesk dynamic content: an item with variants, one for each language."""

from __future__ import annotations

from collections.abc import Iterator

from apologint.sources.shapes.keys import hidden_because, title_of
from apologint.sources.shapes.spot import Found, Hidden, Message, Spot
from apologint.sources.tree import Value


def read(spot: Spot) -> Found | None:
    """The variants of an item."""
    variants = next((below for below in spot.below() if below.key == "variants"), None)
    found = list(_messages(variants, title_of(spot.fields))) if variants else []
    return found or None


def _messages(variants: Spot, title: str | None) -> Iterator[Message | Hidden]:
    for variant in variants.below():
        content = variant.fields.node("content")
        if not isinstance(content, Value) or not variant.fields.has("locale_id") | variant.fields.has("locale"):
            continue
        reason = hidden_because(variant.fields)
        yield Hidden(variant.path, title, reason) if reason else Message(variant.path, content, title)
