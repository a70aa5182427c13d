"""What a customer sees of a message that is written in some markup: one module for each."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import lru_cache
from importlib import import_module

from apologint.model import Markup
from apologint.sources.markup.visible import Visible
from apologint.text.mapped import MappedText

__all__ = ["Visible", "visible"]


@lru_cache(maxsize=1)  # asked by who tells a message from a document, and again for the message
def visible(body: MappedText, markup: Markup) -> Visible:
    """The words of `body` that are read, what in them is no prose, and where they have gaps."""
    return _READERS[markup](body)


def _module(name: str) -> Callable[[MappedText], Visible]:
    def read(body: MappedText) -> Visible:
        result: Visible = import_module(f"apologint.sources.markup.{name}").read(body)
        return result

    return read


_READERS: Mapping[Markup, Callable[[MappedText], Visible]] = {markup: _module(markup.value) for markup in Markup}
