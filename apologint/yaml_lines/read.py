"""YAML as plain Python values that remember their line."""

from __future__ import annotations

from pathlib import Path
from typing import Any, NoReturn

import yaml

from apologint.yaml_lines.values import LineDict, LineList

_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_TAG = "tag:yaml.org,2002:"
_TEXT = (f"{_TAG}str", f"{_TAG}timestamp")  # nothing in a rule is a date, so what looks like one is a text

_BEGINS_OTHER = frozenset("@`%*&!:|>")
"""What begins an alias, a tag and so on in YAML, and in a rule as often a wording."""


class YamlError(Exception):
    """A YAML file that cannot be used, and in which line, counted from 1."""

    def __init__(self, line: int, message: str) -> None:
        super().__init__(f"line {line}: {message}")
        self.line = line
        self.message = message


def read_yaml(path: Path, expected: str) -> LineDict:
    """The mapping in a YAML file; `expected` says what it should hold where it holds none.

    Raises:
        YamlError: the file cannot be read, is not YAML, repeats a key, or holds something other than a mapping.
    """
    try:
        content = path.read_bytes()
        text = content.decode("utf-8-sig").replace("\r\n", "\n").replace("\r", "\n")
    except OSError as error:
        raise YamlError(1, f"cannot be read: {error}") from error
    except UnicodeDecodeError as error:
        line = content[: error.start].count(b"\n") + 1
        raise YamlError(line, f"is not UTF-8: save it as UTF-8 ({error.reason})") from error
    loader = _LOADER(text)
    try:
        node = loader.get_single_node()
        value = _Values(loader).of(node) if node is not None else LineDict()
    except yaml.MarkedYAMLError as error:
        line = error.problem_mark.line + 1 if error.problem_mark else 1
        raise YamlError(line, f"is not valid YAML: {error.problem}{_hint(error, text)}") from error
    except yaml.YAMLError as error:
        raise YamlError(1, f"is not valid YAML: {error}") from error
    except RecursionError as error:
        raise YamlError(1, "is nested too deeply") from error
    finally:
        loader.dispose()
    if not isinstance(value, LineDict):
        raise YamlError(1, f"expected {expected}")
    return value


def _hint(error: yaml.MarkedYAMLError, text: str) -> str:
    """What to do about a character that begins something else in YAML than a text."""
    mark = error.problem_mark
    lines = text.split("\n")
    if mark is None or mark.line >= len(lines):
        return ""
    here = lines[mark.line][max(mark.column - 1, 0) : mark.column + 1]
    if "\t" in here:
        return "; indent with blanks instead of tabs"
    return "; put the text in quotes" if _BEGINS_OTHER.intersection(here) else ""


class _Values:
    """The values of the nodes of one file; a node that several aliases name is read once."""

    def __init__(self, loader: Any) -> None:
        self.loader = loader
        self.read: dict[yaml.Node, Any] = {}
        self.reading: set[yaml.Node] = set()

    def of(self, node: yaml.Node) -> Any:
        if isinstance(node, yaml.ScalarNode):
            return self.scalar(node)
        if node not in self.read:
            if node in self.reading:
                self.fail(node, "an alias holds itself")
            self.reading.add(node)
            self.read[node] = self.mapping(node) if isinstance(node, yaml.MappingNode) else self.sequence(node)
        return self.read[node]

    def fail(self, node: yaml.Node, message: str) -> NoReturn:
        raise YamlError(_line(node), message)

    def scalar(self, node: yaml.ScalarNode) -> Any:
        if node.tag in _TEXT:
            return node.value
        if node.tag == f"{_TAG}bool" and node.value.lower() not in ("true", "false"):
            return node.value  # YAML 1.1 reads a bare yes, no, on, off as a truth value; in a word list they are words
        try:
            return self.loader.construct_object(node)
        except ValueError as error:
            self.fail(node, f"'{node.value}' cannot be read: {error}; put it in quotes if it is a text")

    def sequence(self, node: yaml.Node) -> LineList:
        items = LineList(map(self.of, node.value))
        items.line = _line(node)
        items.lines = list(map(_line, node.value))
        return items

    def mapping(self, node: yaml.MappingNode) -> LineDict:
        mapping = LineDict()
        mapping.line = _line(node)
        mapping.lines = {}
        for key_node, value_node in node.value:
            if not isinstance(key_node, yaml.ScalarNode):
                self.fail(key_node, "a key should be a word")
            key = key_node.value
            if key in mapping:
                self.fail(key_node, f"'{key}' stands twice; keep one")
            mapping[key] = self.of(value_node)
            mapping.lines[key] = _line(key_node)
        return mapping


def _line(node: yaml.Node) -> int:
    line: int = node.start_mark.line + 1
    return line
