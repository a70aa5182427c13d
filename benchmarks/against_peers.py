"""apologint beside other linters of prose, in one run: times, ratios, and which targets are met.

    benchmarks/install_peers.sh DIR
    python -m benchmarks.against_peers --peers DIR [--runs 3] [--quick] [--by processor] [--folder LIBRARY]

Without --folder the templates are those of benchmarks/templates.py, whose options are taken here too. All runs of a
part take turns, and the medians are shown. On a busy machine judge by processor time; two cores can only be judged by
elapsed time. What it prints is Markdown.
"""

from __future__ import annotations

import argparse
import itertools
import shutil
import sys
import tempfile
from collections.abc import Callable, Iterable, Sequence
from functools import partial
from pathlib import Path

from benchmarks import peers
from benchmarks.apologint_runs import LOAD_SPACY, Apologint
from benchmarks.machine import machine
from benchmarks.measure import CommandFailed, Taken, in_turn, run
from benchmarks.peers import Peer
from benchmarks.tables import seconds, table, times
from benchmarks.targets import Target, verdicts
from benchmarks.templates import Recipe, add_recipe, recipe, write

SLOW = ("alex", "harper-cli", "textlint")
PARTS = ("one", "many", "cores")

SPACY = "load spaCy and the model"
NEW = "apologint, a new draft"
FIRST = "apologint, its first run of all"
SEEN = "apologint, seen before"
PLAIN = "apologint, a new draft, no apology"
ALL_NEW = "apologint, nothing kept"
UNCHANGED = "apologint, nothing changed"
ONE_CHANGED = "apologint, one changed"
ONE_CORE = "apologint, --jobs 1"
TWO_CORES = "apologint, --jobs 2"

_PROSELINT_ONE = f"one: {peers.PROSELINT}"
_PROSELINT_MANY = f"many: {peers.PROSELINT}"
_WRITE_GOOD_MANY = f"many: {peers.WRITE_GOOD}"
TARGETS = (
    Target("a new draft: 1.15 times loading spaCy", f"one: {NEW}", {f"one: {SPACY}": 1.15}),
    Target("the first draft of all: the same", f"one: {FIRST}", {f"one: {SPACY}": 1.15}),
    Target("seen before: 1.3 times proselint", f"one: {SEEN}", {_PROSELINT_ONE: 1.3}),
    Target("no apology: 1.3 times proselint", f"one: {PLAIN}", {_PROSELINT_ONE: 1.3}),
    Target("templates, nothing kept: proselint", f"many: {ALL_NEW}", {_PROSELINT_MANY: 1.0}),
    Target("templates, unchanged: write-good", f"many: {UNCHANGED}", {_WRITE_GOOD_MANY: 1.0}),
    Target(
        "one changed: 0.3 s and spaCy over unchanged",
        f"many: {ONE_CHANGED}",
        {f"many: {UNCHANGED}": 1.0, f"many: {SPACY}": 1.0},
        seconds=0.3,
    ),
    Target("two cores: 1.7 times as fast as one", f"cores: {TWO_CORES}", {f"cores: {ONE_CORE}": 1 / 1.7}),
)

APOLOGY = """\
Dear Ms Okafor,

Your four garden chairs came nine days late, and I am sorry for any inconvenience caused.
Our warehouse was very busy in May, but that should not have kept you waiting.
I have paid the delivery charge of £{number} back to your card.
You should see it there within three working days.
We will look into the matter and get back to you shortly.

Kind regards,
Tom Becker
"""
NO_APOLOGY = """\
Hello Ms Okafor,

Thank you for your order of four garden chairs.
They leave our warehouse in Leeds on Monday, in {number} boxes.
The courier rings you an hour before the van arrives.
The chairs come with a cover each and a tool to put them together.
Please keep the boxes until you know that all is there.

Kind regards,
Tom Becker
"""

Actions = dict[str, Callable[[], Taken]]


def one_draft(installed: Iterable[Peer], runs: int) -> dict[str, Taken]:
    """Times for one short file, by what checks it."""
    with tempfile.TemporaryDirectory() as drafts, Apologint.over(Path(drafts)) as apologint:
        numbers = itertools.count(1)

        def new(text: str) -> str:
            path = Path(drafts, "new.txt")
            path.write_text(text.format(number=next(numbers)), encoding="utf-8")
            return path.name

        seen = Path(drafts, "seen.txt")
        seen.write_text(APOLOGY.format(number=0), encoding="utf-8")
        actions: Actions = {
            SPACY: partial(run, LOAD_SPACY),
            **{peer.name: partial(run, peer.command(Path(drafts), [Path(seen.name)])) for peer in installed},
            NEW: lambda: apologint.kept(new(APOLOGY)),
            FIRST: lambda: apologint.nothing_kept(new(APOLOGY)),
            SEEN: lambda: apologint.kept(seen.name),
            PLAIN: lambda: apologint.kept(new(NO_APOLOGY)),
        }
        return in_turn(actions, runs)


def many_templates(installed: Iterable[Peer], library: Path, files: Sequence[Path], runs: int) -> dict[str, Taken]:
    """Times for a library, by what checks it. One of its files is changed again and again."""
    with Apologint.over(library) as apologint:

        def one_changed() -> Taken:
            path = library / files[len(files) // 2]
            path.write_text(f"{path.read_text(encoding='utf-8')}\nI am sorry for the delay.\n", encoding="utf-8")
            return apologint.kept(".")

        apologint.kept(".")
        actions: Actions = {
            SPACY: partial(run, LOAD_SPACY),
            **{peer.name: partial(run, peer.command(library, files)) for peer in installed},
            ALL_NEW: lambda: apologint.nothing_kept("."),
            UNCHANGED: lambda: apologint.kept("."),
            ONE_CHANGED: one_changed,
        }
        return in_turn(actions, runs, warm_up=False)


def cores(library: Path, runs: int) -> dict[str, Taken]:
    """Times for a library with one and with two processes."""
    with Apologint.over(library) as apologint:
        actions: Actions = {
            ONE_CORE: lambda: apologint.without_cache(".", options=("--jobs", "1")),
            TWO_CORES: lambda: apologint.without_cache(".", options=("--jobs", "2")),
        }
        return in_turn(actions, runs, warm_up=False)


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
    """Copy the texts of a library that all the linters read, and hand back their paths in the copy."""
    paths = sorted(path.relative_to(given) for path in given.rglob("*") if path.suffix in (".md", ".txt"))
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
            show("one", "a file of ten lines", one_draft(installed, given.runs), peers.PROSELINT)
        if "many" in given.only:
            fast = [peer for peer in installed if not (given.quick and peer.name in SLOW)]
            with tempfile.TemporaryDirectory() as folder:
                library = Path(folder)
                files = (
                    own_library(given.folder, library) if given.folder else write(library, given.number, recipe(given))
                )
                some = many_templates(fast, library, files, given.runs)
                show("many", f"{len(files)} templates", some, peers.PROSELINT)
        if "cores" in given.only and not given.quick:
            with tempfile.TemporaryDirectory() as folder:
                number = len(write(Path(folder), given.for_cores, Recipe(fresh=True)))
                show("cores", f"{number} templates, no cache", cores(Path(folder), given.runs), ONE_CORE)
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
