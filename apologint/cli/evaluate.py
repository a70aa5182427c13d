"""`apologint evaluate`: how well it sees what you see in your own replies."""

from __future__ import annotations

import json
import sys
from collections.abc import Collection, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from apologint.cli.cache_options import cache_options
from apologint.cli.complain import complain_of
from apologint.cli.options import configuration, jobs_option, model_option, rule_options
from apologint.cli.pages import Page
from apologint.cli.status import Status
from apologint.engine.rules import RuleKind
from apologint.evaluate import LABEL_RULES, Disagreement, Labels, Measured, drafts_of, judge, measure, read_labels
from apologint.evaluate.page import as_json, as_line, as_lines, pattern_lines
from apologint.linter import Linter
from apologint.model import Step
from apologint.text.counted import counted
from apologint.text.nearest import instead

if TYPE_CHECKING:
    from apologint.evaluate.patterns import PatternFigures

_FILE = click.Path(exists=True, dir_okay=False, path_type=Path)


@click.command(short_help="Measure apologint on replies that you labelled.")
@click.argument("labels_path", metavar="LABELS.jsonl", type=_FILE)
@click.option("--docs", "docs_path", type=_FILE, metavar="DOCS.jsonl", help="The texts, where LABELS has none.")
@click.option("--show", metavar="RULE|STEP|kind|all", help="List where apologint and the labels disagree.")
@click.option("--patterns", metavar="RULE|STEP|kind|all", help="Count right and false hits of each pattern of rules.")
@click.option("--format", "output_format", type=click.Choice(["text", "json"]), default="text", show_default=True)
@rule_options
@model_option
@cache_options
@jobs_option
def evaluate(
    *,
    labels_path: Path,
    docs_path: Path | None,
    show: str | None,
    patterns: str | None,
    output_format: str,
    config_path: Path | None,
    jobs: int,
    **settings: Any,
) -> int:
    """Measure how well apologint sees what people saw in the drafts of LABELS.jsonl.

    Each line is {"id", "text", "kind", "steps", "problems": [{"rule", "quote"}], "rating"}; docs/labelling.md says
    what each means, docs/accuracy.md how the figures are made. The texts may stand in --docs instead: {"id", "text"}.

    Exit status: 0 measured; 2 wrong use, a line that cannot be used, or words that are not in their draft.
    """
    linter = Linter(configuration(config_path, **settings), jobs=jobs)
    known = {*LABEL_RULES, *(rule.id for rule in linter.rules.of_kind(RuleKind.PROBLEM))}
    topic = _topic("--show", show, known)
    about = _topic("--patterns", patterns, linter.rules.rules)
    labels = read_labels(labels_path, docs_path, known)
    measured = _measured(linter, labels)
    found = _patterns(linter, labels, about) if about else None
    linter.keep()
    shown = [one for one in measured.disagreements if topic in ("all", one.topic)] if topic else None
    if output_format == "json":
        click.echo(json.dumps(as_json(measured, shown, found), indent=2))
    else:
        _print(measured, shown, found)
    for error in labels.unplaced:
        complain_of(error)
    return Status.ERROR if labels.unplaced else Status.PASSED


def _topic(option: str, written: str | None, rules: Collection[str]) -> str | None:
    """What an option asks about; a step may be written with a dash."""
    if written is None:
        return None
    steps = {step.replace("_", "-"): str(step) for step in Step}
    name = written.lower().replace("_", "-")
    if name in ("all", "kind") or name in rules:
        return name
    if name in steps:
        return steps[name]
    hint = instead(name, ["all", "kind", *steps, *sorted(rules)]) or "a rule, a step, kind or all"
    raise click.BadParameter(f"nothing is called '{written}': {hint}", param_hint=option)


def _measured(linter: Linter, labels: Labels) -> Measured:
    from apologint.cli.progress import with_bar  # noqa: PLC0415 - brings in rich's bars

    total = len(labels.drafts)
    watched = (lambda reports: with_bar(reports, lambda: total)) if sys.stderr.isatty() else iter
    return measure(labels.drafts, dict(judge(linter, labels.texts, watched)), labels.rules)


def _patterns(linter: Linter, labels: Labels, topic: str) -> list[PatternFigures]:
    from apologint.evaluate.patterns import is_about, is_measured, measure_patterns  # noqa: PLC0415 - brings in spaCy

    rules = [rule for rule in linter.rules.rules.values() if is_measured(rule, labels.rules) and is_about(rule, topic)]
    drafts = list(drafts_of(labels.texts, linter.config))
    return measure_patterns(linter.engine, labels.drafts, drafts, rules)


def _print(measured: Measured, shown: Sequence[Disagreement] | None, patterns: Sequence[PatternFigures] | None) -> None:
    page = Page()
    for line in as_lines(measured):
        page.show(line)
    if shown is not None:
        page.show(f"\n{counted(len(shown), 'disagreement')}")
        for one in shown:
            page.show(as_line(one))
    if patterns is not None:
        page.show("")
        for line in pattern_lines(patterns):
            page.show(line)
