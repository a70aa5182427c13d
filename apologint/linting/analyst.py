"""From drafts to analyses, in order, each in the cheapest way that gives the same.

What is kept from an earlier run is not made again, what the gate shows to be no apology is not parsed, equal drafts are
parsed once, the rest in batches, and in several processes where there is enough of it.
"""

from __future__ import annotations

import time
from collections import OrderedDict, deque
from collections.abc import Generator, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import islice
from typing import TYPE_CHECKING

from apologint.cache.keys import key_of
from apologint.linting.gatekeeper import Gatekeeper
from apologint.linting.jobs import pays
from apologint.model import Analysis, Draft, Kind
from apologint.timing import stage

if TYPE_CHECKING:
    from concurrent.futures import Future

    from apologint.cache.store import Analyses
    from apologint.linting.loading import EngineLoader
    from apologint.linting.workers import Workers

_BATCH = 64
"""Drafts that are analysed together: as many as fill the parser's batches, few enough to be shown soon."""
_REMEMBERED = 1000
"""Analyses of this run that are remembered, for drafts that come again."""
_AHEAD = 2
"""Batches for each process that are begun before the first must be done."""
_FURTHEST = 32
"""Batches that are begun at most: their drafts are all in memory."""


class Analyst:
    """Analyses drafts.

    Args:
        engine: gives the engine, which is loaded with the first draft that needs it.
        kept: the analyses of earlier runs, None where none are kept.
        gatekeeper: tells which drafts need no parser.
        jobs: in how many processes at most.
    """

    def __init__(
        self,
        engine: EngineLoader,
        kept: Analyses | None = None,
        gatekeeper: Gatekeeper | None = None,
        jobs: int = 1,
    ) -> None:
        self._engine = engine
        self._kept = kept
        self._gatekeeper = gatekeeper or Gatekeeper(engine)
        self._jobs = jobs
        self._spent = 0.0
        self._workers: Workers | None = None
        self._remembered: OrderedDict[bytes, Analysis] = OrderedDict()

    def analyses(self, drafts: Iterable[Draft]) -> Generator[tuple[Draft, Analysis], None, None]:
        """Each draft with its analysis; the kind that a draft has holds, None leaves it to the rules.

        Raises:
            ModelError: the spaCy pipeline is missing or does not fit.
            RuleError: a pattern that spaCy refuses.
        """
        begun: deque[_Batch] = deque()
        try:
            for batch in _growing(drafts):
                begun.append(self._begin(batch))
                while len(begun) > (min(self._jobs * _AHEAD, _FURTHEST) if self._workers else 0):
                    yield from self._finish(begun.popleft())
            while begun:
                yield from self._finish(begun.popleft())
        finally:
            self._stop()

    def _begin(self, drafts: Sequence[Draft]) -> _Batch:
        with stage("looking up what is kept"):
            batch = self._looked_up(drafts)
        wanted = {key: draft for key, draft in zip(batch.keys, drafts, strict=True) if key not in batch.known}
        with stage("passing over what is no apology"):
            for key, draft in wanted.items():
                if self._gatekeeper.passes_over(draft):
                    batch.new[key] = Analysis(Kind.OTHER)
                else:
                    batch.wanted[key] = draft
        if batch.wanted and (workers := self._helpers()):
            batch.future = workers.begin([*batch.wanted.values()])
        return batch

    def _helpers(self) -> Workers | None:
        """Other processes to do the work, started once that pays and there is more of it."""
        if self._workers is None and self._jobs > 1 and pays(self._spent):
            from apologint.linting.workers import Workers  # noqa: PLC0415 - few runs have enough to do for it

            self._workers = Workers(self._engine, self._jobs)
        return self._workers

    def _looked_up(self, drafts: Sequence[Draft]) -> _Batch:
        batch = _Batch(drafts, [key_of(draft) for draft in drafts])
        batch.known.update((key, self._remembered[key]) for key in batch.keys if key in self._remembered)
        if self._kept is not None:
            batch.known.update(self._kept.get_many([key for key in batch.keys if key not in batch.known]))
        return batch

    def _finish(self, batch: _Batch) -> Iterator[tuple[Draft, Analysis]]:
        new = batch.new
        if batch.wanted:
            new.update(zip(batch.wanted, self._made(batch), strict=True))
            self._gatekeeper.parsed(len(batch.wanted))
        if new and self._kept is not None:
            with stage("keeping"):
                self._kept.put_many(new.items())
        self._remember(new)
        batch.known.update(new)
        for draft, key in zip(batch.drafts, batch.keys, strict=True):
            yield draft, batch.known[key]

    def _made(self, batch: _Batch) -> Sequence[Analysis]:
        if batch.future is not None and self._workers is not None:
            found = self._workers.result(batch.future)
            if found is not None:
                return found
            self._stop()
            self._jobs = 1
        return self._make([*batch.wanted.values()])

    def _make(self, drafts: Sequence[Draft]) -> Sequence[Analysis]:
        engine = self._engine()
        begun = time.perf_counter()
        found = engine.analyse_many(drafts)
        self._spent += time.perf_counter() - begun
        return found

    def _remember(self, made: Mapping[bytes, Analysis]) -> None:
        self._remembered.update(made)
        while len(self._remembered) > _REMEMBERED:
            self._remembered.popitem(last=False)

    def _stop(self) -> None:
        if self._workers is not None:
            self._workers.stop()
            self._workers = None


@dataclass(slots=True)
class _Batch:
    """Drafts that are analysed together: by their keys what was known and what is new, and those wanted."""

    drafts: Sequence[Draft]
    keys: Sequence[bytes]
    known: dict[bytes, Analysis] = field(default_factory=dict)
    new: dict[bytes, Analysis] = field(default_factory=dict)
    wanted: dict[bytes, Draft] = field(default_factory=dict)
    future: Future[Sequence[Analysis]] | None = None


def _growing(drafts: Iterable[Draft]) -> Iterator[Sequence[Draft]]:
    """The drafts in batches that begin small, so that the first is done at once."""
    rest = iter(drafts)
    size = 1
    while batch := [*islice(rest, size)]:
        yield batch
        size = min(2 * size, _BATCH)
