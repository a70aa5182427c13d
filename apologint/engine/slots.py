"""The slots in the message of a rule: what may stand in braces, and what fills them."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from apologint.engine.document import ParsedDraft
    from apologint.engine.hits import Hit

SLOTS = ("words", "doer", "act", "object")
MESSAGE = re.compile(r"(?:[^{}]|\{\{[^{}]*\}\}|\{(?:" + "|".join(SLOTS) + r")\})*")
"""A message with these slots only; {{name}} is a placeholder in a reply that it speaks of."""
_SLOT = re.compile(r"\{(" + "|".join(SLOTS) + r")\}")
_IN_BRACES = re.compile(r"\{\{[^{}]*\}\}|\{[^{}]*\}|\{\w*|\}")


def slot_fault(message: str) -> str | None:
    """What is wrong with the braces in a message, and what may stand in them; None where all is well."""
    if MESSAGE.fullmatch(message):
        return None
    wrong = next(brace for brace in _IN_BRACES.findall(message) if not MESSAGE.fullmatch(brace))
    return f"'{wrong}' is no slot; expected one of {', '.join(f'{{{slot}}}' for slot in SLOTS)}"


def slots(parsed: ParsedDraft, hit: Hit) -> dict[str, str]:
    """What fills each slot where a rule fires."""
    words = parsed.text(hit.start, hit.end)
    found = {"words": words, "act": words, "doer": "", "object": words}
    clause = hit.clause
    if clause is not None:
        if clause.doer_word is not None:
            edge = clause.doer_word.subtree()[0]
            left = edge if edge in clause.words else clause.doer_word
            found["doer"] = parsed.text(left.start, clause.doer_word.end)
        if clause.object_words:
            found["object"] = parsed.text(clause.object_words[0].start, clause.object_words[-1].end)
    return found


def fill(text: str, filling: Mapping[str, str]) -> str:
    """A text with its slots filled; what fills them is never looked at for slots, for a draft may hold braces."""
    return _SLOT.sub(lambda slot: filling[slot[1]], text)
