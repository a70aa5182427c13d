"""The gate, kept from run to run: it can be made only where the parser is loaded, and is there to spare loading it."""

from __future__ import annotations

import marshal
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from apologint.cache.kept import KeptFiles
from apologint.collector import no_collection
from apologint.linting.loading import EngineLoader
from apologint.model import Draft, Kind
from apologint.timing import stage

if TYPE_CHECKING:
    from apologint.engine.gate import Gate

_KEPT = "gate"
_NONE = b""
"""Kept where there can be no gate for a pipeline."""
_WANTED = b"wanted"
"""Kept by the first run that would have liked a gate: a cache that nobody finds again is not worth making one for."""
_PAYS = 500
"""Drafts parsed after which as many are taken to follow, and to be worth making a gate."""


class Gatekeeper:
    """Knows which drafts need no parser.

    Args:
        load: gives the engine that a gate is made of.
        folder: where the gate is kept for later runs, None for nowhere.
        key: what it is made from.
    """

    def __init__(self, load: EngineLoader, folder: Path | None = None, key: bytes = b"") -> None:
        self._load = load
        self._folder = folder
        self._key = key
        self._made: Gate | None = None
        self._settled = False
        self._parsed = 0

    def passes_over(self, draft: Draft) -> bool:
        """Whether a draft is surely neither an apology nor a follow-up; False also where there is no gate yet."""
        if draft.kind is not None:
            return draft.kind is Kind.OTHER
        gate = self._made or self._kept
        return gate is not None and not gate.may_matter(draft)

    def parsed(self, number: int) -> None:
        """Take note that so many drafts were not passed over, and make a gate once that pays."""
        self._parsed += number
        if self._parsed >= _PAYS:
            self._make()

    def keep(self) -> None:
        """Make a gate for later runs if this is the second that did without, and the parser is loaded."""
        if not self._parsed or self._folder is None or self._settled:
            return
        kept = KeptFiles(self._folder).read(_KEPT, self._key)
        if kept == _WANTED:
            self._make()
        elif kept is None:
            KeptFiles(self._folder).write(_KEPT, self._key, _WANTED)

    @cached_property
    def _kept(self) -> Gate | None:
        if self._folder is None:
            return None
        data = KeptFiles(self._folder).read(_KEPT, self._key)
        if data is None or data == _WANTED:
            return None
        try:
            gate = _gate(data) if data else None
        except (ValueError, TypeError, EOFError):  # nobody but a forger writes such a thing with the right checksum
            return None
        self._settled = True
        return gate

    def _make(self) -> None:
        if self._kept is not None or self._settled:
            return
        self._settled = True
        from apologint.engine.gate_maker import build_gate  # noqa: PLC0415 - few runs make one

        engine = self._load()
        with stage("making the gate"), no_collection():
            self._made = build_gate(engine.ruleset, engine.nlp)
        if self._folder is not None:
            data = marshal.dumps(self._made.as_data()) if self._made is not None else _NONE
            KeptFiles(self._folder).write(_KEPT, self._key, data)


def _gate(data: bytes) -> Gate:
    from apologint.engine.gate import Gate  # noqa: PLC0415 - only where there is one

    with no_collection(lasting=True):
        return Gate.from_data(marshal.loads(data))  # its checksum was right, and nothing of it is run
