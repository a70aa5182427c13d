"""The settings that hold, as a file would say them, and where each comes from."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from apologint.config.config import Config
from apologint.config.place import Place, from_here
from apologint.config.settings import SETTINGS

DEFAULT = "default"
_BARE_KEY = re.compile(r"[\w-]+", re.ASCII)


@dataclass(frozen=True, slots=True)
class ShownSetting:
    """One setting: the keys that lead to it, what it is as a file would say it, and where it comes from.

    `value` is None where it is not set. `origin` is `default`, or a file and a line.
    """

    keys: tuple[str, ...]
    value: Any
    origin: str

    @property
    def name(self) -> str:
        """The keys, with dots between."""
        return ".".join(self.keys)


def shown_settings(config: Config) -> Iterator[ShownSetting]:
    """Each setting of `config` in the order of the table; in a table of settings each key by itself."""
    default = Config()
    for key, setting in SETTINGS.items():
        value = setting.value.written(getattr(config, setting.attribute))
        usual = setting.value.written(getattr(default, setting.attribute))
        yield from _rows((key,), value, usual, config.said.get(setting.attribute))


def as_toml(settings: Iterator[ShownSetting]) -> Iterator[str]:
    """The lines of a TOML file that says all `settings`, each with its origin behind it."""
    tables: dict[tuple[str, ...], list[ShownSetting]] = {}
    for one in settings:
        above = one.keys if _is_tables(one.value) else one.keys[:-1]
        tables.setdefault(above, []).append(one)
    for keys, rows in sorted(tables.items(), key=lambda item: bool(item[0])):
        header = ".".join(map(_key, keys))
        if _is_tables(rows[0].value):
            for item in rows[0].value:
                yield from ("", f"[[{header}]]  # {rows[0].origin}", *_pairs(item))
            continue
        if header:
            yield from ("", f"[{header}]")
        yield from map(_line, rows)


def as_json(settings: Iterator[ShownSetting]) -> list[dict[str, Any]]:
    """The `settings` as objects of JSON."""
    return [{"setting": one.name, "value": one.value, "from": one.origin} for one in settings]


def _rows(keys: tuple[str, ...], value: Any, usual: Any, place: Place | None) -> Iterator[ShownSetting]:
    if not isinstance(value, dict):
        yield ShownSetting(keys, value, _origin(place, is_usual=value == usual))
        return
    for key, item in value.items():
        below = usual.get(key) if isinstance(usual, dict) else None
        yield from _rows((*keys, key), item, below, place and _below(place, key))


def _below(place: Place, key: str) -> Place:
    spelt = place.at(key.replace("-", "_"))
    return spelt if spelt.is_exact else place.at(key)


def _origin(place: Place | None, *, is_usual: bool) -> str:
    if place is None or (is_usual and not place.is_exact):
        return DEFAULT
    return f"{from_here(place.path)}:{place.line}"


def _is_tables(value: Any) -> bool:
    return isinstance(value, list) and bool(value) and isinstance(value[0], dict)


def _line(one: ShownSetting) -> str:
    if one.value is None:
        return f"# {one.keys[-1]} is not set"
    return f"{_key(one.keys[-1])} = {_value(one.value)}  # {one.origin}"


def _pairs(table: Mapping[str, Any]) -> Iterator[str]:
    return (f"{_key(key)} = {_value(value)}" for key, value in table.items())


def _key(key: str) -> str:
    return key if _BARE_KEY.fullmatch(key) else _value(key)


def _value(value: Any) -> str:
    """A value as TOML writes it, which is as JSON does but for tables and one character."""
    if isinstance(value, dict):
        return f"{{{', '.join(_pairs(value))}}}"
    return json.dumps(value, ensure_ascii=False).replace("\x7f", "\\u007f")
