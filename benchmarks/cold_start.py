"""How much longer a cold `apologint check` of a short draft takes than loading spaCy's pipeline alone.

    python benchmarks/cold_start.py [RUNS]

Runs the two in turn and prints the medians of the elapsed time and of the processor time with their ratios; on a busy
machine only the second says much.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from statistics import median

from apologint.engine.builtin import DEFAULT_MODEL
from apologint.engine.nlp import UNUSED

DRAFT = """Dear Ann,

We are sorry that we lost your parcel. We have sent a new one today, and I will call you on Friday.

Kind regards,
Tom
"""
SPACY = [sys.executable, "-c", f"import spacy; spacy.load({DEFAULT_MODEL!r}, exclude={list(UNUSED)!r})"]
CHECK = [sys.executable, "-m", "apologint", "check", "--exit-zero"]


def run(command: list[str]) -> tuple[float, float]:
    """The elapsed and the processor time of a command, in seconds."""
    begun, used = time.perf_counter(), _children()
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
    return time.perf_counter() - begun, _children() - used


def _children() -> float:
    times = os.times()
    return times.children_user + times.children_system


def main(runs: int) -> None:
    """Measure and print."""
    with tempfile.TemporaryDirectory() as folder:
        draft = Path(folder, "draft.txt")
        draft.write_text(DRAFT, encoding="utf-8")
        commands = {"spaCy": SPACY, "check": [*CHECK, str(draft)]}
        for command in commands.values():
            run(command)
        taken = [{name: run(command) for name, command in commands.items()} for _ in range(runs)]
    for at, what in enumerate(("elapsed", "processor")):
        spacy, check = (median(each[name][at] for each in taken) for name in commands)
        print(f"{what:9}  spaCy {spacy:.2f} s, check {check:.2f} s: {check / spacy:.2f} times")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 7)
