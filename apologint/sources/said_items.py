"""The messages in a file for which the configuration says where they stand."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import takewhile

from apologint.model import Skipped
from apologint.said import Each, SaidSource, Step, TreePath, shown
from apologint.source_errors import SourceError
from apologint.sources.formats import tree_of
from apologint.sources.item import Item
from apologint.sources.shapes.keys import hidden_because
from apologint.sources.shapes.messages import item_of
from apologint.sources.shapes.prose import count_words
from apologint.sources.shapes.spot import Message, Spot, strings
from apologint.sources.suppress.own_key import said_in
from apologint.sources.text_file import TextFile
from apologint.sources.tree import Listing, Node, Table, Value

_WORDS = 2


def said_items(file: TextFile, sources: Sequence[SaidSource]) -> list[Item | Skipped] | None:
    """The messages in `file` that `sources` tell of, None where none of them is for it.

    Raises:
        SourceError: the file is broken, is none that a path can lead into, or a path leads nowhere in it.
    """
    matching = [source for source in sources if source.is_for(file.path)]
    return [item for source in matching for item in _items(file, source)] if matching else None


def _items(file: TextFile, source: SaidSource) -> Iterator[Item | Skipped]:
    if source.body is None:
        item = item_of(Message("", Value.whole(file.mapped), None, source.markup))
        yield replace(item, id=None)
        return
    root = tree_of(file)
    if root is None:
        raise SourceError(
            file.path, f"'{source.body}' of the sources leads into JSON, YAML or CSV, and this is neither"
        )
    body, title = (_from_root(path, root) for path in (source.body, source.title))
    found = list(select(Spot(root), body))
    if not found and (missing := _missing(root, body)):
        raise SourceError(file.path, f"'{source.body}' of the sources leads nowhere: {missing}: mend it there")
    shared = _shared(body, title)
    yield from _messages(file.path, found, shared, title[shared:], source)


def _messages(
    path: str, found: list[Spot], shared: int, title: tuple[Step, ...], source: SaidSource
) -> Iterator[Item | Skipped]:
    """Each text of two words or more; it is called by what its title is shared by, unless another text is too."""
    texts = [(spot, value) for spot in found for value in strings(spot.node) if count_words(value.text) >= _WORDS]
    owners = [spot.way()[shared] for spot, _ in texts]
    count = Counter(owner.path for owner in owners)
    for (spot, value), owner in zip(texts, owners, strict=True):
        name = owner.path if count[owner.path] == 1 else spot.path
        words = _title(owner, title)
        reason = next((why for above in spot.way()[1:] if (why := hidden_because(above.fields))), None)
        if reason:
            yield Skipped(path, name or None, words, reason)
        else:
            yield said_in(item_of(Message(name, value, words, source.markup)), spot.said_to_us())


def _title(owner: Spot, steps: tuple[Step, ...]) -> str | None:
    nodes = (spot.node for spot in select(owner, steps)) if steps else ()
    return next((node.text for node in nodes if isinstance(node, Value)), None)


def select(spot: Spot, steps: Sequence[Step]) -> Iterator[Spot]:
    """Every spot that `steps` lead to from `spot`, in order."""
    if not steps:
        yield spot
        return
    for below in spot.below():
        if _leads(spot, below, steps[0]):
            yield from select(below, steps[1:])


def _leads(spot: Spot, below: Spot, step: Step) -> bool:
    if isinstance(step, str):
        return isinstance(spot.node, Table) and below.key == step
    if isinstance(step, Each):
        return isinstance(spot.node, Table if step.names else Listing)
    return isinstance(spot.node, Listing) and step < len(spot.node.items) and spot.node.items[step] is below.node


def _from_root(path: TreePath | None, root: Node) -> tuple[Step, ...]:
    """The steps of a path; one that begins with a name begins in each row of a table of rows."""
    steps = path.steps if path else ()
    return (Each(), *steps) if isinstance(root, Listing) and steps and isinstance(steps[0], str) else steps


def _shared(body: tuple[Step, ...], title: tuple[Step, ...]) -> int:
    """How many steps the two begin with together; without a title, all but the name of the body."""
    if title:
        return len(list(takewhile(lambda pair: pair[0] == pair[1], zip(body, title, strict=False))))
    return len(body) - 1 if isinstance(body[-1], str) else len(body)


def _missing(root: Node, steps: tuple[Step, ...]) -> str | None:
    """Which step is not there; None where it is only that a list on the way is empty."""
    depth = next(depth for depth in range(len(steps)) if not any(select(Spot(root), steps[: depth + 1])))
    stops = list(select(Spot(root), steps[:depth]))
    if isinstance(steps[depth], Each) and any(
        isinstance(stop.node, Listing | Table) and not list(stop.below()) for stop in stops
    ):
        return None
    before = f"under '{shown(steps[:depth])}'" if depth else "at the top"
    return f"there is no '{shown(steps[depth : depth + 1])}' {before}"
