"""Configuration files in TOML as plain values, with the line of each key."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from apologint.config.place import ConfigError, Keys, Raw

_TABLE = ("tool", "apologint")
_TOML_LINE = re.compile(r"line (\d+)")
_HEADER = re.compile(r"\s*(\[\[?)\s*([^\]#]+?)\s*\]")
_KEY = re.compile(r"\s*([\w.\"'-]+(?:\s*\.\s*[\w\"'-]+)*)\s*=")


def has_own_table(raw: Raw) -> bool:
    """Whether a `pyproject.toml` has a table of ours."""
    return _table(raw.values) is not None


def own_table(raw: Raw, path: Path) -> Raw:
    """Our table in the `pyproject.toml` at `path`.

    Raises:
        ConfigError: there is none.
    """
    table = _table(raw.values)
    if table is None:
        raise ConfigError(f"no table [{'.'.join(_TABLE)}]: add one, or leave out --config", path)
    depth = len(_TABLE)
    return Raw(table, {keys[depth:]: line for keys, line in raw.lines.items() if keys[:depth] == _TABLE})


def _table(values: Mapping[str, Any]) -> Mapping[str, Any] | None:
    tool = values.get(_TABLE[0])
    table = tool.get(_TABLE[1]) if isinstance(tool, dict) else None
    return table if isinstance(table, dict) else None


def read_toml(path: Path) -> Raw:
    """The TOML file at `path`.

    Raises:
        ConfigError: it cannot be read, or is not TOML.
    """
    try:
        text = path.read_text(encoding="utf-8-sig")
        return Raw(tomllib.loads(text), dict(_toml_lines(text)))
    except tomllib.TOMLDecodeError as error:
        line = _TOML_LINE.search(str(error))
        raise ConfigError(f"not TOML: {error}", path, int(line[1]) if line else None) from error
    except (OSError, UnicodeDecodeError, RecursionError) as error:
        raise ConfigError(f"cannot be read: {error}", path) from error


def _toml_lines(text: str) -> Iterator[tuple[Keys, int]]:
    """Where each table and key of a TOML text stands; keys inside an inline table or array are not told apart."""
    table: Keys = ()
    items: dict[Keys, int] = {}
    for number, line in enumerate(text.splitlines(), start=1):
        if header := _HEADER.match(line):
            table = _split(header[2])
            if header[1] == "[[":
                items[table] = items.get(table, -1) + 1
                table = (*table, items[table])
            yield table, number
        elif key := _KEY.match(line):
            yield (*table, *_split(key[1])), number


def _split(dotted: str) -> Keys:
    return tuple(part.strip().strip("\"'") for part in dotted.split("."))
