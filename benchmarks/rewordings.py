"""What becomes of the verdict on a draft when the draft says the same in another form.

    python -m benchmarks.rewordings LABELS.jsonl...

rewordings.yaml has the forms. It needs no labels: what is said of a draft as it was written is compared with what is
said of it reworded.
"""

from __future__ import annotations

import argparse
import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path

import yaml

from apologint.evaluate import Judgement, judge, read_labels
from apologint.linter import Linter
from apologint.model import Step
from benchmarks.tables import table

_FORMS = Path(__file__).with_suffix(".yaml")
_HEAD = ("rewording", "drafts", "findings kept", "findings added", "steps kept", "kinds kept")


@dataclass(frozen=True)
class Rewording:
    """A name, and patterns with what to put for them, in order."""

    name: str
    pairs: Sequence[tuple[re.Pattern[str], str]]

    def of(self, text: str) -> str:
        """The text in this form; the same text where nothing of it has another."""
        for pattern, new in self.pairs:
            text = pattern.sub(partial(_cased, new), text)
        return text


def rewordings() -> list[Rewording]:
    """All of the file, in its order."""
    forms: Mapping[str, Sequence[tuple[str, str]]] = yaml.safe_load(_FORMS.read_text(encoding="utf-8"))
    return [
        Rewording(name, [(re.compile(old, re.IGNORECASE), new) for old, new in pairs]) for name, pairs in forms.items()
    ]


def rows(linter: Linter, texts: Mapping[str, str]) -> Iterator[tuple[str, ...]]:
    """How much of what is said of `texts` stays, for each rewording: of findings, of steps in apologies, of kinds."""
    said = dict(judge(linter, texts))
    for rewording in rewordings():
        changed = {name: new for name, text in texts.items() if (new := rewording.of(text)) != text}
        yield rewording.name, *_kept([(said[name], again) for name, again in judge(linter, changed)])


def _kept(pairs: Sequence[tuple[Judgement, Judgement]]) -> tuple[str, ...]:
    findings = [(_rules(one), _rules(other)) for one, other in pairs]
    found = sum(old.total() for old, _ in findings)
    stayed = sum((old & new).total() for old, new in findings)
    added = sum((new - old).total() for old, new in findings)
    apologies = [(one, other) for one, other in pairs if one.steps and other.steps]
    steps = sum(one.quality(step) == other.quality(step) for one, other in apologies for step in Step)
    kinds = sum(one.kind == other.kind for one, other in pairs)
    return (
        str(len(pairs)),
        f"{stayed} of {found}",
        str(added),
        f"{steps} of {len(apologies) * len(Step)}",
        f"{kinds} of {len(pairs)}",
    )


def _rules(said: Judgement) -> Counter[str]:
    return Counter(mark.rule for mark in said.problems)


def _cased(template: str, match: re.Match[str]) -> str:
    new = match.expand(template)
    return new[:1].upper() + new[1:] if match[0][:1].isupper() else new


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description="What becomes of a verdict when the draft says the same otherwise.")
    parser.add_argument("labels", nargs="+", type=Path, metavar="LABELS.jsonl")
    texts = {
        f"{path.stem} {name}": text
        for path in parser.parse_args().labels
        for name, text in read_labels(path).texts.items()
    }
    print(table(_HEAD, [*rows(Linter(), texts)]))


if __name__ == "__main__":
    main()
