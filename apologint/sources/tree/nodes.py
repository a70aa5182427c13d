"""What a tree is made of."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from enum import Enum, auto
from functools import cached_property

from apologint.text.mapped import MappedText


class TreeError(ValueError):
    """A text that its container's rules forbid: what, how to mend it, and where, in code points of the text from 0."""

    def __init__(self, message: str, at: int) -> None:
        super().__init__(message)
        self.message = message
        self.at = at


class Scalar(Enum):
    """What sort of value stands for itself."""

    STRING = auto()
    NUMBER = auto()
    BOOL = auto()
    NULL = auto()


@dataclass(eq=False)
class Value:
    """A value that holds no others: what it reads as, and, once asked for, where that stands in the file."""

    text: str
    kind: Scalar
    _place: Callable[[], MappedText] = field(repr=False)

    @classmethod
    def whole(cls, text: MappedText) -> Value:
        """A text as a value."""
        return cls(text.text, Scalar.STRING, lambda: text)

    @cached_property
    def mapped(self) -> MappedText:
        """The same text, in its place."""
        return self._place()

    @property
    def words(self) -> str:
        """The text of a string; empty for any other kind."""
        return self.text if self.kind is Scalar.STRING else ""


@dataclass(eq=False)
class Listing:
    """Values one after another; `names` says what to call each where its number will not do (`row 7`)."""

    items: list[Node] = field(default_factory=list)
    names: list[str] | None = None

    def name(self, index: int) -> str:
        """How the item at `index` is called in a path."""
        return self.names[index] if self.names else f"[{index}]"


@dataclass(eq=False)
class Table:
    """Values under keys, in the order of the file; a key may come twice."""

    entries: list[tuple[str, Node]] = field(default_factory=list)


Node = Value | Listing | Table
