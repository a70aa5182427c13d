"""What a rule may be called: its id stands in comments, lists with commas, options and other programs' reports."""

from __future__ import annotations

import re

from apologint.model import Step

RULE_ID = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
TAKEN_IDS = ("all", "kind", "score", "unused-suppression", *(step.replace("_", "-") for step in Step))
"""Names that mean something else where a rule may be named: all of them, the kind of a message, its score, a step."""


def id_fault(name: str) -> str | None:
    """What is wrong with an id, and what to write instead; None where it can be used."""
    if name in TAKEN_IDS:
        return f"the id '{name}' has a meaning of its own; choose another"
    if not RULE_ID.fullmatch(name):
        return f"the id '{name}' should be lower-case letters and digits with hyphens between, such as 'blames-courier'"
    return None
