"""JSON and JSON Lines: libraries of replies, exports of help desks, fixtures."""

from __future__ import annotations

from collections.abc import Iterable

from apologint.model import Skipped
from apologint.sources.item import Item
from apologint.sources.text_file import TextFile
from apologint.sources.tree import Listing, Node, TreeError
from apologint.text import late

SUFFIXES = (".json", ".jsonl", ".ndjson", ".json5", ".jsonc")
_OPENS = late.pattern(r"\s*+[\[{]")
_SURELY_JSON = late.pattern(r'\s*+(?:\[\s*+)?\{\s*+"[^"\\\r\n]*+"\s*+:')
_FILLED_LATER = ("{{", "{%", "<%")


def tree(file: TextFile) -> Node | None:
    """What the file holds, None where it is no JSON.

    Raises:
        SourceError: it is meant to be JSON, and broken.
    """
    if file.suffix not in SUFFIXES and not _OPENS.match(file.text):
        return None
    from apologint.sources.tree.json_tree import parse_json

    try:
        documents = parse_json(file.mapped)
    except TreeError as error:
        if _is_filled_later(file.text, error.at):
            return Listing() if file.suffix in SUFFIXES else None
        if file.suffix in SUFFIXES or _SURELY_JSON.match(file.text):
            raise file.error(f"broken JSON: {error.message}", error.at) from error
        return None
    if len(documents) == 1:
        return documents[0][1]
    lines = map(file.line_at, (start for start, _ in documents))
    return Listing([node for _, node in documents], [f"line {line}" for line in lines])


def read(file: TextFile) -> Iterable[Item | Skipped] | None:
    """The messages in the file, None where it is no JSON.

    Raises:
        SourceError: it is meant to be JSON, and broken.
    """
    root = tree(file)
    if root is None:
        return None
    from apologint.sources.shapes.messages import messages_in

    return messages_in(root, file.path)


def _is_filled_later(text: str, at: int) -> bool:
    """Whether a template tag makes JSON of the text only later; `{{` is noticed at its second brace."""
    return text.startswith(_FILLED_LATER, at) or text.startswith(_FILLED_LATER, max(0, at - 1))
