"""The blocks of a Markdown text that are not running prose, by CommonMark with tables."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Any

from apologint.model import Region
from apologint.sources.prose import is_prose
from apologint.text import late
from apologint.text.locate import split_lines
from apologint.text.mapped import Edit

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.token import Token

_WORTH_PARSING = late.pattern(
    r"""
    ^(?:[ ]{4}|[ ]{0,3}\t)[ \t]*+\S             # code by its indent
    | ^[ \t>]*+\|?[ \t]*+:?-++:?[ \t]*+(?:\||$)   # the second line of a table
    | ^[ \t>]*+\[[^\[\]\r\n]++\]:                  # where links lead
    """,
    re.VERBOSE | re.MULTILINE,
)
_DEFINITION = late.pattern(r"[ \t>]*+\[(?P<label>[^\[\]\r\n]++)\]:[^\r\n]*+")
_PIPE = late.pattern(r"(?<!\\)\|")
_CELLS_APART = "\n\n"


@dataclass(frozen=True, slots=True)
class Blocks:
    """What the blocks of a text say: what is no prose, how its tables are read, and the labels of its links."""

    skip: tuple[Region, ...] = ()
    tables: tuple[Edit, ...] = ()
    labels: frozenset[str] = frozenset()


def parse(text: str) -> tuple[Sequence[Token], frozenset[str]]:
    """The block tokens of `text`, NULs in it taken for letters, and the labels of its link definitions."""
    env: dict[str, Any] = {}
    return _parser().parse(text, env), frozenset(env.get("references", ()))


def normal_label(label: str) -> str:
    """A link label as `parse` gives it."""
    from markdown_it.common.utils import normalizeReference  # noqa: PLC0415 - only where Markdown is parsed

    return normalizeReference(label)


def blocks(text: str) -> Blocks:
    """The blocks of `text`, in which NULs stand for placeholders and template tags."""
    if not _WORTH_PARSING.search(text):
        return Blocks()
    tokens, labels = parse(text)
    lines = split_lines(text)
    return Blocks(
        skip=(*_code(text, tokens, lines), *(_definitions(text, lines, labels) if labels else ())),
        tables=tuple(_tables(text, tokens, lines)),
        labels=labels,
    )


@cache
def _parser() -> MarkdownIt:
    from markdown_it import MarkdownIt  # noqa: PLC0415 - slow to import, and most texts do without

    parser = MarkdownIt("commonmark").enable("table")
    parser.core.ruler.enableOnly(["normalize", "block"])
    return parser


def _code(text: str, tokens: Iterable[Token], lines: Sequence[Region]) -> Iterator[Region]:
    """Code by its indent; prose that is only indented, such as a quotation, is none."""
    for token in tokens:
        if token.type == "code_block" and token.map and not is_prose(token.content):
            yield Region(lines[token.map[0]].start, lines[token.map[1] - 1].end)


def _definitions(text: str, lines: Iterable[Region], labels: frozenset[str]) -> Iterator[Region]:
    for line in lines:
        found = _DEFINITION.match(text, line.start)
        if found and normal_label(found["label"]) in labels:
            yield Region(*found.span())


def _tables(text: str, tokens: Iterable[Token], lines: Sequence[Region]) -> Iterator[Edit]:
    """Every cell becomes a paragraph, and the line below the heads nothing."""
    for token in tokens:
        if token.type != "table_open" or not token.map:
            continue
        first, end = token.map
        for number in range(first, end):
            line = lines[number]
            if number == first + 1:
                yield Edit(line.start, line.end)
                continue
            yield from (Edit(*pipe.span(), _CELLS_APART) for pipe in _PIPE.finditer(text, line.start, line.end))
