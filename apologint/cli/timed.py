"""`--timing`: where the time went, on standard error."""

from __future__ import annotations

import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager

import click

from apologint.timing import clock

_START = "starting the program"


@contextmanager
def timed() -> Iterator[None]:
    """Measure while this is open, then print the milliseconds of each stage and of each rule, the longest first."""
    with clock() as measured:
        measured.stages[_START] = time.process_time()
        yield
    for heading, seconds in (("stage", measured.stages), ("rule", measured.rules)):
        if seconds:
            click.echo(_table(heading, seconds), err=True)


def _table(heading: str, seconds: Mapping[str, float]) -> str:
    longest_first = sorted(seconds.items(), key=lambda row: -row[1])
    rows = [("ms", heading), *((_ms(taken), name) for name, taken in longest_first)]
    return "\n".join(f"{taken:>9}  {name}" for taken, name in [*rows, (_ms(sum(seconds.values())), "in all")])


def _ms(seconds: float) -> str:
    return f"{1000 * seconds:.1f}"
