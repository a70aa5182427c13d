"""YAML as plain Python values that remember their line, so that every complaint about a rule file can name it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import yaml

from apologint.engine.rules import RuleError

_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


class LineDict(dict[str, Any]):
    """A mapping with the line of the mapping and of each key, counted from 1."""

    line: int = 0
    lines: dict[str, int]


class LineList(list[Any]):
    """A sequence with the line of the sequence and of each item, counted from 1."""

    line: int = 0
    lines: list[int]

    def numbered(self) -> Iterator[tuple[int, Any]]:
        """Each item behind its line."""
        return zip(self.lines, self, strict=True)


def read_yaml(path: Path) -> LineDict:
    """The mapping in a YAML file.

    Raises:
        RuleError: the file cannot be read, is not YAML, repeats a key, or holds something other than a mapping.
    """
    try:
        text = path.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        raise RuleError(path, 1, f"cannot be read: {error}") from error
    loader = _LOADER(text)
    try:
        node = loader.get_single_node()
        value = _value(node, loader, path) if node is not None else LineDict()
    except yaml.MarkedYAMLError as error:
        line = error.problem_mark.line + 1 if error.problem_mark else 1
        raise RuleError(path, line, f"is not valid YAML: {error.problem}") from error
    except yaml.YAMLError as error:
        raise RuleError(path, 1, f"is not valid YAML: {error}") from error
    finally:
        loader.dispose()
    if not isinstance(value, LineDict):
        raise RuleError(path, 1, "expected a mapping with 'rules:' or word lists at the top")
    return value


def _value(node: yaml.Node, loader: Any, path: Path) -> Any:
    line = node.start_mark.line + 1
    if isinstance(node, yaml.MappingNode):
        return _mapping(node, loader, path, line)
    if isinstance(node, yaml.SequenceNode):
        items = LineList(_value(child, loader, path) for child in node.value)
        items.line = line
        items.lines = [child.start_mark.line + 1 for child in node.value]
        return items
    if node.tag == "tag:yaml.org,2002:bool" and node.value.lower() not in ("true", "false"):
        return node.value  # YAML 1.1 reads a bare yes, no, on, off as a truth value; in a word list they are words
    return loader.construct_object(node, deep=True)


def _mapping(node: yaml.MappingNode, loader: Any, path: Path, line: int) -> LineDict:
    mapping = LineDict()
    mapping.line = line
    mapping.lines = {}
    for key_node, value_node in node.value:
        key = loader.construct_object(key_node, deep=True)
        key_line = key_node.start_mark.line + 1
        if isinstance(key, bool):
            key = key_node.value
        if key in mapping:
            raise RuleError(path, key_line, f"'{key}' stands twice; keep one")
        mapping[str(key)] = _value(value_node, loader, path)
        mapping.lines[str(key)] = key_line
    return mapping
