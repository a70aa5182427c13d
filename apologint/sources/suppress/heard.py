"""What the suppressions of a file leave of one of its messages."""

from __future__ import annotations

from typing import NamedTuple

from apologint.model import InputError, Suppression
from apologint.text.mapped import MappedText


class Heard(NamedTuple):
    """A message without the comments that are meant for us, what touches it, and what could not be understood."""

    body: MappedText
    suppressions: tuple[Suppression, ...] = ()
    complaints: tuple[InputError, ...] = ()
