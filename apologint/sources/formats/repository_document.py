"""A manual, a licence or a list of changes, as every repository has them: no message."""

from __future__ import annotations

from collections.abc import Iterable

from apologint.model import Skipped
from apologint.sources.formats import message
from apologint.sources.text_file import TextFile

SUFFIXES = message.SUFFIXES
RANK = 85  # after libraries, which may be called so too


def read(file: TextFile) -> Iterable[Skipped] | None:
    """That it was found and is none; None for all else, and for what says of itself that it is a message.

    Raises:
        SourceError: the front matter is broken.
    """
    if file.suffix not in SUFFIXES or not file.text.strip():
        return None
    from apologint.sources.document import is_document

    item = message.whole(file)
    if item.kind or not is_document(item.body, file.path, item.markup):
        return None
    return [
        Skipped(
            file.path, None, item.title, "documentation, not a message; `kind:` in its front matter can say otherwise"
        )
    ]
