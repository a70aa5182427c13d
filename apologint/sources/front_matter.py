"""The YAML between two `---` lines at the top of a draft."""

from __future__ import annotations

import re
from collections.abc import Mapping
from enum import StrEnum
from typing import NamedTuple, TypeVar

from apologint.choices import AUTO, choice_names
from apologint.model import Fault, Kind, Region
from apologint.source_errors import SourceError
from apologint.sources.suppress.key import OWN_KEY
from apologint.text import late
from apologint.text.nearest import instead

_KEYS = ("kind", "fault", "title", OWN_KEY)
_MAX_CHARACTERS = 50_000
_OPENING = late.pattern(r"---[ \t]*(?:\r\n|\r|\n)")
_CLOSING = late.pattern(r"(?<=[\r\n])(?:---|\.\.\.)[ \t]*(?:\r\n|\r|\n|\Z)")
_KEY = late.pattern(r"[\w.-]+[ \t]*:(?=\s|\Z)")
_OUR_KEY = late.pattern(rf"^(?:{'|'.join(_KEYS)})[ \t]*:(?=\s|\Z)", re.MULTILINE)
_BLANK_LINE = late.pattern(r"(?>\r\n|\r|\n)[ \t]*[\r\n]")

_Choice = TypeVar("_Choice", bound=StrEnum)


class FrontMatter(NamedTuple):
    """What a draft says about itself; its words begin at `end` (code points from 0).

    `ours` is the YAML, where it has a key `apologint`.
    """

    end: int
    kind: Kind | None = None
    fault: Fault | None = None
    title: str | None = None
    ours: Region | None = None


class _Entry(NamedTuple):
    text: str | None
    line: int


def read_front_matter(text: str, path: str) -> FrontMatter | None:
    """The front matter of `text`, or None where there is none; a `---` that only rules off a message is none.

    Keys other than kind, fault, title and apologint are passed over.

    Raises:
        SourceError: it is not a YAML mapping, or the value of a key cannot be used; with the line in the file.
    """
    opening = _OPENING.match(text)
    if not opening:
        return None
    closing = _CLOSING.search(text, opening.end())
    if not closing:
        if _OUR_KEY.match(text, opening.end()):
            raise SourceError(path, "the front matter is not closed: end it with a line '---'", 1)
        return None
    block = text[opening.end() : closing.start()]
    if _is_sentence(block):
        return None
    try:
        entries = _entries(block, path)
    except SourceError:
        if _has_paragraphs(block):
            return None
        raise
    if entries is None:
        return None
    return FrontMatter(
        end=closing.end(),
        kind=_choice(Kind, entries, "kind", path),
        fault=_choice(Fault, entries, "fault", path),
        title=_words(entries, "title", path),
        ours=Region(opening.end(), closing.start()) if OWN_KEY in entries else None,
    )


def _is_sentence(block: str) -> bool:
    """Whether a block begins with something other than a key, and has none of ours."""
    lines = (line for line in block.splitlines() if line.strip() and not line.startswith("#"))
    first = next(lines, None)
    return first is not None and not _KEY.match(first) and not _OUR_KEY.search(block)


def _has_paragraphs(block: str) -> bool:
    """Whether a block without a key of ours has a blank line in it, as a message below a heading does."""
    return not _OUR_KEY.search(block) and bool(_BLANK_LINE.search(block.strip()))


def _entries(block: str, path: str) -> Mapping[str, _Entry] | None:
    """Each key with its value as written; None for an empty block, which rules nothing off."""
    if len(block) > _MAX_CHARACTERS:
        raise SourceError(path, f"the front matter is longer than {_MAX_CHARACTERS} characters: shorten it", 1)
    import yaml  # noqa: PLC0415 - most drafts have none

    try:
        node = yaml.compose(block, Loader=yaml.BaseLoader)
    except yaml.MarkedYAMLError as error:
        line = error.problem_mark.line + 2 if error.problem_mark else 1
        raise SourceError(path, f"broken front matter: {error.problem or error.context}", line) from error
    except (yaml.YAMLError, RecursionError) as error:
        raise SourceError(path, "broken front matter: it is not YAML", 1) from error
    if node is None:
        return None
    if not isinstance(node, yaml.MappingNode):
        raise SourceError(path, "broken front matter: write 'key: value' lines", node.start_mark.line + 2)
    return {
        key.value: _Entry(value.value if isinstance(value, yaml.ScalarNode) else None, value.start_mark.line + 2)
        for key, value in node.value
        if isinstance(key, yaml.ScalarNode)
    }


def _words(entries: Mapping[str, _Entry], key: str, path: str) -> str | None:
    entry = entries.get(key)
    if entry is None:
        return None
    if entry.text is None:
        raise SourceError(path, f"{key} in the front matter is a list or mapping: write one value", entry.line)
    return entry.text.strip() or None


def _choice(choices: type[_Choice], entries: Mapping[str, _Entry], key: str, path: str) -> _Choice | None:
    text = _words(entries, key, path)
    if text is None or text == AUTO:
        return None
    by_name = choice_names(choices)
    name = text.lower().replace("_", "-")
    if name not in by_name:
        raise SourceError(path, f"{key} '{text}' is unknown: {instead(text, by_name)}", entries[key].line)
    return by_name[name]
