"""What a customer sees of a message."""

from __future__ import annotations

from typing import NamedTuple

from apologint.model import Placeholder, Region
from apologint.sources.placeholders import find_gaps
from apologint.sources.regions import merged
from apologint.text.blanks import blank
from apologint.text.mapped import MappedText


class Visible(NamedTuple):
    """The words that are read. `skip` and `placeholders` are regions of `text`, in code points from 0."""

    text: MappedText
    skip: tuple[Region, ...] = ()
    placeholders: tuple[Placeholder, ...] = ()


def with_gaps(text: MappedText, skip: list[Region]) -> Visible:
    """`text` without what stands in `skip`, and with the placeholders and template tags that are left in it."""
    regions = merged(skip)
    gaps = find_gaps(blank(text.text, regions))
    return Visible(text, tuple(merged([*regions, *gaps.tags])), gaps.placeholders)
