"""What goes wrong while drafts are read."""

from __future__ import annotations

from apologint.model import InputError


class SourceError(ValueError):
    """An input that cannot be read; `error` says where, what, and how to mend it."""

    def __init__(self, path: str, message: str, line: int | None = None) -> None:
        super().__init__(f"{path}: {message}" if line is None else f"{path}:{line}: {message}")
        self.error = InputError(path, message, line)
