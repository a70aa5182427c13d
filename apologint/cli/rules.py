"""`apologint rules`: what there is to find."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import click

from apologint.cli.options import color_option, configuration, rule_options, wants_color
from apologint.cli.pages import Page
from apologint.cli.rules_page import rules_page
from apologint.cli.rules_table import rules_table
from apologint.engine.rules import Rule
from apologint.linter import Linter


@click.command(short_help="List the rules.")
@click.option(
    "--format", "output_format", type=click.Choice(["table", "json", "markdown"]), default="table", show_default=True
)
@rule_options
@color_option
def rules(output_format: str, color: str, config_path: Path | None, **settings: Any) -> None:
    """List the rules: name, kind, step, severity, and what they see; as Markdown a page with all about each."""
    config = configuration(config_path, **settings)
    known = Linter(config).rules
    listed = known.rules.values()
    if output_format == "json":
        click.echo(json.dumps([_as_json(rule) for rule in listed], indent=2))
        return
    if output_format == "markdown":
        click.echo("\n".join(rules_page(known, config)))
        return
    page = Page(wants_color(color))
    headings, *lines = rules_table(listed, page.screen_width)
    page.show(headings, "bold")
    for line in lines:
        page.show(line)


def _as_json(rule: Rule) -> dict[str, Any]:
    return {
        "rule": rule.id,
        "kind": rule.kind,
        "step": rule.step,
        "severity": rule.severity,
        "quality": rule.quality,
        "what": rule.what,
        "why": rule.why,
        "source": rule.source,
        "message": rule.message,
        "suggestion": rule.suggestion,
        "bad": rule.bad,
        "good": rule.good,
    }
