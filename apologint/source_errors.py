"""What goes wrong while drafts are read."""

from __future__ import annotations

import os
from collections.abc import Callable

from apologint.model import InputError

OnError = Callable[[InputError], None]


class SourceError(ValueError):
    """An input that cannot be read; `error` says where, what, and how to mend it."""

    def __init__(self, path: str, message: str, line: int | None = None) -> None:
        super().__init__(f"{path}: {message}" if line is None else f"{path}:{line}: {message}")
        self.error = InputError(path, message, line)


def shown(path: str | os.PathLike[str]) -> str:
    """The path as text that can be printed: what is not Unicode in it becomes a replacement character."""
    return os.fsencode(path).decode("utf-8", "replace")


def reason(error: Exception) -> str:
    """What went wrong, in the words of the system."""
    return (isinstance(error, OSError) and error.strerror) or str(error)
