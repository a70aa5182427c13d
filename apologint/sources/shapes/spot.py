"""Where a reader stands in a tree, and what it hands back."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property, lru_cache

from apologint.model import Markup
from apologint.sources.suppress.key import OWN_KEY
from apologint.sources.tree import Listing, Node, Scalar, Table, Value
from apologint.text import late
from apologint.text.mapped import joined

_CAPITAL = late.pattern(r"(?<=[a-z0-9])(?=[A-Z])")
_OTHER_THAN_WORD = late.pattern(r"[\W_]+")
_LONGEST_NAME = 60
_NO = frozenset(("false", "no", "off", "0", "n", "f"))


@dataclass(frozen=True, slots=True)
class Message:
    """A message in a tree; `path` leads to it, `markup` is None where its words must tell."""

    path: str
    body: Value
    title: str | None = None
    markup: Markup | None = None


@dataclass(frozen=True, slots=True)
class Hidden:
    """A message that no customer sees, and why."""

    path: str
    title: str | None
    reason: str


Found = Iterable[Message | Hidden]


@dataclass(eq=False)
class Spot:
    """A node with the way to it: `name` is what the last step is called, `key` the key, empty for an item."""

    node: Node
    name: str = ""
    key: str = ""
    above: Spot | None = None

    @property
    def path(self) -> str:
        """The way from the top: `macros[12].body`, empty for the top itself."""
        names = [spot.name for spot in self.way()[1:]]
        glued = (name if name.startswith("[") or not index else f".{name}" for index, name in enumerate(names))
        return "".join(glued)

    @cached_property
    def fields(self) -> Fields:
        """What stands in a table, by names; empty for any other node."""
        return Fields(self.node if isinstance(self.node, Table) else Table())

    def answer(self, question: Callable[[Spot], bool]) -> bool:
        """What `question` says of this spot; it is asked once, however many ask from below."""
        if question not in self._answers:
            self._answers[question] = question(self)
        return self._answers[question]

    @cached_property
    def _answers(self) -> dict[Callable[[Spot], bool], bool]:
        return {}

    def way(self) -> list[Spot]:
        """The spots from the top to this one."""
        spots = [self]
        while spots[-1].above:
            spots.append(spots[-1].above)
        return spots[::-1]

    def said_to_us(self) -> Iterator[Node]:
        """What stands under the key `apologint` of this table and of those that it stands in."""
        spot: Spot | None = self
        while spot:
            if node := spot.fields.node(OWN_KEY):
                yield node
            spot = spot.above

    def below(self) -> Iterator[Spot]:
        """The spots of what the node holds, in order; what it says to apologint is none of it."""
        if isinstance(self.node, Listing):
            for index, item in enumerate(self.node.items):
                yield Spot(item, self.node.name(index), "", self)
        elif isinstance(self.node, Table):
            for key, item in self.node.entries:
                if key == OWN_KEY:
                    continue
                yield Spot(item, shown(key), key, self)


class Fields:
    """The entries of a table by their names, however those are spelled: `body_html` is `bodyHtml` and `Body-HTML`."""

    def __init__(self, table: Table) -> None:
        self._nodes: dict[str, Node] = {}
        for key, node in table.entries:
            self._nodes.setdefault(plain_name(key), node)

    def __contains__(self, name: str) -> bool:
        return name in self._nodes

    def __iter__(self) -> Iterator[str]:
        return iter(self._nodes)

    def has(self, *names: str) -> bool:
        """Whether every one of `names` is there."""
        return all(name in self._nodes for name in names)

    def node(self, *names: str) -> Node | None:
        """What stands under the first of `names` that is there."""
        return next((self._nodes[name] for name in names if name in self._nodes), None)

    def words(self, *names: str) -> str | None:
        """The first string under `names` that is not blank, without blanks around it."""
        return next((node.words.strip() for node in self._values(names) if node.words.strip()), None)

    def is_off(self, *names: str) -> bool:
        """Whether one of `names` says no."""
        return any(says_no(node) for node in self._values(names))

    def is_on(self, *names: str) -> bool:
        """Whether one of `names` says yes: something other than no, nothing and zero."""
        return any(
            node.text.strip() and node.kind is not Scalar.NULL and not says_no(node) for node in self._values(names)
        )

    def _values(self, names: Iterable[str]) -> Iterator[Value]:
        nodes = (self._nodes[name] for name in names if name in self._nodes)
        return (node for node in nodes if isinstance(node, Value))


def says_no(node: Node) -> bool:
    """Whether a value is false, however that is written."""
    return isinstance(node, Value) and node.text.strip().lower() in _NO


def strings(node: Node | None) -> list[Value]:
    """The strings of a list of strings; a lone string is a list of one, anything else none."""
    if isinstance(node, Value):
        return [node] if node.kind is Scalar.STRING else []
    items = node.items if isinstance(node, Listing) else []
    values = [item for item in items if isinstance(item, Value) and item.kind is Scalar.STRING]
    return values if len(values) == len(items) else []


def as_lines(values: list[Value]) -> Value:
    """One value of many, each on a line of its own."""
    if len(values) == 1:
        return values[0]
    text = "\n".join(value.text for value in values)
    return Value(text, Scalar.STRING, lambda: joined((value.mapped for value in values), "\n"))


@lru_cache(maxsize=4096)
def plain_name(key: str) -> str:
    """A key in small letters with `_` between its words; one in front stays, which marks a note in a settings file."""
    return _OTHER_THAN_WORD.sub("_", _CAPITAL.sub("_", key)).rstrip("_").lower()


def shown(key: str) -> str:
    """A key as part of a path: one line, and not too long."""
    name = " ".join(key.split())
    return name if len(name) <= _LONGEST_NAME else name[: _LONGEST_NAME - 1] + "…"
