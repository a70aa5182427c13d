"""What each key of a configuration file is called and what it takes."""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path
from typing import Any, Never, TypeVar

from apologint.config import DEFAULT_CEILINGS, CeilingSetting, Config, ConfigError, FailOn
from apologint.globs import Globs, is_glob
from apologint.language import Language
from apologint.model import Fault, Kind, Mode, Quality, Severity, Step
from apologint.nearest import instead
from apologint.sources.item import Markup
from apologint.sources.said import SaidSource, TreePath

AUTO = "auto"
_FULL = 100

_Choice = TypeVar("_Choice", bound=StrEnum)


@dataclass(frozen=True, slots=True)
class Place:
    """Where a value stands: its file, the keys that lead to it, and the lines (from 1) that are known."""

    path: Path
    lines: Mapping[tuple[str | int, ...], int] = field(default_factory=dict)
    keys: tuple[str | int, ...] = ()

    def at(self, key: str | int) -> Place:
        """The place of what stands under `key`."""
        return Place(self.path, self.lines, (*self.keys, key))

    def fail(self, message: str) -> Never:
        """Refuse the value that stands here.

        Raises:
            ConfigError: always.
        """
        known = (self.lines.get(self.keys[:depth]) for depth in range(len(self.keys), 0, -1))
        raise ConfigError(message, self.path, next((line for line in known if line), None))

    def __str__(self) -> str:
        return ".".join(str(key) if isinstance(key, str) else f"[{key + 1}]" for key in self.keys)


_Parser = Callable[[Any, Place], Any]


def read_settings(values: Mapping[str, Any], place: Place) -> Config:
    """The configuration that `values`, read from the file at `place`, make; a path in it is taken from that file on.

    Raises:
        ConfigError: a key is unknown, or a value is of the wrong type or out of range.
    """
    settings: dict[str, Any] = {}
    for key, value in values.items():
        name = _known(key, _SETTINGS, place, "setting")
        attribute, parse = _SETTINGS[name]
        settings[attribute] = parse(value, place.at(key))
    return Config(**settings)


def choice_names(choices: type[StrEnum]) -> dict[str, StrEnum]:
    """The names a user writes for `choices`, with hyphens."""
    return {choice.value.replace("_", "-"): choice for choice in choices}


def check_encoding(name: str) -> str:
    """`name`, if it is the name of a text encoding that Python knows.

    Raises:
        LookupError: it is not.
    """
    try:
        b"a".decode(name)
    except UnicodeError:
        return name
    except (LookupError, ValueError) as error:
        raise LookupError(f"unknown encoding '{name}': write a name such as utf-8 or cp1252") from error
    return name


def _known(key: str, known: Mapping[str, Any], place: Place, what: str) -> str:
    name = key.replace("_", "-")
    if name not in known:
        place.at(key).fail(f"unknown {what} '{key}': {instead(name, known)}".rstrip(": "))
    return name


def _wrong(value: Any, place: Place, expected: str) -> Never:
    place.fail(f"'{place}' is {value!r}: write {expected}")


def _text(value: Any, place: Place) -> str:
    return value if isinstance(value, str) and value else _wrong(value, place, "a text in quotes")


def _flag(value: Any, place: Place) -> bool:
    return value if isinstance(value, bool) else _wrong(value, place, "true or false")


def _names(value: Any, place: Place) -> tuple[str, ...]:
    if isinstance(value, str):
        return tuple(name.strip() for name in value.split(",") if name.strip())
    if not isinstance(value, list):
        _wrong(value, place, "a list of texts")
    return tuple(_text(item, place.at(index)) for index, item in enumerate(value))


def _folders(value: Any, place: Place) -> tuple[Path, ...]:
    return tuple(place.path.parent / name for name in _names(value, place))


def _globs(value: Any, place: Place) -> Globs | None:
    lines = _names(value, place)
    for index, line in enumerate(lines):
        if not is_glob(line):
            place.at(index).fail(f"'{line}' matches nothing: write a pattern such as *.md or old/")
    return Globs(lines, place.path.parent) if lines else None


def _number(low: float, high: float = math.inf) -> _Parser:
    expected = f"a number from {low:g}" + (f" to {high:g}" if math.isfinite(high) else "")

    def parse(value: Any, place: Place) -> float:
        if isinstance(value, bool) or not isinstance(value, int | float) or not math.isfinite(value):
            _wrong(value, place, expected)
        return float(value) if low <= value <= high else _wrong(value, place, expected)

    return parse


def _whole(low: int, high: int | None = None) -> _Parser:
    expected = f"a whole number from {low}" + (f" to {high}" if high else "")

    def parse(value: Any, place: Place) -> int:
        if isinstance(value, bool) or not isinstance(value, int) or value < low or (high and value > high):
            _wrong(value, place, expected)
        return value

    return parse


def _one_of(choices: type[_Choice]) -> Callable[[Any, Place], _Choice]:
    def parse(value: Any, place: Place) -> _Choice:
        by_name: Mapping[str, Any] = choice_names(choices)
        name = str(value).lower().replace("_", "-")
        if name not in by_name:
            place.fail(f"'{place}' is {value!r}: {instead(name, by_name)}")
        found: _Choice = by_name[name]
        return found

    return parse


def _auto_or(choices: type[_Choice]) -> _Parser:
    parse_choice = _one_of(choices)
    return lambda value, place: None if value == AUTO else parse_choice(value, place)


def _mapping(value: Any, place: Place, expected: str) -> Mapping[str, Any]:
    return value if isinstance(value, dict) else _wrong(value, place, expected)


def _table(parse: Callable[[Any, Place], Any]) -> _Parser:
    """A table with keys of the user's own."""

    def parse_table(value: Any, place: Place) -> Mapping[str, Any]:
        table = _mapping(value, place, "a table of 'name = value'")
        return {key: parse(item, place.at(key)) for key, item in table.items()}

    return parse_table


def _numbers_of(choices: type[StrEnum], default: Mapping[Any, float], number: _Parser) -> _Parser:
    """A table with a number for some of `choices`; the rest keep their default."""

    def parse_table(value: Any, place: Place) -> Mapping[StrEnum, float]:
        by_name = choice_names(choices)
        numbers = dict(default)
        for key, item in _mapping(value, place, f"a table with {', '.join(by_name)}").items():
            numbers[by_name[_known(key, by_name, place, "name")]] = number(item, place.at(key))
        return numbers

    return parse_table


def _weights(value: Any, place: Place) -> Mapping[StrEnum, float]:
    weights: Mapping[StrEnum, float] = _numbers_of(Step, _DEFAULT.weights, _number(0))(value, place)
    if not any(weights.values()):
        place.fail(f"'{place}' are all 0: give a step some weight")
    return weights


def _grades(value: Any, place: Place) -> Mapping[str, int]:
    grades: Mapping[str, int] = _table(_whole(0, _FULL))(value, place)
    return grades or _wrong(value, place, "a table of 'grade = lowest score'")


def _ceilings(value: Any, place: Place) -> tuple[CeilingSetting, ...]:
    """The default ceilings, with those of the user in place of the ones for the same matches, or after them."""
    if not isinstance(value, list):
        _wrong(value, place, "a list of tables with 'rule' and 'at-most'")
    ceilings = {(setting.rule, setting.tag, setting.without_tag): setting for setting in DEFAULT_CEILINGS}
    for index, item in enumerate(value):
        setting = _ceiling(item, place.at(index))
        ceilings[setting.rule, setting.tag, setting.without_tag] = setting
    return tuple(ceilings.values())


def _ceiling(value: Any, place: Place) -> CeilingSetting:
    table = _mapping(value, place, "a table with 'rule' and 'at-most'")
    settings = {}
    for key, item in table.items():
        name = _known(key, _CEILING_KEYS, place, "key of a ceiling")
        settings[name.replace("-", "_")] = _CEILING_KEYS[name](item, place.at(key))
    missing = [key for key in ("rule", "at-most") if key.replace("-", "_") not in settings]
    if missing:
        place.fail(f"a ceiling needs '{missing[0]}'")
    return CeilingSetting(**settings)


def _sources(value: Any, place: Place) -> tuple[SaidSource, ...]:
    if not isinstance(value, list):
        _wrong(value, place, "a list of tables with 'files' and 'body'")
    return tuple(_source(item, place.at(index)) for index, item in enumerate(value))


def _source(value: Any, place: Place) -> SaidSource:
    table = _mapping(value, place, "a table with 'files' and 'body'")
    settings = {}
    for key, item in table.items():
        name = _known(key, _SOURCE_KEYS, place, "key of a source")
        settings[name] = _SOURCE_KEYS[name](item, place.at(key))
    if settings.get("files") is None:
        place.fail("a source needs 'files'")
    if "title" in settings and "body" not in settings:
        place.at("title").fail("a source with a 'title' needs a 'body': say where the texts stand too")
    return SaidSource(**settings)


def _tree_path(value: Any, place: Place) -> TreePath:
    try:
        return TreePath.parse(_text(value, place))
    except ValueError as error:
        place.fail(f"'{place}': {error}")


def _encoding(value: Any, place: Place) -> str:
    try:
        return check_encoding(_text(value, place))
    except LookupError as error:
        place.fail(str(error))


_DEFAULT = Config()
_CEILING_KEYS: Mapping[str, _Parser] = {
    "rule": _text,
    "at-most": _whole(0, _FULL),
    "reason": _text,
    "tag": _text,
    "without-tag": _text,
}
_SOURCE_KEYS: Mapping[str, _Parser] = {
    "files": _globs,
    "body": _tree_path,
    "title": _tree_path,
    "markup": _one_of(Markup),
}
_SETTINGS: Mapping[str, tuple[str, _Parser]] = {
    "select": ("select", _names),
    "ignore": ("ignore", _names),
    "severity": ("severities", _table(_one_of(Severity))),
    "rules": ("rule_dirs", _folders),
    "builtin-rules": ("builtin_rules", _flag),
    "words": ("lexicons", _table(_names)),
    "weights": ("weights", _weights),
    "qualities": ("quality_factors", _numbers_of(Quality, _DEFAULT.quality_factors, _number(0, 1))),
    "points": ("severity_points", _numbers_of(Severity, _DEFAULT.severity_points, _number(0))),
    "repeat-factor": ("repeat_factor", _number(0, 1)),
    "rule-cap": ("rule_cap", _number(0)),
    "total-cap": ("total_cap", _number(0)),
    "ceilings": ("ceilings", _ceilings),
    "grades": ("grades", _grades),
    "min-score": ("min_score", _whole(0, _FULL)),
    "fail-on": ("fail_on", _one_of(FailOn)),
    "include": ("include", _globs),
    "exclude": ("exclude", _globs),
    "force-exclude": ("force_exclude", _flag),
    "sources": ("sources", _sources),
    "language": ("language", _one_of(Language)),
    "fault": ("fault", _one_of(Fault)),
    "kind": ("kind", _auto_or(Kind)),
    "mode": ("mode", _auto_or(Mode)),
    "encoding": ("encoding", _encoding),
    "max-bytes": ("max_bytes", _whole(1)),
    "model": ("model", _text),
}
