"""apologint beside other linters of prose, in one run: times, ratios, and which targets are met.

    benchmarks/install_peers.sh DIR
    python -m benchmarks.against_peers --peers DIR [--runs 3] [--quick] [--by processor] [--folder LIBRARY]

Without --folder the templates are those of benchmarks/templates.py, whose options are taken here too. All runs of a
part take turns, and the medians are shown. On a busy machine judge by processor time; two cores can only be judged by
elapsed time. What it prints is Markdown.
"""

from __future__ import annotations

import argparse
import shutil
import sys
import tempfile
from pathlib import Path

from benchmarks import parts, peers
from benchmarks.machine import machine
from benchmarks.measure import CommandFailed, Taken
from benchmarks.tables import seconds, table, times
from benchmarks.targets import Target, verdicts
from benchmarks.templates import Recipe, add_recipe, recipe, write

SLOW = ("alex", "harper-cli", "textlint")
PARTS = ("one", "many", "cores")

_PROSELINT_ONE = f"one: {peers.PROSELINT}"
_PROSELINT_MANY = f"many: {peers.PROSELINT}"
_WRITE_GOOD_MANY = f"many: {peers.WRITE_GOOD}"
TARGETS = (
    Target("a new draft: 1.15 times loading spaCy", f"one: {parts.NEW}", {f"one: {parts.SPACY}": 1.15}),
    Target("the first draft of all: the same", f"one: {parts.FIRST}", {f"one: {parts.SPACY}": 1.15}),
    Target("seen before: 1.3 times proselint", f"one: {parts.SEEN}", {_PROSELINT_ONE: 1.3}),
    Target("no apology: 1.3 times proselint", f"one: {parts.PLAIN}", {_PROSELINT_ONE: 1.3}),
    Target("templates, nothing kept: proselint", f"many: {parts.ALL_NEW}", {_PROSELINT_MANY: 1.0}),
    Target("templates, unchanged: write-good", f"many: {parts.UNCHANGED}", {_WRITE_GOOD_MANY: 1.0}),
    Target(
        "one changed: 0.3 s and spaCy over unchanged",
        f"many: {parts.ONE_CHANGED}",
        {f"many: {parts.UNCHANGED}": 1.0, f"many: {parts.SPACY}": 1.0},
        seconds=0.3,
    ),
    Target("two cores: 1.7 times as fast as one", f"cores: {parts.TWO_CORES}", {f"cores: {parts.ONE_CORE}": 1 / 1.7}),
)


def times_table(title: str, taken: dict[str, Taken], beside: str) -> str:
    """The times of a part, and how many times those of a run beside them they are."""
    base = taken.get(beside)
    rows = [
        (
            name,
            seconds(each.elapsed),
            seconds(each.processor),
            times(each.elapsed, base.elapsed if base else None),
            times(each.processor, base.processor if base else None),
            f"{each.memory / 1e6:.0f} MB",
        )
        for name, each in taken.items()
    ]
    head = (title, "elapsed", "processor", f"elapsed / {beside}", f"processor / {beside}", "memory")
    return table(head, rows)


def own_library(given: Path, folder: Path) -> list[Path]:
    """Copy the texts of a library that all the linters read, and hand back their paths in the copy.

    Raises:
        CommandFailed: There are none.
    """
    texts = (path for path in given.rglob("*") if path.suffix in (".md", ".txt") and path.is_file())
    paths = sorted(path.relative_to(given) for path in texts)
    if not paths:
        raise CommandFailed(f"{given}: no files *.md or *.txt in it")
    for path in paths:
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(given / path, folder / path)
    return paths


def main() -> int:
    """Measure and print; 0, or 2 when a command did not do its work."""
    given = _options().parse_args()
    given.only = given.only or PARTS
    try:
        _measure(given)
    except CommandFailed as failure:
        print(failure, file=sys.stderr)
        return 2
    return 0


def _measure(given: argparse.Namespace) -> None:
    print(f"{machine()}\n", flush=True)
    taken: dict[str, Taken] = {}

    def show(part: str, title: str, some: dict[str, Taken], beside: str) -> None:
        taken.update({f"{part}: {name}": each for name, each in some.items()})
        print(f"{times_table(title, some, beside)}\n", flush=True)

    with tempfile.TemporaryDirectory() as settings:
        installed = peers.find(given.peers, Path(settings))
        if "one" in given.only:
            show("one", "a file of ten lines", parts.one_draft(installed, given.runs), peers.PROSELINT)
        if "many" in given.only:
            fast = [peer for peer in installed if not (given.quick and peer.name in SLOW)]
            with tempfile.TemporaryDirectory() as folder:
                library = Path(folder)
                files = (
                    own_library(given.folder, library) if given.folder else write(library, given.number, recipe(given))
                )
                some = parts.many_templates(fast, library, files, given.runs)
                show("many", f"{len(files)} templates", some, peers.PROSELINT)
        if "cores" in given.only and not given.quick:
            with tempfile.TemporaryDirectory() as folder:
                number = len(write(Path(folder), given.for_cores, Recipe(fresh=True)))
                show("cores", f"{number} templates, no cache", parts.cores(Path(folder), given.runs), parts.ONE_CORE)
    figures = {name: _figure(name, each, given.by) for name, each in taken.items()}
    print(verdicts(TARGETS, figures))


def _figure(name: str, taken: Taken, by: str) -> float:
    return taken.processor if by == "processor" and not name.startswith("cores") else taken.elapsed


def _options() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(description="apologint beside other linters of prose, in one run.")
    parser.add_argument("--peers", type=Path, help="where install_peers.sh put them; else those on the PATH")
    parser.add_argument("--runs", type=int, default=3, help="runs of each, of which the median is taken")
    parser.add_argument("--only", action="append", choices=PARTS, help="only this part; repeatable")
    parser.add_argument("--quick", action="store_true", help=f"no cores, and on the library no {', '.join(SLOW)}")
    parser.add_argument("--by", choices=("elapsed", "processor"), default="elapsed", help="the time that is judged")
    parser.add_argument("--folder", type=Path, help="a library of your own, instead of the made one")
    parser.add_argument("--number", type=int, default=1000, help="templates in the made library")
    parser.add_argument("--for-cores", type=int, default=10_000, help="templates for the comparison of processes")
    add_recipe(parser)
    return parser


if __name__ == "__main__":
    sys.exit(main())
