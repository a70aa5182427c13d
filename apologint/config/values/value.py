"""What each sort of value can do, and what they share."""

from __future__ import annotations

from abc import ABC, abstractmethod
from typing import Any, Never

from apologint.config.place import Place
from apologint.json_schema import JsonSchema


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
        place.fail(f"'{place}' is {_in_words(value)}: write {self.expected}")


def _in_words(value: Any) -> str:
    """A value as users think of it, who know TOML and YAML, and no Python."""
    if value is None or isinstance(value, bool):
        return {None: "empty", True: "true", False: "false"}[value]
    for sort, name in ((dict, "table"), (list, "list")):
        if isinstance(value, sort):
            return f"a {name}" if value else f"an empty {name}"
    return repr(value)
