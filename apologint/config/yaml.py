"""Configuration files in YAML as plain values, with the line of each key."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from apologint.config.place import ConfigError, Keys, Raw
from apologint.yaml_lines.read import YamlError
from apologint.yaml_lines.read import read_yaml as read_mapping
from apologint.yaml_lines.values import LineDict, LineList

_EXPECTED = "settings at the top, such as 'min-score: 80'"


def read_yaml(path: Path) -> Raw:
    """The YAML file at `path`.

    Raises:
        ConfigError: it cannot be read, is not YAML, or holds no mapping.
    """
    try:
        values = read_mapping(path, _EXPECTED)
    except YamlError as error:
        raise ConfigError(error.message, path, error.line) from error
    return Raw(values, dict(_yaml_lines(values, ())))


def _yaml_lines(value: Any, above: Keys) -> Iterator[tuple[Keys, int]]:
    items: list[tuple[str | int, int, Any]]
    if isinstance(value, LineDict):
        items = [(key, value.lines[key], inner) for key, inner in value.items()]
    elif isinstance(value, LineList):
        items = [(index, line, inner) for index, (line, inner) in enumerate(value.numbered())]
    else:
        return
    for key, line, inner in items:
        yield (*above, key), line
        yield from _yaml_lines(inner, (*above, key))
