"""A file that is one message, in plain text or Markdown, with or without front matter."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import TYPE_CHECKING

from apologint.model import Markup, Region
from apologint.source_errors import SourceError
from apologint.sources.front_matter import FrontMatter, read_front_matter
from apologint.sources.item import Item
from apologint.sources.suppress.key import OWN_KEY
from apologint.sources.text_file import TextFile

if TYPE_CHECKING:
    from apologint.sources.tree import Node

PLAIN_SUFFIXES = (".txt",)
SUFFIXES = (*PLAIN_SUFFIXES, ".md", ".markdown")
RANK = 100  # after all formats that can be told from text


def read(file: TextFile) -> Iterable[Item]:
    """The message that the file is.

    Raises:
        SourceError: the front matter is broken, or there is no text besides it.
    """
    return [whole(file)]


@lru_cache(maxsize=1)  # several formats ask before one says that the file is its own
def whole(file: TextFile) -> Item:
    """The same, for who knows that the file is a message."""
    front = read_front_matter(file.text, file.path) or FrontMatter(end=0)
    if not file.text[front.end :].strip():
        what = "nothing stands below the front matter" if front.end else "empty: it holds no text"
        raise SourceError(file.path, f"{what}: write the message there, or leave the file out")
    markup = Markup.PLAIN if file.suffix in PLAIN_SUFFIXES else Markup.MARKDOWN
    item = Item(file.mapped.cut(front.end, len(file.text)), markup, None, front.title, front.kind, front.fault)
    if not front.ours:
        return item
    from apologint.sources.suppress.own_key import said_in

    return said_in(item, _own(file, front.ours))


def _own(file: TextFile, place: Region) -> Iterator[Node]:
    """What stands under the key `apologint` of the front matter at `place`."""
    from apologint.sources.tree import Table
    from apologint.sources.tree.yaml_tree import parse_yaml

    for table in parse_yaml(file.mapped.cut(place.start, place.end)):
        if isinstance(table, Table):
            yield from (node for key, node in table.entries if key == OWN_KEY)
