"""Needs: what must stand in a draft for a pattern to hold, as far as words say it.

A need leaves out whatever a parse would have to tell, so a pattern may fail where its need is met, and never holds
where it is not. Nodes are tuples: ("one", keys), ("any",), ("gap", words), ("maybe", node), ("row", nodes) and
("either", nodes), with keys as in `Word.keys`.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

Node = tuple[Any, ...]
NOTHING: Node = ("row", ())
"""The need of what may always hold."""


def one(keys: Iterable[str]) -> Node:
    """One word with one of these keys."""
    return ("one", frozenset(keys))


def row(nodes: Iterable[Node]) -> Node:
    """All of these; in order where order counts."""
    flat = [inner for node in nodes for inner in (node[1] if node[0] == "row" else (node,))]
    return flat[0] if len(flat) == 1 else ("row", tuple(flat))


def either(nodes: Iterable[Node]) -> Node:
    """One of these."""
    nodes = list(dict.fromkeys(nodes))
    words = [node for node in nodes if node[0] == "one"]
    if len(words) > 1:
        nodes = [one(frozenset().union(*(keys for _, keys in words))), *(node for node in nodes if node[0] != "one")]
    return nodes[0] if len(nodes) == 1 else ("either", tuple(nodes))


def loose(node: Node) -> Node:
    """What of a need must be there wherever it stands: without what may be any word, or none."""
    match node[0]:
        case "one":
            return node
        case "row":
            return row(dict.fromkeys(loose(each) for each in node[1]))
        case "either":
            branches = [loose(each) for each in node[1]]
            return NOTHING if NOTHING in branches else either(branches)
    return NOTHING


def branches(node: Node) -> list[Node]:
    """Needs of which one is met wherever a need is: one for each branch of the choice that has most."""
    if node[0] == "either":
        return list(node[1])
    if node[0] != "row":
        return [node]
    sizes = [len(each[1]) if each[0] == "either" else 0 for each in node[1]]
    most = max(sizes, default=0)
    if not most:
        return [node]
    at = sizes.index(most)
    return [row([*node[1][:at], branch, *node[1][at + 1 :]]) for branch in node[1][at][1]]
