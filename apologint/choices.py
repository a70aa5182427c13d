"""How users write the values of a setting, of an option, or in front matter."""

from __future__ import annotations

from enum import StrEnum
from typing import TypeVar

AUTO = "auto"

_Choice = TypeVar("_Choice", bound=StrEnum)


def choice_names(choices: type[_Choice]) -> dict[str, _Choice]:
    """The names a user writes for `choices`, with hyphens."""
    return {choice.value.replace("_", "-"): choice for choice in choices}


def encoding_name(name: str) -> str:
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
