"""A mail as mail programs save it."""

from __future__ import annotations

from collections.abc import Iterable

from apologint.sources.item import Item
from apologint.sources.mail_headers import has_mail_headers
from apologint.sources.text_file import TextFile

SUFFIXES = (".eml",)


def read(file: TextFile) -> Iterable[Item] | None:
    """The message in the mail, if it has words.

    Raises:
        SourceError: it is said to have parts, and has none.
    """
    if file.suffix not in SUFFIXES and not has_mail_headers(file.text):
        return None
    from apologint.sources.mail import words_of

    message = words_of(file)
    return [message] if message else []
