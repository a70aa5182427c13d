"""What the configuration says outright about the messages in some files."""

from __future__ import annotations

import os
import re
from dataclasses import dataclass

from apologint.globs import Globs
from apologint.model import Markup
from apologint.text import late

_NAME = r'[^.\[\]"]+'
_STEP = late.pattern(rf'(?P<dot>\.)?+(?:\[(?P<index>\d*)\]|"(?P<quoted>[^"]*)"|(?P<name>{_NAME}))')
_BARE = late.pattern(_NAME)
_ANY_NAME = "*"


@dataclass(frozen=True, slots=True)
class Each:
    """A step to each item of a list, or to each value of a table where `names`."""

    names: bool = False

    def __str__(self) -> str:
        return _ANY_NAME if self.names else "[]"


Step = Each | int | str


@dataclass(frozen=True, slots=True)
class TreePath:
    """A way into a file: `macros[].actions[0].value`.

    A name is a key of a table, `*` any key, `[3]` an item of a list from 0, `[]` each; a name with a dot or a
    bracket in it, or one that is a star, stands in double quotes.
    """

    steps: tuple[Step, ...]

    @classmethod
    def parse(cls, text: str) -> TreePath:
        """The path that `text` says.

        Raises:
            ValueError: it says none.
        """
        steps: list[Step] = []
        at = 0
        while at < len(text):
            match = _STEP.match(text, at)
            if (
                not match
                or (match["dot"] and not steps)
                or not (match["dot"] or match["index"] is not None or not steps)
            ):
                raise ValueError(
                    f"'{text}' is no path into a file: write names with '.' between, '[]' for each of a list"
                )
            steps.append(_step(match))
            at = match.end()
        if not steps:
            raise ValueError("an empty path: write the keys that lead to the text, such as 'macros[].body'")
        return cls(tuple(steps))

    def __str__(self) -> str:
        return shown(self.steps)


@dataclass(frozen=True, slots=True)
class SaidSource:
    """The messages in the files that `files` match: the texts that `body` leads to, or, without it, each whole file.

    `markup` None lets the words tell.
    """

    files: Globs
    body: TreePath | None = None
    title: TreePath | None = None
    markup: Markup | None = None

    @property
    def suffixes(self) -> frozenset[str]:
        """How the names of its files end, as far as its patterns say."""
        return frozenset(filter(None, (os.path.splitext(line)[1].lower() for line in self.files.lines)))  # noqa: PTH122

    def is_for(self, path: str) -> bool:
        """Whether it holds for the file at `path`."""
        return bool(self.files.verdict(os.path.abspath(path), is_folder=False))  # noqa: PTH100 - what globs are read from


def shown(steps: tuple[Step, ...]) -> str:
    """Steps as a user writes them."""
    parts = map(_written, steps)
    return "".join(part if part.startswith("[") or not index else f".{part}" for index, part in enumerate(parts))


def _written(step: Step) -> str:
    if isinstance(step, int):
        return f"[{step}]"
    if isinstance(step, Each) or (_BARE.fullmatch(step) and step != _ANY_NAME):
        return str(step)
    return f'"{step}"'


def _step(match: re.Match[str]) -> Step:
    if match["index"] is not None:
        return int(match["index"]) if match["index"] else Each()
    if match["quoted"] is not None:
        return match["quoted"]
    return Each(names=True) if match["name"] == _ANY_NAME else match["name"]
