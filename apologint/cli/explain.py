"""`apologint explain`: one rule in words, or why it did or did not fire on a text."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from apologint.cli.explanation import explain_rule, standing
from apologint.cli.options import color_option, configuration, model_option, rule_options, wants_color
from apologint.cli.pages import Page
from apologint.cli.parse import draft_from
from apologint.engine.rules import Rule, RuleSet
from apologint.linter import Linter
from apologint.linting.rule_names import unknown


@click.command(short_help="Explain a rule, or why it fires on a text.")
@click.argument("name", metavar="RULE")
@click.option("--on", "text", metavar="TEXT", help="Say why the rule fires or does not fire on this text.")
@click.option("--all", "whole", is_flag=True, help="Show all examples, and the patterns.")
@rule_options
@model_option
@color_option
def explain(name: str, text: str | None, whole: bool, color: str, config_path: Path | None, **settings: Any) -> None:
    """Explain RULE: what it sees, why customers mind, its source, what to write instead, some examples."""
    config = configuration(config_path, **settings)
    linter = Linter(config)
    rule = _rule(name, linter.rules)
    page = Page(wants_color(color))
    if text is None:
        _explain(rule, page, whole)
        return
    from apologint.engine.describe import why  # noqa: PLC0415 - brings in spaCy

    page.show(why(linter.engine, rule.id, draft_from(text, config)))


def _explain(rule: Rule, page: Page, whole: bool) -> None:
    page.show(f"{rule.id} ({standing(rule)})", "bold")
    for heading, text in explain_rule(rule, page.width, whole):
        page.show("")
        page.show(heading, "bold")
        page.show(text)
    if not whole:
        page.show("\n--all shows all examples, and the patterns.")


def _rule(name: str, rules: RuleSet) -> Rule:
    if name not in rules.rules:
        raise click.UsageError(unknown("rule", name, rules.rules))
    return rules.rules[name]
