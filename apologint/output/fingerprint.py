"""Names for issues that stay the same while a file changes around them."""

from __future__ import annotations

from collections import Counter
from hashlib import sha256

from apologint.output.issues import Issue
from apologint.output.repository import repository_path

_LENGTH = 32


class Fingerprints:
    """Gives each issue of a run a name of its own.

    It is made of the file, the rule and the words, never of lines, columns or numbers of items, and counts where the
    same stands in a file again: what moves keeps its name.
    """

    def __init__(self) -> None:
        self._seen: Counter[str] = Counter()

    def of(self, issue: Issue) -> str:
        """The name of the next issue: 32 hexadecimal digits, a colon, and a count from 1."""
        parts = (repository_path(issue.draft.path), issue.rule, *_words(issue))
        digest = sha256("\0".join(parts).encode("utf-8", "surrogatepass")).hexdigest()[:_LENGTH]
        self._seen[digest] += 1
        return f"{digest}:{self._seen[digest]}"


def _words(issue: Issue) -> tuple[str, ...]:
    """The faulty words; for what is absent, what the item of a library is known by: its title or its text."""
    draft = issue.draft
    if issue.location.text is not None:
        return ("words", _normal(issue.location.text))
    if draft.title:
        return ("title", _normal(draft.title))
    return ("text", _normal(draft.text)) if draft.id else ()


def _normal(text: str) -> str:
    return " ".join(text.split()).casefold()
