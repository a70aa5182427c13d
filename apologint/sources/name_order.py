"""Very many names in order, in little room."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from heapq import merge
from itertools import islice

from apologint.text import late

_TOGETHER = 4096
_END = "/"
_NAME = late.pattern(f"[^{_END}]+")


def in_order(names: Iterable[str]) -> Iterator[str]:
    """The same as `sorted` gives; a name is not empty and has no slash in it.

    Of names that are more than a few thousand, only their letters are kept: some thousand that were sorted together
    become one long text, and these texts are merged.
    """
    rest = iter(names)
    first = sorted(islice(rest, _TOGETHER))
    texts = [_END.join(part) for part in iter(lambda: sorted(islice(rest, _TOGETHER)), [])]
    return merge(first, *map(_names, texts)) if texts else iter(first)


def _names(text: str) -> Iterator[str]:
    return map(re.Match.group, _NAME.finditer(text))
