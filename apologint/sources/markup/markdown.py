"""Markdown."""

from __future__ import annotations

from apologint.mapped import MappedText
from apologint.sources.markup.visible import Visible, with_gaps
from apologint.sources.regions import skipped


def read(body: MappedText) -> Visible:
    """All of it but what is quoted, code or a comment."""
    return with_gaps(body, skipped(body.text))
