"""The messages in a tree."""

from __future__ import annotations

from collections.abc import Iterator

from apologint.model import Markup, Skipped
from apologint.sources.item import Item
from apologint.sources.markup.html_sniff import looks_like_html
from apologint.sources.shapes import django, gorgias, homemade, known, locale, zendesk, zendesk_content
from apologint.sources.shapes.prose import has_words
from apologint.sources.shapes.spot import Found, Hidden, Message, Spot
from apologint.sources.suppress.own_key import said_in
from apologint.sources.tree import Node, Table, Value

_READERS = (zendesk.read, zendesk_content.read, gorgias.read, django.read, locale.read, known.read, homemade.read)


def messages_in(root: Node, path: str) -> Iterator[Item | Skipped]:
    """The messages in the tree of the file at `path`, in order; one that stands in it by two names comes once."""
    taken: set[int] = set()
    seen: set[int] = set()
    stack = [Spot(root)]
    while stack:
        spot = stack.pop()
        if isinstance(spot.node, Value) or id(spot.node) in seen:
            continue
        seen.add(id(spot.node))
        found = _ask(spot)
        if found is None:
            stack += reversed(list(spot.below()))
            continue
        for message in found:
            if isinstance(message, Hidden):
                yield Skipped(path, message.path or None, message.title, message.reason)
            elif id(message.body) not in taken and has_words(message.body.text):
                taken.add(id(message.body))
                yield said_in(item_of(message), spot.said_to_us())


def item_of(message: Message) -> Item:
    """A message as an item; its markup is told from its words where nothing else says it."""
    markup = message.markup or (Markup.HTML if looks_like_html(message.body.text) else Markup.PLAIN)
    return Item(message.body.mapped, markup, message.path or None, message.title)


def _ask(spot: Spot) -> Found | None:
    if not isinstance(spot.node, Table):
        return None
    return next((found for read in _READERS if (found := read(spot)) is not None), None)
