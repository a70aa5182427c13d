"""Whether time grows with the number of templates and not faster, and memory not at all.

    python -m benchmarks.scale [--sizes 1000 10000 100000] [--runs 1] [--jobs N] [--fresh]

For each size a made library (benchmarks/templates.py, whose options are taken here too) is checked with nothing kept
and again unchanged. Memory is that of the largest process; the first output is what a reader waits for. The last lines
have the ratios of the largest library to the smallest. 100,000 templates are 400 MB of small files; they are made in
the folder for temporary files and removed again.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
from collections.abc import Mapping, Sequence
from pathlib import Path

from benchmarks.apologint_runs import Apologint
from benchmarks.machine import machine
from benchmarks.measure import CommandFailed, Taken, middle
from benchmarks.tables import Row, seconds, table
from benchmarks.templates import Recipe, add_recipe, recipe, written

NOTHING_KEPT = "nothing kept"
UNCHANGED = "unchanged"
MOST_MEMORY = 1.3
"""How many times the memory at the smallest size that at the largest may be."""

Measured = Mapping[int, Mapping[str, Taken]]


def measure(number: int, recipe: Recipe, runs: int, options: Sequence[str]) -> dict[str, Taken]:
    """What a check of so many templates takes, first with nothing kept and then unchanged."""
    with tempfile.TemporaryDirectory() as folder, Apologint.over(Path(folder)) as apologint:
        for _ in written(Path(folder), number, recipe):
            pass  # none is kept: a child counts the memory of this process until it runs its own program
        fresh = [apologint.nothing_kept(".", options=options) for _ in range(runs - 1)]
        fresh.append(apologint.kept(".", options=options))
        again = [apologint.kept(".", options=options) for _ in range(runs)]
        return {NOTHING_KEPT: middle(fresh), UNCHANGED: middle(again)}


def row(number: int, name: str, taken: Taken) -> Row:
    """A size in the table."""
    return (
        f"{number:,}, {name}",
        seconds(taken.elapsed),
        seconds(taken.processor),
        f"{taken.elapsed / number * 1000:.2f} ms",
        f"{taken.processor / number * 1000:.2f} ms",
        f"{taken.memory / 1e6:.0f} MB",
        seconds(taken.first_output),
    )


HEAD = ("templates", "elapsed", "processor", "elapsed each", "processor each", "memory", "first output")


def growth(measured: Measured) -> str:
    """The ratios of the largest size to the smallest, a row for each kind of run."""
    small, large = min(measured), max(measured)
    rows = []
    for name in (NOTHING_KEPT, UNCHANGED):
        before, after = measured[small][name], measured[large][name]
        memory = after.memory / before.memory
        rows.append(
            (
                name,
                f"{(after.elapsed / large) / (before.elapsed / small):.2f}",
                f"{(after.processor / large) / (before.processor / small):.2f}",
                f"{memory:.2f}",
                "met" if memory <= MOST_MEMORY else "not met",
            )
        )
    head = (
        f"{large:,} to {small:,}",
        "elapsed each",
        "processor each",
        "memory",
        f"memory at most {MOST_MEMORY}",
    )
    return table(head, rows)


def main() -> int:
    """Measure and print; 0, or 2 when a check did not do its work."""
    given = _options().parse_args()
    options = ("--jobs", str(given.jobs)) if given.jobs else ()
    print(f"{machine()}\n", flush=True)
    measured = {}
    try:
        for number in given.sizes:
            measured[number] = measure(number, recipe(given), given.runs, options)
            print(
                *(f"{name}: {each.elapsed:.1f} s" for name, each in measured[number].items()), sep=", ", file=sys.stderr
            )
    except CommandFailed as failure:
        print(failure, file=sys.stderr)
        return 2
    print(table(HEAD, [row(number, *item) for number, some in measured.items() for item in some.items()]))
    print(f"\n{growth(measured)}")
    return 0


def _options() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(description="Time and memory of apologint for small and large libraries.")
    parser.add_argument("--sizes", type=int, nargs="+", default=[1000, 10_000, 100_000], metavar="N")
    parser.add_argument("--runs", type=int, default=1, help="runs of each, of which the median is taken")
    parser.add_argument("--jobs", type=int, help="processes; else as many as check takes by itself")
    add_recipe(parser)
    return parser


if __name__ == "__main__":
    sys.exit(main())
