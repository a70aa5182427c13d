"""In which ways of saying a thing apologint sees it: frames joined with fillings, a share for each frame and filling.

    python -m benchmarks.grids [GRID.yaml...] [--show]

A grid is a list of frames, each a way to say one thing, and of fillings, what it is said of; every frame is joined with
every filling. A frame that is missed whatever stands in it lacks a pattern, and a filling that is missed in most frames
lacks a word: that is what a list of single sentences cannot tell. What `held` grids hold is counted only, never shown:
they tell what carries over to frames that nobody wrote rules by.
"""

from __future__ import annotations

import argparse
import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import yaml

from apologint.config import Config
from apologint.evaluate import Judgement, judge
from apologint.linter import Linter
from apologint.model import Kind, Region, Step
from benchmarks.tables import table

_FOLDER = Path(__file__).with_suffix("")
_HEAD = ("grid", "expected", "sentences", "right")
_SLOT = re.compile(r"\{(\w+)\}")
_MISSED = 0.75
"""Frames and fillings with less than this share right are shown."""


@dataclass(frozen=True)
class Sentence:
    """A frame with a filling in it, and the draft it stands in from `start` to `end`, in characters from 0."""

    frame: str
    filling: str
    draft: str
    start: int
    end: int


@dataclass(frozen=True)
class Grid:
    """What is expected of all sentences of some frames and fillings; `expect` has one of rule, nothing, kind, step."""

    id: str
    expect: Mapping[str, str]
    before: str
    after: str
    frames: Sequence[str]
    fillings: Sequence[Mapping[str, str]]
    held: bool

    @property
    def expected(self) -> str:
        """In a word or two."""
        return " ".join(value for key, value in self.expect.items() if key != "nothing") or "nothing"

    def sentences(self) -> Iterator[Sentence]:
        """Every frame with every filling."""
        for frame in self.frames:
            for filling in self.fillings:
                said = filled(frame, filling)
                draft = self.before + said + self.after
                yield Sentence(frame, next(iter(filling.values())), draft, len(self.before), len(self.before + said))

    def is_right(self, sentence: Sentence, said: Judgement) -> bool:
        """Whether what is said of the draft is as expected of this sentence."""
        if "kind" in self.expect:
            return said.kind == self.expect["kind"]
        if "step" in self.expect:
            return said.quality(Step(self.expect["step"])) == self.expect["quality"]
        here = Region(sentence.start, sentence.end)
        rules = {mark.rule for mark in said.problems if here.touches(mark)}
        return self.expect["rule"] in rules if "rule" in self.expect else not rules


def filled(frame: str, filling: Mapping[str, str]) -> str:
    """A frame with its slots filled; `{Slot}` begins what `{slot}` stands for with a capital.

    Raises:
        KeyError: the filling lacks a form that the frame asks for.
    """

    def form(slot: re.Match[str]) -> str:
        name = slot[1]
        if name in filling:
            return filling[name]
        text = filling[name[0].lower() + name[1:]]
        return text[0].upper() + text[1:]

    return _SLOT.sub(form, frame)


def grids(path: Path) -> list[Grid]:
    """Those of a file, in its order; a file that ends with `_held` holds grids that are not to be read."""
    held = path.stem.endswith("_held")
    return [Grid(held=held, **{"before": "", "after": "", **each}) for each in yaml.safe_load(path.read_text("utf-8"))]


def judged(grid: Grid, linter: Linter) -> list[tuple[Sentence, bool]]:
    """Each sentence of a grid, and whether it is judged as expected."""
    sentences = list(grid.sentences())
    said = dict(judge(linter, {str(at): each.draft for at, each in enumerate(sentences)}))
    return [(each, grid.is_right(each, said[str(at)])) for at, each in enumerate(sentences)]


def missed(results: Sequence[tuple[Sentence, bool]]) -> Iterator[str]:
    """The frames, then the fillings, that are right less often than most, the worst first, with a sentence each."""
    for part in ("frame", "filling"):
        shares: dict[str, list[tuple[Sentence, bool]]] = defaultdict(list)
        for sentence, ok in results:
            shares[getattr(sentence, part)].append((sentence, ok))
        for name, some in sorted(shares.items(), key=lambda item: _share(item[1])):
            if _share(some) < _MISSED:
                worst = next(sentence for sentence, ok in some if not ok)
                yield f"  {_share(some):.2f} {part} {name} | {worst.draft[worst.start : worst.end]}"


def _share(results: Sequence[tuple[Sentence, bool]]) -> float:
    return sum(ok for _, ok in results) / len(results)


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description="Frames and fillings: in which ways of saying a thing it is seen.")
    parser.add_argument("files", nargs="*", type=Path, metavar="GRID.yaml", help="those of benchmarks/grids by default")
    parser.add_argument("--show", action="store_true", help="print the frames and fillings that are missed")
    given = parser.parse_args()
    whole, part = Linter(), Linter(Config(kind=Kind.APOLOGY))
    rows = []
    for grid in (grid for path in given.files or sorted(_FOLDER.glob("*.yaml")) for grid in grids(path)):
        results = judged(grid, whole if "kind" in grid.expect else part)
        rows.append((grid.id, grid.expected, str(len(results)), f"{_share(results):.2f}"))
        if given.show and not grid.held:
            print(grid.id, *missed(results), sep="\n")
    print(table(_HEAD, rows))


if __name__ == "__main__":
    main()
