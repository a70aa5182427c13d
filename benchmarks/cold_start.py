"""How long `apologint check` of one short draft takes from its start to its end, beside what it must at least do.

    python -m benchmarks.cold_start [RUNS] [PROSELINT]

Runs these in turn: spaCy's import and the loading of the pipeline with the parts that rules use, and nothing else; a
draft that was never seen, after the rules were; the same with nothing kept at all; a draft that was seen; one that is
no apology, which is new each time; `--version`; and proselint, where its path is given. Prints the medians of
the processor time and of the elapsed time, and their ratios. On a busy machine only the first says much.
"""

from __future__ import annotations

import sys
import tempfile
from functools import partial
from pathlib import Path

from benchmarks.apologint_runs import LOAD_SPACY, VERSION, Apologint
from benchmarks.measure import Command, CommandFailed, Taken, in_turn, run
from benchmarks.parts import APOLOGY, NO_APOLOGY, Actions, Drafts

_RUNS = 7


def measured(runs: int, proselint: str | None) -> dict[str, Taken]:
    """The medians by what was run."""
    with tempfile.TemporaryDirectory() as folder, Apologint.over(Path(folder)) as apologint:
        drafts = Drafts(Path(folder))
        actions: Actions = {
            "spaCy alone": partial(run, LOAD_SPACY),
            "new draft": lambda: apologint.kept(drafts.new(APOLOGY)),
            "new draft, --no-cache": lambda: apologint.without_cache(drafts.new(APOLOGY)),
            "seen draft": lambda: apologint.kept(drafts.seen),
            "no apology": lambda: apologint.kept(drafts.new(NO_APOLOGY)),
            "--version": partial(run, VERSION),
        }
        if proselint:
            actions["proselint"] = partial(run, Command([proselint, "check", drafts.seen], Path(folder)))
        return in_turn(actions, runs)


def main(runs: int, proselint: str | None) -> int:
    """Measure and print; 0, or 2 when a command did not do its work."""
    try:
        taken = measured(runs, proselint)
    except CommandFailed as failure:
        print(failure, file=sys.stderr)
        return 2
    base, peer = taken["spaCy alone"], taken.get("proselint")
    for name, one in taken.items():
        line = f"{name:<22} {one.processor:6.3f} s processor  {one.elapsed:6.3f} s elapsed"
        line += f"  {one.processor / base.processor:5.2f} times spaCy alone"
        print(line + (f"  {one.processor / peer.processor:5.2f} times proselint" if peer else ""))
    return 0


if __name__ == "__main__":
    asked = dict(zip(("runs", "proselint"), sys.argv[1:], strict=False))
    sys.exit(main(int(asked.get("runs", _RUNS)), asked.get("proselint")))
