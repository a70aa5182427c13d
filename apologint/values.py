"""What a setting can be: each sort of value is checked, described to editors and written back by one class."""

from __future__ import annotations

import math
from abc import ABC, abstractmethod
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import Any, Never

from apologint.choices import AUTO, choice_names
from apologint.globs import Globs, is_glob
from apologint.nearest import instead
from apologint.place import Place

JsonSchema = dict[str, Any]


class Value(ABC):
    """One sort of value."""

    @property
    @abstractmethod
    def expected(self) -> str:
        """What to write, in a few words."""

    @abstractmethod
    def parse(self, value: Any, place: Place) -> Any:
        """The value for `Config` that `value`, read from `place`, stands for.

        Raises:
            ConfigError: it is of the wrong type or out of range.
        """

    @abstractmethod
    def schema(self) -> JsonSchema:
        """A JSON schema of what `parse` takes."""

    def written(self, value: Any) -> Any:
        """What to write in a file for a `value` of `Config`; None where nothing stands for it."""
        return value

    def refuse(self, value: Any, place: Place) -> Never:
        """Say what to write instead of `value`.

        Raises:
            ConfigError: always.
        """
        place.fail(f"'{place}' is {value!r}: write {self.expected}")


@dataclass(frozen=True, slots=True)
class Text(Value):
    """A text that is not empty."""

    expected: str = "a text in quotes"

    def parse(self, value: Any, place: Place) -> str:
        """The text itself."""
        return value if isinstance(value, str) and value else self.refuse(value, place)

    def schema(self) -> JsonSchema:
        """As in `Value`."""
        return {"type": "string", "minLength": 1}


@dataclass(frozen=True, slots=True)
class Read(Value):
    """A text that `read` makes something of; a ValueError or LookupError from it is told to the user."""

    read: Callable[[str], Any]
    expected: str

    def parse(self, value: Any, place: Place) -> Any:
        """What `read` makes of the text."""
        text = Text().parse(value, place)
        try:
            return self.read(text)
        except LookupError as error:
            place.fail(str(error))
        except ValueError as error:
            place.fail(f"'{place}': {error}")

    def schema(self) -> JsonSchema:
        """As in `Value`."""
        return Text().schema()

    def written(self, value: Any) -> Any:
        """As in `Value`."""
        return None if value is None else str(value)


@dataclass(frozen=True, slots=True)
class Flag(Value):
    """True or false."""

    expected: str = "true or false"

    def parse(self, value: Any, place: Place) -> bool:
        """The flag itself."""
        return value if isinstance(value, bool) else self.refuse(value, place)

    def schema(self) -> JsonSchema:
        """As in `Value`."""
        return {"type": "boolean"}


@dataclass(frozen=True, slots=True)
class Number(Value):
    """A number in a range; `whole` ones are integers."""

    low: float
    high: float = math.inf
    whole: bool = False

    @property
    def expected(self) -> str:
        """What to write, in a few words."""
        kind = "a whole number" if self.whole else "a number"
        return f"{kind} from {self.low:g}" + (f" to {self.high:g}" if math.isfinite(self.high) else "")

    def parse(self, value: Any, place: Place) -> float:
        """The number, a float unless it is whole."""
        is_number = isinstance(value, int if self.whole else int | float) and not isinstance(value, bool)
        if not is_number or not math.isfinite(value) or not self.low <= value <= self.high:
            self.refuse(value, place)
        return int(value) if self.whole else float(value)

    def schema(self) -> JsonSchema:
        """As in `Value`."""
        top = {"maximum": self.high} if math.isfinite(self.high) else {}
        return {"type": "integer" if self.whole else "number", "minimum": self.low, **top}

    def written(self, value: float) -> float:
        """As in `Value`."""
        return int(value) if value == int(value) else value


@dataclass(frozen=True, slots=True)
class OneOf(Value):
    """One of some choices, by the name that users write; with `auto`, that word too, which stands for None."""

    choices: type[StrEnum]
    auto: bool = False

    @property
    def names(self) -> tuple[str, ...]:
        """What can be written."""
        return (*([AUTO] if self.auto else []), *choice_names(self.choices))

    @property
    def expected(self) -> str:
        """What to write, in a few words."""
        return f"one of {', '.join(self.names)}"

    def parse(self, value: Any, place: Place) -> StrEnum | None:
        """The choice, or None for `auto`."""
        name = str(value).lower().replace("_", "-")
        if name not in self.names:
            place.fail(f"'{place}' is {value!r}: {instead(name, choice_names(self.choices))}")
        return choice_names(self.choices).get(name)

    def schema(self) -> JsonSchema:
        """As in `Value`; the spellings that `parse` also takes are left out."""
        return {"enum": list(self.names)}

    def written(self, value: StrEnum | None) -> str:
        """As in `Value`."""
        return AUTO if value is None else value.value.replace("_", "-")


@dataclass(frozen=True, slots=True)
class Names(Value):
    """A list of texts, or one text with commas."""

    expected: str = "a list of texts"

    def parse(self, value: Any, place: Place) -> Any:
        """The texts as a tuple."""
        if isinstance(value, str):
            return tuple(name.strip() for name in value.split(",") if name.strip())
        if not isinstance(value, list):
            self.refuse(value, place)
        return tuple(Text().parse(item, place.at(index)) for index, item in enumerate(value))

    def schema(self) -> JsonSchema:
        """As in `Value`."""
        return {"type": ["array", "string"], "items": Text().schema()}

    def written(self, value: Any) -> Any:
        """As in `Value`."""
        return list(value)


class Folders(Names):
    """Names of folders, taken from the file on."""

    def parse(self, value: Any, place: Place) -> tuple[Path, ...]:
        """The folders."""
        return tuple(place.path.parent / name for name in super().parse(value, place))

    def written(self, value: tuple[Path, ...]) -> list[str]:
        """As in `Value`."""
        return [str(path) for path in value]


class GlobLines(Names):
    """Patterns as in a `.gitignore`, read from the folder of the file on."""

    def parse(self, value: Any, place: Place) -> Globs | None:
        """The patterns, None where there are none."""
        lines = super().parse(value, place)
        for index, line in enumerate(lines):
            if not is_glob(line):
                place.at(index).fail(f"'{line}' matches nothing: write a pattern such as *.md or old/")
        return Globs(lines, place.path.parent) if lines else None

    def written(self, value: Globs | None) -> list[str]:
        """As in `Value`."""
        return list(value.lines) if value else []


@dataclass(frozen=True, slots=True)
class File(Value):
    """The name of a file, taken from the configuration file on."""

    expected: str = "the name of a file"

    def parse(self, value: Any, place: Place) -> Path:
        """The path."""
        return place.path.parent / Text(self.expected).parse(value, place)

    def schema(self) -> JsonSchema:
        """As in `Value`."""
        return Text().schema()

    def written(self, value: Path | None) -> str | None:
        """As in `Value`."""
        return None if value is None else str(value)


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
