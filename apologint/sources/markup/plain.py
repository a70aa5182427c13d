"""Plain text, with the habits of chat and mail: quoted lines, code between backticks."""

from __future__ import annotations

from apologint.sources.markup.visible import Visible, with_gaps
from apologint.sources.regions import skipped
from apologint.text.mapped import MappedText


def read(body: MappedText) -> Visible:
    """All of it but what is quoted or code."""
    return with_gaps(body, skipped(body.text, tildes=False))
