"""The `#` comments of a library file that are meant for apologint.

Such a file keeps its messages in values, where no comment of its own can stand. So a comment is about a whole entry:
the one on its line, or, on a line of its own, the one below.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from itertools import pairwise

import yaml

from apologint.sources.suppress.comments import Comment
from apologint.sources.suppress.directive import is_directive
from apologint.sources.suppress.entries import Entries, PoEntries, YamlEntries
from apologint.sources.text_file import TextFile
from apologint.text import late

_COMMENT = late.pattern(r"(?:\A|(?<=\s))#(?P<words>[^\r\n]*)")
_BLOCK_HEADER = late.pattern(r"[|>][-+0-9]*[ \t]+#(?P<words>[^\r\n]*)")
_PO_COMMENT = late.pattern(r"(?:\A|(?<=[\r\n]))[ \t]*#(?![~,:|])\.?(?P<words>[^\r\n]*)")


def hash_comments(file: TextFile) -> tuple[list[Comment], Entries] | None:
    """The comments in `file` that begin with our name, and its entries; None where such a file has no `#` comments."""
    form = _FORMATS.get(file.suffix)
    if not form:
        return None
    find, entries = form
    return [comment for comment in find(file.text) if is_directive(comment.words)], entries(file.text)


def _yaml_comments(text: str) -> Iterator[Comment]:
    """What stands between the tokens of YAML, and behind the mark that begins a block of text."""
    try:
        tokens = list(yaml.scan(text, Loader=yaml.BaseLoader))
    except (yaml.YAMLError, RecursionError):
        return
    for before, after in pairwise(tokens):
        if isinstance(before, yaml.ScalarToken) and before.style in ("|", ">"):
            header = _BLOCK_HEADER.match(text, before.start_mark.index)
            if header:
                yield Comment(header.start("words") - 1, header.end(), header["words"])
        for found in _COMMENT.finditer(text, before.end_mark.index, after.start_mark.index):
            yield Comment(*found.span(), words=found["words"])


def _po_comments(text: str) -> Iterator[Comment]:
    for found in _PO_COMMENT.finditer(text):
        yield Comment(*found.span(), words=found["words"])


_YAML = (_yaml_comments, YamlEntries)
_PO = (_po_comments, PoEntries)
_FORMATS: Mapping[str, tuple[Callable[[str], Iterator[Comment]], Callable[[str], Entries]]] = {
    ".yaml": _YAML,
    ".yml": _YAML,
    ".po": _PO,
    ".pot": _PO,
}
