"""Regular expressions that are compiled where they are first used.

There are a few hundred, to compile one takes up to a thousand times as long as to use it, and a run uses few of them.
"""

from __future__ import annotations

import re
from typing import Any, cast


def pattern(source: str, flags: int = 0) -> re.Pattern[str]:
    """What `re.compile` gives for the same; where it cannot be compiled, `re.error` is raised with its first use."""
    return cast("re.Pattern[str]", _Late(source, flags))


class _Late:
    """Has the methods of the compiled pattern; those that were used once are at hand without a detour."""

    def __init__(self, source: str, flags: int) -> None:
        self._source = source
        self._flags = flags

    def __getattr__(self, name: str) -> Any:
        if name.startswith("_"):
            raise AttributeError(name)
        value = getattr(re.compile(self._source, self._flags), name)
        setattr(self, name, value)
        return value
