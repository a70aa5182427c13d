"""Reading suppressions, and showing them as the words that they cover."""

from apologint.model import Draft
from apologint.sources import ReadOptions
from apologint.sources.drafts import drafts_in
from apologint.sources.item import Item
from apologint.sources.suppress import Suppressions
from apologint.sources.text_file import TextFile

OPTIONS = ReadOptions(encoding="utf-8", max_bytes=10**6)


def drafts(text: str, path: str = "reply.md") -> list[Draft]:
    return list(drafts_in(TextFile(path, text), OPTIONS, lambda _skipped: None))


def draft(text: str, path: str = "reply.md") -> Draft:
    (only,) = drafts(text, path)
    return only


def covered(text: str, path: str = "reply.md") -> list[tuple[str, str]]:
    """The rules of each suppression, and the words of the file that it covers."""
    return [(",".join(each.rules) or "all", text[each.start : each.end]) for each in draft(text, path).suppressions]


def complaints(text: str, path: str = "reply.md") -> list[str]:
    return [f"{each.line}: {each.message}" for each in draft(text, path).complaints]


def library(path: str, text: str, *items: Item) -> list[list[tuple[str, str]]]:
    """The same as `covered`, for each of the `items` of a library file."""
    said = Suppressions(TextFile(path, text), items)
    return [
        [(",".join(each.rules) or "all", text[each.start : each.end]) for each in said.of(item).suppressions]
        for item in items
    ]
