"""Which findings can be shown in the draft itself."""

from __future__ import annotations

from apologint.model import Draft, Finding


def stands_in(finding: Finding, draft: Draft) -> bool:
    """Whether a finding has a place in the text of its draft; what is absent has none, nor has a comment."""
    place = finding.location
    return place.text == draft.text[place.region.start : place.region.end]
