"""YAML: libraries of replies, Rails locales."""

from __future__ import annotations

import re
from collections.abc import Iterable

from apologint.model import Skipped
from apologint.sources.item import Item
from apologint.sources.text_file import TextFile
from apologint.sources.tree import Listing, Node, TreeError
from apologint.text import late

SUFFIXES = (".yaml", ".yml")
_FILLED_LATER = late.pattern(r"^[ \t]*+(?:\{\{|\{%|<%|#\{)|\{\{-", re.MULTILINE)


def tree(file: TextFile) -> Node | None:
    """What the file holds, None where it is not called YAML: any text could be.

    Raises:
        SourceError: it is broken, and no template that makes YAML.
    """
    if file.suffix not in SUFFIXES:
        return None
    from apologint.sources.tree.yaml_tree import parse_yaml

    try:
        documents = parse_yaml(file.mapped)
    except TreeError as error:
        if _FILLED_LATER.search(file.text):
            return Listing()
        raise file.error(f"broken YAML: {error.message}", error.at) from error
    return documents[0] if len(documents) == 1 else Listing(documents)


def read(file: TextFile) -> Iterable[Item | Skipped] | None:
    """The messages in the file, None where it is not called YAML.

    Raises:
        SourceError: it is broken, and no template that makes YAML.
    """
    root = tree(file)
    if root is None:
        return None
    from apologint.sources.shapes.messages import messages_in

    return messages_in(root, file.path)
