"""Names for findings that stay the same while a file changes around them: for build servers and for the baseline."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from hashlib import sha256

from apologint.model import Draft, Location
from apologint.text import late
from apologint.text.sentences import Sentences

_LENGTH = 32
_DIGIT = late.pattern(r"\d")


class Fingerprints:
    """Gives each finding of a run a name of its own.

    It is made of the file, the rule and the sentence, never of lines, columns or numbers of items, and counts where
    the same stands in a file again: what moves or is wrapped anew keeps its name. The findings of a file come together.

    Args:
        name_of: what a file is called that a draft's `path` leads to.
    """

    def __init__(self, name_of: Callable[[str], str]) -> None:
        self._name_of = name_of
        self._path: str | None = None
        self._seen: Counter[str] = Counter()
        self._sentences: tuple[Draft, Sentences] | None = None

    def of(self, draft: Draft, rule: str, location: Location) -> str:
        """The name of the next finding: 32 hexadecimal digits, a colon, and a count from 1."""
        if draft.path != self._path:
            self._path = draft.path
            self._seen.clear()
        parts = (self._name_of(draft.path), rule, *self._about(draft, location))
        digest = sha256("\0".join(parts).encode("utf-8", "surrogatepass")).hexdigest()[:_LENGTH]
        self._seen[digest] += 1
        return f"{digest}:{self._seen[digest]}"

    def _about(self, draft: Draft, location: Location) -> tuple[str, ...]:
        """The faulty sentence; for what is absent, the item."""
        region = location.region
        if location.text is None:
            return _item(draft)
        if location.text != draft.text[region.start : region.end]:
            return ("words", _normal(location.text))
        if self._sentences is None or self._sentences[0] is not draft:
            self._sentences = (draft, Sentences(draft))
        sentences = self._sentences[1]
        return ("sentence", sentences.normal(sentences.around(region)))


def _item(draft: Draft) -> tuple[str, ...]:
    """What an item of a library is known by: its title, or its key where that counts nothing, or its text."""
    if draft.title:
        return ("title", _normal(draft.title))
    if draft.id and not _DIGIT.search(draft.id):
        return ("id", draft.id)
    return ("text", _normal(draft.text)) if draft.id else ()


def _normal(text: str) -> str:
    return " ".join(text.split()).casefold()
