"""One tree for all files that hold many items, whatever they are written in: lists, tables, and values in their place.

Each module turns the text of one container (JSON, YAML, CSV) into it; what in a tree is a message is said in `shapes`.
"""

from __future__ import annotations

from apologint.sources.tree.nodes import Listing, Node, Scalar, Table, TreeError, Value

__all__ = ["Listing", "Node", "Scalar", "Table", "TreeError", "Value"]
