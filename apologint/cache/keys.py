"""What tells one draft from another, for the engine."""

from __future__ import annotations

import json
from hashlib import blake2b

from apologint.model import Draft

_KEY_BYTES = 20


def key_of(draft: Draft) -> bytes:
    """A digest of everything in `draft` that its analysis depends on; drafts of one key have the same analysis.

    `draft.kind` is what the caller has settled on. Where the draft stands, its title, its fault and the suppressions in
    its file are left out: no rule sees them.
    """
    seen = [
        draft.text,
        draft.kind,
        draft.mode,
        [(region.start, region.end) for region in draft.skip],
        [(gap.start, gap.end, gap.name, gap.fill_in, gap.can_be_empty) for gap in draft.placeholders],
    ]
    # Not in ASCII: two lone surrogates would be written as the one character that they are halves of.
    plain = json.dumps(seen, ensure_ascii=False).encode("utf-8", "surrogatepass")
    return blake2b(plain, digest_size=_KEY_BYTES).digest()
