"""What a suppression says, in whatever comment it stands: `apologint: ignore RULE, RULE -- reason`."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum

from apologint.text import late
from apologint.text.nearest import instead

ALL = "all"
"""Stands for every rule, where a list of rules may not be empty."""

_DIRECTIVE = late.pattern(r"\s*apologint\s*:\s*(?P<name>[^\s,]*)(?P<rest>.*)", re.DOTALL)
_NEARLY = late.pattern(r"\s*apologint[\s:-]+(?:ignore|disable|enable|noqa|off|on)\b", re.IGNORECASE)
_REASON = late.pattern(r"(?:\A|\s)(?:--|\u2014)(?:\s|\Z)")
_RULE = late.pattern(r"[A-Za-z0-9][\w-]*")


class Scope(StrEnum):
    """The names of directives, each for what it covers."""

    HERE = "ignore"
    LINE = "ignore-line"
    NEXT_LINE = "ignore-next-line"
    START = "ignore-start"
    END = "ignore-end"
    ITEM = "ignore-item"
    FILE = "ignore-file"


_ELSEWHERE = {
    "disable": Scope.START,
    "enable": Scope.END,
    "off": Scope.START,
    "on": Scope.END,
    "noqa": Scope.HERE,
    "disable-line": Scope.LINE,
    "disable-next-line": Scope.NEXT_LINE,
    "disable-file": Scope.FILE,
}
"""What users of other linters write, and what it is called here."""


class DirectiveError(ValueError):
    """A directive that cannot be understood: the text says what is wrong with it and what to write instead."""


@dataclass(frozen=True, slots=True)
class Directive:
    """What is covered, and the rules that are not reported there, none of them for all."""

    scope: Scope
    rules: tuple[str, ...] = ()


def is_directive(comment: str) -> bool:
    """Whether the words of a comment are meant for apologint."""
    return bool(_DIRECTIVE.match(comment) or _NEARLY.match(comment))


def read_directive(comment: str) -> Directive:
    """What the words of a comment say.

    Raises:
        DirectiveError: they are none of ours, or not written as one.
    """
    match = _DIRECTIVE.fullmatch(comment)
    if not match:
        raise DirectiveError("a directive begins with 'apologint:', as in 'apologint: ignore'")
    name = match["name"].lower()
    if name not in set(Scope):
        known = f"did you mean '{_ELSEWHERE[name]}'?" if name in _ELSEWHERE else instead(name, Scope)
        raise DirectiveError(
            f"unknown directive '{name}': {known}" if name else f"nothing behind 'apologint:': {known}"
        )
    return Directive(Scope(name), read_rules(match["rest"]))


def read_rules(text: str) -> tuple[str, ...]:
    """The rules that `text` names with commas between them, none of them for all; a reason is left out.

    Raises:
        DirectiveError: something stands there that cannot be the name of a rule.
    """
    named = _REASON.split(text, maxsplit=1)[0].strip()
    names = [name.strip() for name in named.split(",")] if named else []
    for name in names:
        if not _RULE.fullmatch(name):
            raise DirectiveError(
                f"'{name}' is no name of a rule: put commas between rules, and ' -- ' before a reason"
                if name
                else "a name of a rule is missing beside a comma"
            )
    return () if ALL in names else tuple(dict.fromkeys(names))
