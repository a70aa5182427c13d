"""Values that stand alone: a text, a number, a choice."""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import Any

from apologint.choices import AUTO, choice_names
from apologint.config.place import Place
from apologint.config.values.value import Value
from apologint.json_schema import JsonSchema
from apologint.text.nearest import instead


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
