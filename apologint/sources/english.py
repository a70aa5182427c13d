"""Passing over drafts in languages that the rules do not know."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from apologint.language import is_english
from apologint.model import Draft, Skipped
from apologint.sources.regions import merged
from apologint.text.blanks import blank

REASON = "not in English"


def only_english(drafts: Iterable[Draft], on_skip: Callable[[Skipped], None]) -> Iterator[Draft]:
    """The drafts that may be in English; each of the others goes to `on_skip`."""
    for draft in drafts:
        if is_english(blank(draft.text, merged([*draft.skip, *draft.placeholders]))):
            yield draft
        else:
            on_skip(Skipped(draft.path, draft.id, draft.title, REASON))
