"""Finding the configuration file and reading it; what its keys mean is said in `settings`."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from apologint.config import Config, ConfigError
from apologint.engine.rules import RuleError
from apologint.engine.yaml_nodes import LineDict, LineList, read_yaml
from apologint.place import Place
from apologint.settings import read_settings

PYPROJECT = "pyproject.toml"
OWN_NAMES = ("apologint.toml", ".apologint.yaml", ".apologint.yml")
_TABLE = ("tool", "apologint")
_TOML_LINE = re.compile(r"line (\d+)")
_HEADER = re.compile(r"\s*(\[\[?)\s*([^\]#]+?)\s*\]")
_KEY = re.compile(r"\s*([\w.\"'-]+(?:\s*\.\s*[\w\"'-]+)*)\s*=")

_Keys = tuple[str | int, ...]


def find_config(start: Path) -> Path | None:
    """The configuration for the folder `start`: the nearest in it or above it, None where there is none.

    A `pyproject.toml` counts if it has a table `[tool.apologint]`.

    Raises:
        ConfigError: one folder holds two configurations, or a `pyproject.toml` is not TOML.
    """
    for folder in (start, *start.parents):
        found = [folder / name for name in OWN_NAMES if (folder / name).is_file()]
        pyproject = folder / PYPROJECT
        if pyproject.is_file() and _table(_read_toml(pyproject).values) is not None:
            found.append(pyproject)
        if len(found) > 1:
            names = " and ".join(path.name for path in found)
            raise ConfigError(f"two configurations in one folder, {names}: keep one", folder)
        if found:
            return found[0]
    return None


def load_config(path: Path) -> Config:
    """The settings in a configuration file; what it does not set keeps its default.

    Raises:
        ConfigError: the file cannot be read, or a key or value in it is not known.
    """
    if path.suffix == ".toml":
        raw = _read_toml(path)
        if path.name == PYPROJECT:
            raw = _own_table(raw, path)
    else:
        raw = _read_yaml(path)
    return read_settings(raw.values, Place(path, raw.lines))


@dataclass(frozen=True, slots=True)
class _Raw:
    values: Mapping[str, Any]
    lines: Mapping[_Keys, int]


def _table(values: Mapping[str, Any]) -> Mapping[str, Any] | None:
    tool = values.get(_TABLE[0])
    table = tool.get(_TABLE[1]) if isinstance(tool, dict) else None
    return table if isinstance(table, dict) else None


def _own_table(raw: _Raw, path: Path) -> _Raw:
    table = _table(raw.values)
    if table is None:
        raise ConfigError(f"no table [{'.'.join(_TABLE)}]: add one, or leave out --config", path)
    depth = len(_TABLE)
    return _Raw(table, {keys[depth:]: line for keys, line in raw.lines.items() if keys[:depth] == _TABLE})


def _read_toml(path: Path) -> _Raw:
    try:
        text = path.read_text(encoding="utf-8-sig")
        return _Raw(tomllib.loads(text), dict(_toml_lines(text)))
    except tomllib.TOMLDecodeError as error:
        line = _TOML_LINE.search(str(error))
        raise ConfigError(f"not TOML: {error}", path, int(line[1]) if line else None) from error
    except (OSError, UnicodeDecodeError, RecursionError) as error:
        raise ConfigError(f"cannot be read: {error}", path) from error


def _toml_lines(text: str) -> Iterator[tuple[_Keys, int]]:
    """Where each table and key of a TOML text stands; keys inside an inline table or array are not told apart."""
    table: _Keys = ()
    items: dict[_Keys, int] = {}
    for number, line in enumerate(text.splitlines(), start=1):
        if header := _HEADER.match(line):
            table = _split(header[2])
            if header[1] == "[[":
                items[table] = items.get(table, -1) + 1
                table = (*table, items[table])
            yield table, number
        elif key := _KEY.match(line):
            yield (*table, *_split(key[1])), number


def _split(dotted: str) -> _Keys:
    return tuple(part.strip().strip("\"'") for part in dotted.split("."))


def _read_yaml(path: Path) -> _Raw:
    try:
        values = read_yaml(path)
    except RuleError as error:
        raise ConfigError(error.message, path, error.line) from error
    return _Raw(values, dict(_yaml_lines(values, ())))


def _yaml_lines(value: Any, above: _Keys) -> Iterator[tuple[_Keys, int]]:
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
