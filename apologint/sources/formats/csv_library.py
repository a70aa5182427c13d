"""CSV and TSV: a message in each row, named by the header."""

from __future__ import annotations

from collections.abc import Iterable

from apologint.model import Skipped
from apologint.sources.item import Item
from apologint.sources.text_file import TextFile
from apologint.sources.tree import Node, TreeError

SUFFIXES = (".csv", ".tsv")
_TAB_SEPARATED = ".tsv"


def tree(file: TextFile) -> Node | None:
    """The rows of the file, None where it is not called CSV: any text could be.

    Raises:
        SourceError: a quoted cell is never closed.
    """
    if file.suffix not in SUFFIXES:
        return None
    from apologint.sources.tree.csv_tree import parse_csv

    try:
        return parse_csv(file.mapped, "\t" if file.suffix == _TAB_SEPARATED else None)
    except TreeError as error:
        raise file.error(f"broken CSV: {error.message}", error.at) from error


def read(file: TextFile) -> Iterable[Item | Skipped] | None:
    """The messages in the rows of the file, None where it is not called CSV.

    Raises:
        SourceError: a quoted cell is never closed.
    """
    root = tree(file)
    if root is None:
        return None
    from apologint.sources.shapes.messages import messages_in

    return messages_in(root, file.path)
