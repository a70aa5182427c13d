"""Values that hold others by name, and lists of such."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from apologint.choices import choice_names
from apologint.config.place import Place
from apologint.config.values.plain import Number
from apologint.config.values.value import Value
from apologint.json_schema import JsonSchema
from apologint.text.nearest import instead


@dataclass(frozen=True, slots=True)
class Table(Value):
    """A table with keys of the user's own."""

    values: Value
    expected: str = "a table of 'name = value'"
    may_be_empty: bool = True

    def parse(self, value: Any, place: Place) -> Mapping[str, Any]:
        """The values by key."""
        if not isinstance(value, dict) or not (value or self.may_be_empty):
            self.refuse(value, place)
        return {key: self.values.parse(item, place.at(key)) for key, item in value.items()}

    def schema(self) -> JsonSchema:
        """As in `Value`."""
        least = {} if self.may_be_empty else {"minProperties": 1}
        return {"type": "object", "additionalProperties": self.values.schema(), **least}

    def written(self, value: Mapping[str, Any]) -> dict[str, Any]:
        """As in `Value`."""
        return {key: self.values.written(item) for key, item in value.items()}


@dataclass(frozen=True, slots=True)
class Record(Value):
    """A table with fixed keys, hyphenated, of which some are `needed`; `make` takes the values by Python's names.

    `what` is the name of such a table in a complaint: "a ceiling".
    """

    what: str
    keys: Mapping[str, Value]
    make: Callable[..., Any] = dict
    needed: tuple[str, ...] = ()

    @property
    def expected(self) -> str:
        """What to write, in a few words."""
        return f"a table with {self._listed()}"

    def _listed(self) -> str:
        quoted = [f"'{key}'" for key in self.needed]
        return " and ".join(quoted) if quoted else ", ".join(self.keys)

    def parse(self, value: Any, place: Place) -> Any:
        """What `make` makes of the values."""
        if not isinstance(value, dict):
            self.refuse(value, place)
        values = {}
        for key, item in value.items():
            name = known(key, self.keys, place, f"key of {self.what}")
            values[name.replace("-", "_")] = self.keys[name].parse(item, place.at(key))
        for key in self.needed:
            if values.get(key.replace("-", "_")) is None:
                place.fail(f"{self.what} needs '{key}'")
        return self.make(**values)

    def schema(self) -> JsonSchema:
        """As in `Value`."""
        return closed({key: value.schema() for key, value in self.keys.items()}, self.needed)

    def written(self, value: Any) -> dict[str, Any]:
        """As in `Value`; what is not given is left out."""
        fields = value if isinstance(value, Mapping) else _Fields(value)
        given = ((key, fields.get(key, fields.get(key.replace("-", "_")))) for key in self.keys)
        return {key: self.keys[key].written(item) for key, item in given if item not in (None, "")}


@dataclass(frozen=True, slots=True)
class Records(Value):
    """A list of tables."""

    record: Record

    @property
    def expected(self) -> str:
        """What to write, in a few words."""
        return "a list of tables" + self.record.expected.removeprefix("a table")

    def parse(self, value: Any, place: Place) -> tuple[Any, ...]:
        """The tables in order."""
        if isinstance(value, dict) and place.path.suffix == ".toml":
            place.fail(f"'{place}' is one table, and there can be several: write [[{place}]]")
        if not isinstance(value, list):
            self.refuse(value, place)
        return tuple(self.record.parse(item, place.at(index)) for index, item in enumerate(value))

    def schema(self) -> JsonSchema:
        """As in `Value`."""
        return {"type": "array", "items": self.record.schema()}

    def written(self, value: tuple[Any, ...]) -> list[dict[str, Any]]:
        """As in `Value`."""
        return [self.record.written(item) for item in value]


@dataclass(frozen=True, slots=True)
class NumbersOf(Value):
    """A table with a number for some of `choices`; the rest keep their `default`."""

    choices: type[StrEnum]
    default: Mapping[Any, float]
    number: Number
    not_all_zero: bool = False

    @property
    def expected(self) -> str:
        """What to write, in a few words."""
        return f"a table with {', '.join(choice_names(self.choices))}"

    def parse(self, value: Any, place: Place) -> Mapping[Any, float]:
        """The numbers by choice."""
        if not isinstance(value, dict):
            self.refuse(value, place)
        by_name = choice_names(self.choices)
        numbers = dict(self.default)
        for key, item in value.items():
            numbers[by_name[known(key, by_name, place, "name")]] = self.number.parse(item, place.at(key))
        if self.not_all_zero and not any(numbers.values()):
            place.fail(f"'{place}' are all 0: give a step some weight")
        return numbers

    def schema(self) -> JsonSchema:
        """As in `Value`."""
        return closed({name: self.number.schema() for name in choice_names(self.choices)})

    def written(self, value: Mapping[StrEnum, float]) -> dict[str, float]:
        """As in `Value`."""
        return {name: self.number.written(value[choice]) for name, choice in choice_names(self.choices).items()}


class _Fields:
    """The fields of an object, looked up as in a mapping."""

    def __init__(self, holder: Any) -> None:
        self._holder = holder

    def get(self, name: str, other: Any = None) -> Any:
        return getattr(self._holder, name, other)


def known(key: str, names: Mapping[str, Any], place: Place, what: str) -> str:
    """The one of `names`, which have hyphens, that `key` is.

    Raises:
        ConfigError: it is none of them.
    """
    name = key.replace("_", "-")
    if name not in names:
        place.at(key).fail(f"unknown {what} '{key}': {instead(name, names)}".rstrip(": "))
    return name


def closed(properties: Mapping[str, JsonSchema], needed: tuple[str, ...] = ()) -> JsonSchema:
    """The schema of a table with these keys and no others; a hyphen in one may be written as an underscore."""
    spelt = {f"^{key.replace('-', '_')}$": schema for key, schema in properties.items() if "-" in key}
    schema: JsonSchema = {"type": "object", "properties": dict(properties), "additionalProperties": False}
    if spelt:
        schema["patternProperties"] = spelt
    if needed:
        schema["required"] = list(needed)
    return schema
