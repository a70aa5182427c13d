"""What is measured: one draft, a library of templates, and a large one with one and with two processes."""

from __future__ import annotations

import itertools
import tempfile
from collections.abc import Callable, Iterable, Sequence
from functools import partial
from pathlib import Path

from benchmarks.apologint_runs import LOAD_SPACY, Apologint
from benchmarks.measure import Taken, in_turn, run
from benchmarks.peers import Peer

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


class Drafts:
    """Two drafts in a folder, by their names: `seen` stays as it is."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._numbers = itertools.count(1)
        self.seen = "seen.txt"
        Path(folder, self.seen).write_text(APOLOGY.format(number=0), encoding="utf-8")

    def new(self, text: str) -> str:
        """The draft that is made again from `text`, with another number in it."""
        path = Path(self._folder, "new.txt")
        path.write_text(text.format(number=next(self._numbers)), encoding="utf-8")
        return path.name


def one_draft(installed: Iterable[Peer], runs: int) -> dict[str, Taken]:
    """Times for one short file, by what checks it."""
    with tempfile.TemporaryDirectory() as folder, Apologint.over(Path(folder)) as apologint:
        drafts = Drafts(Path(folder))
        actions: Actions = {
            SPACY: partial(run, LOAD_SPACY),
            **{peer.name: partial(run, peer.command(Path(folder), [Path(drafts.seen)])) for peer in installed},
            NEW: lambda: apologint.kept(drafts.new(APOLOGY)),
            FIRST: lambda: apologint.nothing_kept(drafts.new(APOLOGY)),
            SEEN: lambda: apologint.kept(drafts.seen),
            PLAIN: lambda: apologint.kept(drafts.new(NO_APOLOGY)),
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
