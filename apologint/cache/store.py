"""The analyses of earlier runs."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from hashlib import blake2b
from pathlib import Path
from typing import Self

from apologint.cache.codec import decode, encode
from apologint.cache.database import Database
from apologint.model import Analysis

_KEY_BYTES = 16
_SEAL_BYTES = 8


class Analyses:
    """Analyses by the key of their draft, kept in `folder`.

    `context` stands for all else that an analysis depends on: rules, parser, versions. Those of another context are not
    seen. Nothing raises: what cannot be had is not there, what cannot be kept is not kept. To be closed at the end.
    """

    def __init__(self, folder: Path, context: bytes) -> None:
        self._context = blake2b(context).digest()
        self._database = Database(folder)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def get_many(self, keys: Sequence[bytes]) -> dict[bytes, Analysis]:
        """The analyses that are there, by key."""
        names = {self._name(key): key for key in keys}
        found = self._database.get([*names])
        opened = ((names[name], _opened(name, value)) for name, value in found.items())
        return {key: analysis for key, analysis in opened if analysis is not None}

    def put_many(self, analyses: Iterable[tuple[bytes, Analysis]]) -> None:
        """Keep these analyses under their keys."""
        named = ((self._name(key), encode(analysis)) for key, analysis in analyses)
        self._database.put([(name, _seal(name, data) + data) for name, data in named])

    def close(self) -> None:
        """Let go of the file; from now on nothing is there and nothing is kept."""
        self._database.close()

    def _name(self, key: bytes) -> bytes:
        return blake2b(self._context + key, digest_size=_KEY_BYTES).digest()


def _opened(name: bytes, value: bytes) -> Analysis | None:
    """What was kept under a name; None where a bit of it fell over, or it was another's."""
    data = value[_SEAL_BYTES:]
    return decode(data) if value[:_SEAL_BYTES] == _seal(name, data) else None


def _seal(name: bytes, data: bytes) -> bytes:
    return blake2b(data, key=name, digest_size=_SEAL_BYTES).digest()
