"""Small files with what is derived from the rules, to be read whole at the start."""

from __future__ import annotations

import os
from contextlib import suppress
from hashlib import blake2b
from pathlib import Path

from apologint.cache.folder import prepare

_SUFFIX = ".kept"
_KEY_BYTES = 8
_ANY_KEY = "[0-9a-f]" * (2 * _KEY_BYTES)
FILES = f"*-{_ANY_KEY}{_SUFFIX}"
"""All kept files, and no others: the folder may be one in which somebody keeps files of their own."""
UNFINISHED = f".*-{_ANY_KEY}{_SUFFIX}.*"
"""What a writer that was killed leaves."""
_MAGIC = b"apologint kept 1\n"
_DIGEST_BYTES = 16
_EACH = 4
_LONGEST_WRITING = 60.0
"""Seconds after which whoever writes a file is surely gone."""


class KeptFiles:
    """The kept files in `folder`, which is made with the first that is written.

    Each has a name, which says what it is, and a key, which says what it was made from. Whoever can write in the folder
    can write such a file, so data that is read may never be run: no pickle.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def read(self, name: str, key: bytes) -> bytes | None:
        """What was written under `name` for `key`; None where nothing was, or it is broken."""
        try:
            content = self._path(name, key).read_bytes()
        except OSError:
            return None
        head = len(_MAGIC) + _DIGEST_BYTES
        data = content[head:]
        return data if content[:head] == _head(name, key, data) else None

    def write(self, name: str, key: bytes, data: bytes) -> None:
        """Keep `data`, in place of what was kept longest under `name`; where that cannot be, nothing is kept."""
        path = self._path(name, key)
        beside = path.with_name(f".{path.name}.{os.getpid()}")
        with suppress(OSError):
            prepare(self._folder)
            try:
                with os.fdopen(os.open(beside, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "wb") as file:
                    file.write(_head(name, key, data) + data)
                beside.replace(path)
            except OSError:
                beside.unlink(missing_ok=True)
                raise
            self._drop_old(name)

    def _drop_old(self, name: str) -> None:
        """Drop those written longest ago, and what writers that were killed left."""
        ages = {path: path.stat().st_mtime for path in self._folder.glob(f"{name}-{_ANY_KEY}{_SUFFIX}")}
        for path in sorted(ages, key=ages.__getitem__)[:-_EACH]:
            path.unlink(missing_ok=True)
        newest = max(ages.values(), default=0.0)  # none is left where another process clears the cache
        for path in self._folder.glob(f".{name}-{_ANY_KEY}{_SUFFIX}.*"):
            if path.stat().st_mtime < newest - _LONGEST_WRITING:
                path.unlink(missing_ok=True)

    def _path(self, name: str, key: bytes) -> Path:
        return self._folder / f"{name}-{_hex(key)}{_SUFFIX}"


def _hex(key: bytes) -> str:
    return blake2b(key, digest_size=_KEY_BYTES).hexdigest()


def _head(name: str, key: bytes, data: bytes) -> bytes:
    digest = blake2b(digest_size=_DIGEST_BYTES)
    for part in (name.encode(), key):
        digest.update(len(part).to_bytes(8, "big") + part)
    digest.update(data)
    return _MAGIC + digest.digest()
