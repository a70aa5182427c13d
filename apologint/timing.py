"""Where the time goes, for `--timing`: by stage, and by rule.

Whoever begins a stage says so; nothing is measured, and next to nothing spent, unless somebody asked for it.
"""

from __future__ import annotations

import time
from collections.abc import Iterable, Iterator
from contextlib import AbstractContextManager, contextmanager, nullcontext
from typing import TypeVar

_T = TypeVar("_T")


class Clock:
    """Adds up seconds. What goes on inside an inner stage is not the outer one's."""

    def __init__(self) -> None:
        self.stages: dict[str, float] = {}
        self.rules: dict[str, float] = {}
        self._within: list[tuple[dict[str, float], str]] = []
        self._since = time.perf_counter()

    @contextmanager
    def running(self, sort: dict[str, float], name: str) -> Iterator[None]:
        """While it is open, the time is that of `name` in `sort`, which is `stages` or `rules`."""
        self._add()
        self._within.append((sort, name))
        try:
            yield
        finally:
            self._add()
            self._within.pop()

    def _add(self) -> None:
        now = time.perf_counter()
        if self._within:
            sort, name = self._within[-1]
            sort[name] = sort.get(name, 0.0) + now - self._since
        self._since = now


_clock: Clock | None = None
_UNTIMED = nullcontext()


@contextmanager
def clock() -> Iterator[Clock]:
    """Measure while this is open."""
    global _clock  # noqa: PLW0603 - a clock that every part of the program had to be handed would be in the way of all
    _clock = Clock()
    try:
        yield _clock
    finally:
        _clock = None


def stage(name: str) -> AbstractContextManager[None]:
    """While it is open, the program is in the stage of this name."""
    return _clock.running(_clock.stages, name) if _clock is not None else _UNTIMED


def rule_stage(name: str) -> AbstractContextManager[None]:
    """While it is open, the rule of this name is looked for."""
    return _clock.running(_clock.rules, name) if _clock is not None else _UNTIMED


def each(name: str, items: Iterable[_T]) -> Iterator[_T]:
    """The items; making each of them is the stage of this name."""
    made = iter(items)
    while True:
        with stage(name):
            try:
                item = next(made)
            except StopIteration:
                return
        yield item
