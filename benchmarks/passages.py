"""What apologint sees in passages that show one fault, one step or one kind each.

    python -m benchmarks.passages [TOPIC...] [--show]

passages/TOPIC.jsonl has a passage a line: `text`, `label`, and `quote`, the words that show it. The label of a rule is
`fires`, or `not` for a near miss; that of a step a quality, that of `kind` a kind. `read` says whether the authors of
the rules have read it: what is right more often among those is learnt by heart. Passages that were not read are counted
only, never shown.
"""

from __future__ import annotations

import argparse
import json
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from apologint.config import Config
from apologint.evaluate import Judgement, judge
from apologint.linter import Linter
from apologint.model import Kind, Region, Step
from benchmarks.tables import table

_FOLDER = Path(__file__).with_suffix("")
_HEAD = ("topic", "label", "right, read", "right, not read")
_STEPS = {str(step) for step in Step}
TOPICS = sorted(path.stem for path in _FOLDER.glob("*.jsonl"))


@dataclass(frozen=True)
class Passage:
    """A few sentences and what they are to be taken for; without a quote it is the whole text that shows it."""

    topic: str
    text: str
    label: str
    read: bool
    quote: str = ""

    def is_right(self, said: Judgement) -> bool:
        """Whether what is said of the text is as labelled."""
        if self.topic == "kind":
            return said.kind == self.label
        if self.topic in _STEPS:
            return said.quality(Step(self.topic)) == self.label
        hits = [mark for mark in said.problems if mark.rule == self.topic]
        if self.label == "not":
            return not hits
        start = self.text.find(self.quote)
        shown = Region(start, start + len(self.quote or self.text))
        return any(shown.touches(mark) for mark in hits)


def passages(topic: str) -> list[Passage]:
    """Those of a topic, in the order of the file."""
    lines = (_FOLDER / f"{topic}.jsonl").read_text(encoding="utf-8").splitlines()
    return [Passage(topic, **json.loads(line)) for line in lines]


def judged(some: Sequence[Passage]) -> list[bool]:
    """Whether each is judged as labelled; one of a fault or a step is taken for a part of an apology."""
    right: dict[int, bool] = {}
    for kind in {_taken_for(one) for one in some}:
        here = {str(at): one for at, one in enumerate(some) if _taken_for(one) is kind}
        for at, said in judge(Linter(Config(kind=kind)), {name: one.text for name, one in here.items()}):
            right[int(at)] = here[at].is_right(said)
    return [right[at] for at in range(len(some))]


def _taken_for(one: Passage) -> Kind | None:
    return None if one.topic == "kind" else Kind.APOLOGY


def rows(some: Sequence[Passage], right: Sequence[bool]) -> Iterator[tuple[str, ...]]:
    """How many are right for each topic and label, among those that were read and those that were not."""
    all_of = Counter((one.topic, one.label, one.read) for one in some)
    right_of = Counter((one.topic, one.label, one.read) for one, ok in zip(some, right, strict=True) if ok)
    for topic, label in dict.fromkeys((one.topic, one.label) for one in some):
        yield (
            topic,
            label,
            *(f"{right_of[topic, label, read]} of {all_of[topic, label, read]}" for read in (True, False)),
        )


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description="Passages that show one fault, step or kind each.")
    parser.add_argument("topics", nargs="*", metavar="TOPIC", help=", ".join(TOPICS))
    parser.add_argument("--show", action="store_true", help="print the passages that were read and are judged wrongly")
    given = parser.parse_args()
    unknown = [topic for topic in given.topics if topic not in TOPICS]
    if unknown:
        parser.error(f"no passages on {', '.join(unknown)}; there are some on {', '.join(TOPICS)}")
    some = [one for topic in given.topics or TOPICS for one in passages(topic)]
    right = judged(some)
    for one in (one for one, ok in zip(some, right, strict=True) if given.show and one.read and not ok):
        print(f"{one.topic} {one.label}: {one.text}")
    print(table(_HEAD, [*rows(some, right)]))


if __name__ == "__main__":
    main()
