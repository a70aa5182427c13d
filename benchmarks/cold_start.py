"""How long `apologint check` of one short draft takes from its start to its end, beside what it must at least do.

    python benchmarks/cold_start.py [RUNS] [PROSELINT]

Runs these in turn: spaCy's import and the loading of the pipeline with the parts that rules use, and nothing else; a
draft that was never seen, after the rules were; the same with nothing kept at all; a draft that was seen; one that is
no apology, which is new each time; `--version`; and proselint, where its path is given. Prints the medians of
the processor time and of the elapsed time, and their ratios. On a busy machine only the first says much.
"""

from __future__ import annotations

import os
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from itertools import count
from pathlib import Path
from statistics import median

from apologint.builtin import DEFAULT_MODEL
from apologint.cache.folder import VARIABLE
from apologint.engine.nlp import UNUSED

APOLOGY = """Dear Ann,

We are sorry that we lost your parcel {}. We have sent a new one today, and I will call you on Friday.

Kind regards,
Tom
"""
OTHER = """Dear Ann,

Our shop in Leeds is open from nine to six, and parcel {} waits for you there. Please bring a passport.

Kind regards,
Tom
"""
SPACY = [sys.executable, "-c", f"import spacy; spacy.load({DEFAULT_MODEL!r}, exclude={list(UNUSED)!r})"]
APOLOGINT = [sys.executable, "-m", "apologint"]
_RUNS = 7
CHECK = [*APOLOGINT, "check", "--exit-zero"]


@dataclass(frozen=True)
class Taken:
    """The processor time and the elapsed time of a command, in seconds."""

    processor: float
    elapsed: float


class Bench:
    """Runs commands in `folder`, with a cache there."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._numbers = count(1)
        kept = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
        self._environment = {**kept, VARIABLE: str(folder / "cache")}

    def draft(self, text: str) -> str:
        """The path of a draft that was never seen."""
        number = next(self._numbers)
        path = self._folder / f"draft{number}.txt"
        path.write_text(text.format(number), encoding="utf-8")
        return str(path)

    def run(self, command: list[str]) -> Taken:
        """How long a command takes."""
        begun, used = time.perf_counter(), _children()
        subprocess.run(command, check=False, stdout=subprocess.DEVNULL, env=self._environment, cwd=self._folder)
        return Taken(_children() - used, time.perf_counter() - begun)


def _children() -> float:
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def cases(bench: Bench, proselint: str | None) -> Mapping[str, Callable[[], list[str]]]:
    """What is measured, by name: each gives the command of the next run."""
    seen = bench.draft(APOLOGY)
    return {
        "spaCy alone": lambda: SPACY,
        "new draft": lambda: [*CHECK, bench.draft(APOLOGY)],
        "new draft, --no-cache": lambda: [*CHECK, "--no-cache", bench.draft(APOLOGY)],
        "seen draft": lambda: [*CHECK, seen],
        "no apology": lambda: [*CHECK, bench.draft(OTHER)],
        "--version": lambda: [*APOLOGINT, "--version"],
        **({"proselint": lambda: [proselint, "check", seen]} if proselint else {}),
    }


def main(runs: int, proselint: str | None) -> None:
    """Measure and print."""
    with tempfile.TemporaryDirectory() as folder:
        bench = Bench(Path(folder))
        measured = cases(bench, proselint)
        for command in measured.values():
            bench.run(command())  # the files are read from the disk, and the rules are kept
        taken = [{name: bench.run(command()) for name, command in measured.items()} for _ in range(runs)]
    middle = {
        name: Taken(median(row[name].processor for row in taken), median(row[name].elapsed for row in taken))
        for name in measured
    }
    base, peer = middle["spaCy alone"], middle.get("proselint")
    for name, one in middle.items():
        line = f"{name:<22} {one.processor:6.3f} s processor  {one.elapsed:6.3f} s elapsed"
        line += f"  {one.processor / base.processor:5.2f} times spaCy alone"
        print(line + (f"  {one.processor / peer.processor:5.2f} times proselint" if peer else ""))


if __name__ == "__main__":
    asked = dict(zip(("runs", "proselint"), sys.argv[1:], strict=False))
    main(int(asked.get("runs", _RUNS)), asked.get("proselint"))
