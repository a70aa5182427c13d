"""The figures as lines to read and as an object for programs."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import asdict
from textwrap import shorten
from typing import TYPE_CHECKING, Any

from apologint.evaluate.figures import Counts
from apologint.evaluate.measure import Disagreement, Measured, Sort
from apologint.text.counted import counted

if TYPE_CHECKING:
    from apologint.evaluate.patterns import PatternFigures

SCHEMA_VERSION = 1
_WIDEST = 160
"""Characters of a pattern that are shown to read."""
_EXAMPLES = 3
"""False hits of a pattern that are shown to read; a program gets all."""


def as_lines(measured: Measured) -> Iterator[str]:
    """The figures, a line each."""
    yield f"{counted(measured.drafts, 'labelled draft')}"
    yield ""
    yield _row("", "precision", "recall", "F1", "right", "false", "missed")
    yield _counts("kind: an apology or not", measured.kind)
    yield _counts("problems", measured.problems)
    yield _counts("problems, whatever the rule", measured.any_rule)
    yield ""
    for rule, counts in measured.rules.items():
        yield _counts(f"  {rule}", counts)
    yield ""
    yield _row("step", "kappa", "accuracy", "met: P", "R", "F1")
    for step, figures in measured.steps.items():
        met = figures.met
        cells = (figures.kappa, figures.accuracy, met.precision, met.recall, met.f1)
        yield _row(f"  {step.replace('_', '-')}", *map(number, cells))
    yield _row("  mean", number(measured.kappa), number(measured.accuracy))
    yield ""
    yield f"others with a finding: {measured.flagged_others} of {measured.others}"
    yield f"faultless drafts with a finding: {measured.flagged_faultless} of {measured.faultless}"
    yield f"score and rating, Spearman: {number(measured.spearman)} ({counted(measured.rated, 'rated draft')})"


def pattern_lines(patterns: Iterable[PatternFigures]) -> Iterator[str]:
    """A line for each pattern, and some of its false hits below it."""
    yield f"{'false':>6}{'right':>6}  pattern"
    for one in patterns:
        pattern = one.pattern
        written = shorten(pattern.text, _WIDEST, placeholder=" ...")
        yield f"{len(one.false):>6}{one.right:>6}  {pattern.rule} ({pattern.path.name}:{pattern.line})  {written}"
        yield from (f'{"":14}{hit.id}  "{_flat(hit.words)}"' for hit in one.false[:_EXAMPLES])


def as_json(
    measured: Measured, shown: Iterable[Disagreement] | None, patterns: Iterable[PatternFigures] | None = None
) -> dict[str, Any]:
    """The figures under names; `shown` are the disagreements to list, if any were asked for, `patterns` likewise."""
    figures: dict[str, Any] = {
        "schema_version": SCHEMA_VERSION,
        "drafts": measured.drafts,
        "kind": _object(measured.kind),
        "problems": _object(measured.problems),
        "any_rule": _object(measured.any_rule),
        "rules": {rule: _object(counts) for rule, counts in measured.rules.items()},
        "steps": {
            step: {"kappa": one.kappa, "accuracy": one.accuracy, "met": _object(one.met)}
            for step, one in measured.steps.items()
        },
        "steps_mean": {"kappa": measured.kappa, "accuracy": measured.accuracy},
        "others": {"drafts": measured.others, "with_finding": measured.flagged_others},
        "faultless": {"drafts": measured.faultless, "with_finding": measured.flagged_faultless},
        "spearman": {"value": measured.spearman, "drafts": measured.rated},
    }
    if shown is not None:
        figures["disagreements"] = [asdict(one) for one in shown]
    if patterns is not None:
        figures["patterns"] = [_pattern(one) for one in patterns]
    return figures


def as_line(one: Disagreement) -> str:
    """One disagreement."""
    where = f'in "{_flat(one.around)}"'
    what = {
        Sort.MISSED: f'missed "{_flat(one.said)}" {where}',
        Sort.FALSE: f'false "{_flat(one.found)}" {where}',
        Sort.OTHERWISE: f"labelled {one.said}, found {_flat(one.found)}",
    }
    return f"{one.topic.replace('_', '-')}  {one.id}  {what[one.sort]}"


def number(value: float | None) -> str:
    """A figure with three places; a dash where there is none."""
    return "-" if value is None else f"{value:.3f}"


def _counts(name: str, counts: Counts) -> str:
    figures = map(number, (counts.precision, counts.recall, counts.f1))
    return _row(name, *figures, str(counts.right), str(counts.false), str(counts.missed))


def _row(name: str, *cells: str) -> str:
    return f"{name:28}" + "".join(f"{cell:>10}" for cell in cells)


def _object(counts: Counts) -> dict[str, float]:
    return {"precision": counts.precision, "recall": counts.recall, "f1": counts.f1, **asdict(counts)}


def _pattern(one: PatternFigures) -> dict[str, Any]:
    pattern = one.pattern
    place = {"rule": pattern.rule, "path": str(pattern.path), "line": pattern.line, "pattern": pattern.text}
    return {**place, "right": one.right, "false": [asdict(hit) for hit in one.false]}


def _flat(words: str) -> str:
    return " ".join(words.split())
