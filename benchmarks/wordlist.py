"""A word list of an afternoon beside apologint: both on the same labels, measured by the same code.

    python benchmarks/wordlist.py LABELS.jsonl... [--docs DOCS.jsonl]

The word list (wordlist.yaml) is what one would write without a parser: the obvious phrases of each rule and step as
regular expressions, in any draft that says sorry.
"""

from __future__ import annotations

import argparse
import re
from collections.abc import Iterable, Iterator
from pathlib import Path

import yaml

from apologint.evaluate import Judgement, LabelledDraft, Measured, judge, measure, read_labels
from apologint.evaluate.figures import Counts
from apologint.evaluate.judgement import Marked
from apologint.evaluate.measure import StepFigures
from apologint.evaluate.page import number
from apologint.linter import Linter
from apologint.model import Kind, Quality, Step

_PHRASES = yaml.safe_load(Path(__file__).with_suffix(".yaml").read_text(encoding="utf-8"))


def find(text: str) -> Judgement:
    """What the word list says of a draft."""
    if not _has(_PHRASES["sorry"], text):
        return Judgement(Kind.FOLLOW_UP if _has(_PHRASES["later"], text) else Kind.OTHER)
    problems = tuple(_problems(text))
    steps = {step: _quality(text, _PHRASES["steps"][step]) for step in Step}
    points = sum(tuple(Quality).index(quality) for quality in steps.values())
    return Judgement(Kind.APOLOGY, steps, problems, score=points - len(problems))


def _problems(text: str) -> Iterator[Marked]:
    for rule, phrases in _PHRASES["problems"].items():
        for hit in re.finditer("|".join(phrases), text, re.IGNORECASE | re.MULTILINE):
            yield Marked(hit.start(), hit.end(), rule)


def _quality(text: str, phrases: dict[str, list[str]]) -> Quality:
    """The best quality that has a phrase in the text; they are listed best first."""
    return next((Quality(quality) for quality, some in phrases.items() if _has(some, text)), Quality.MISSING)


def _has(phrases: list[str], text: str) -> bool:
    return bool(re.search("|".join(phrases), text, re.IGNORECASE))


def side_by_side(words: Measured, linter: Measured) -> Iterator[str]:
    """The figures of both, a row of a table each."""
    yield _row("", "labelled", "word list", "", "", "apologint")
    yield _row("", "", "P", "R", "F1", "P", "R", "F1")
    yield _counts("kind: an apology or not", words.kind, linter.kind)
    yield _counts("problems", words.problems, linter.problems)
    for rule in _PHRASES["problems"]:
        yield _counts(f"  {rule}", words.rules.get(rule, Counts()), linter.rules.get(rule, Counts()))
    yield ""
    yield _row("step", "", "kappa", "accuracy", "", "kappa", "accuracy")
    for step in Step:
        yield _step(f"  {step.replace('_', '-')}", words.steps[step], linter.steps[step])
    yield _step("  mean", words, linter)
    yield ""
    for name, measured in (("word list", words), ("apologint", linter)):
        flagged = f"{measured.flagged_others} of {measured.others}"
        yield f"{name}: others with a finding {flagged}; score and rating, Spearman {number(measured.spearman)}"


def _counts(name: str, *both: Counts) -> str:
    labelled = str(both[0].right + both[0].missed)
    figures = (number(figure) for counts in both for figure in (counts.precision, counts.recall, counts.f1))
    return _row(name, labelled, *figures)


def _step(name: str, words: StepFigures | Measured, linter: StepFigures | Measured) -> str:
    return _row(
        name, "", number(words.kappa), number(words.accuracy), "", number(linter.kappa), number(linter.accuracy)
    )


def _row(name: str, labelled: str, *cells: str) -> str:
    return f"{name:26}{labelled:>9}" + "".join(f"{cell:>11}" for cell in cells)


def compare(drafts: list[LabelledDraft], rules: Iterable[str]) -> tuple[Measured, Measured]:
    """The figures of the word list and of apologint with its defaults."""
    texts = {draft.id: draft.text for draft in drafts}
    rules = tuple(rules)
    words = measure(drafts, {name: find(text) for name, text in texts.items()}, rules)
    return words, measure(drafts, dict(judge(Linter(), texts)), rules)


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description="A word list beside apologint, on the same labels.")
    parser.add_argument("labels", nargs="+", type=Path)
    parser.add_argument("--docs", type=Path, help="the texts, where the labels have none")
    given = parser.parse_args()
    files = [read_labels(path, given.docs) for path in given.labels]
    drafts = [draft for one in files for draft in one.drafts]
    print(f"{len(drafts)} labelled drafts")
    for line in side_by_side(*compare(drafts, files[0].rules)):
        print(line.rstrip())


if __name__ == "__main__":
    main()
