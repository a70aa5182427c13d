"""Processes that analyse drafts side by side."""

from __future__ import annotations

import gc
import multiprocessing
import os
import signal
import threading
from collections.abc import Callable, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from dataclasses import replace
from typing import TYPE_CHECKING

from apologint.linting.jobs import FORKS, MOST
from apologint.model import Analysis, Draft

if TYPE_CHECKING:
    from apologint.engine.engine import Engine

_engine: Engine | None = None


class Workers:
    """As many processes as `number`, but no more than `MOST`.

    `load` gives the engine in each: at once where the process is a copy of this one, in which it is loaded.
    """

    def __init__(self, load: Callable[[], Engine], number: int) -> None:
        if FORKS:
            gc.freeze()  # a collection in a copy would write to, and so copy, all that is shared
        start = multiprocessing.get_context("fork" if FORKS else "spawn")
        self._pool = ProcessPoolExecutor(min(number, MOST), start, _prepare, (load,))

    def begin(self, drafts: Sequence[Draft]) -> Future[Sequence[Analysis]] | None:
        """Let a process analyse these; None where there are none any more."""
        try:
            return self._pool.submit(_analyse, [*map(_slim, drafts)])
        except BrokenProcessPool:
            return None

    @staticmethod
    def result(future: Future[Sequence[Analysis]]) -> Sequence[Analysis] | None:
        """What `begin` promised; None where a process died over it, killed for its memory for example."""
        try:
            return future.result()
        except BrokenProcessPool:
            return None

    def stop(self) -> None:
        """End all processes; what they have not begun is left."""
        self._pool.shutdown(cancel_futures=True)
        if FORKS:
            gc.unfreeze()


def _prepare(load: Callable[[], Engine]) -> None:
    """In a new process: leave Ctrl-C to the first process, end with it, and have an engine.

    What cannot load ends without a word: the first process has loaded the same, and goes on alone.
    """
    global _engine  # noqa: PLW0603 - the one way to hand something from the start of a process to its tasks
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    threading.Thread(target=_end_with_the_first, daemon=True).start()
    try:
        _engine = load()
    except Exception:  # whatever it is, the pool would print it with a traceback
        os._exit(1)


def _end_with_the_first() -> None:
    """End this process once the first one is gone: killed, it tells nobody, and the pool would wait for it for ever."""
    first = multiprocessing.parent_process()
    if first is not None:
        first.join()
        os._exit(1)


def _analyse(drafts: Sequence[Draft]) -> Sequence[Analysis]:
    if _engine is None:
        raise RuntimeError("this process was not prepared")
    return _engine.analyse_many(drafts)


def _slim(draft: Draft) -> Draft:
    """A draft without what the engine does not look at and would be sent in vain."""
    return replace(draft, path="", title=None, origin=None, suppressions=(), complaints=())
