"""The formats of files: one module each, found by being here.

A module has `SUFFIXES` (how names of such files end, in lower case), may have `RANK` (those with a low one are asked
first; 0 without it), and has `read(file)`: the messages in the file, or None where it is of another format, which is
told by what is in it and not by its name. A file of this format that holds no message gives an empty list. A format of
libraries has `tree(file)` too, into which the paths of the configuration lead.

Every format is asked about a file that is of none of them by its looks: what reads a format is imported in the function
that reads, once it is clear that the file is of it.
"""

from __future__ import annotations

import pkgutil
from collections.abc import Iterable, Sequence
from functools import cache
from importlib import import_module
from typing import Protocol, cast

from apologint.model import Skipped
from apologint.sources.item import Item
from apologint.sources.text_file import TextFile
from apologint.sources.tree import Node


class Format(Protocol):
    """A module of this package."""

    SUFFIXES: Sequence[str]

    def read(self, file: TextFile) -> Iterable[Item | Skipped] | None:
        """The messages in a file of this format.

        Raises:
            SourceError: the file is of this format, and broken.
        """


@cache
def suffixes() -> frozenset[str]:
    """How the names of the files end that may hold messages."""
    return frozenset(suffix for module in _formats() for suffix in module.SUFFIXES)


def read_items(file: TextFile) -> Iterable[Item | Skipped]:
    """The messages in `file`, read by the first format that knows it.

    Raises:
        SourceError: the file is broken, or a message that is a whole file has no words.
    """
    for module in _formats():
        items = module.read(file)
        if items is not None:
            return items
    return []


def tree_of(file: TextFile) -> Node | None:
    """What `file` holds, read by the first format that knows it and has a `tree`; None where none does.

    Raises:
        SourceError: the file is broken.
    """
    readers = (module.tree for module in _formats() if hasattr(module, "tree"))
    return next((root for read in readers if (root := read(file)) is not None), None)


@cache
def _formats() -> Sequence[Format]:
    modules = [import_module(f"{__name__}.{found.name}") for found in pkgutil.iter_modules(__path__)]
    return cast("list[Format]", sorted(modules, key=lambda module: getattr(module, "RANK", 0)))
