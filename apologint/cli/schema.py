"""`apologint schema`: the JSON schemas by which editors check and complete."""

from __future__ import annotations

import json

import click

from apologint.cli.settings_page import settings_page
from apologint.config.schema import config_schema
from apologint.engine.rule_schema import rule_schema

_SCHEMAS = {"config": config_schema, "rules": rule_schema}


@click.command(short_help="Print the JSON schema of the configuration or of rule files.")
@click.argument("name", metavar="config|rules", type=click.Choice(list(_SCHEMAS)))
@click.option(
    "--format",
    "output_format",
    type=click.Choice(["json", "markdown"]),
    default="json",
    show_default=True,
    help="A schema for programs, or a page for people (config only).",
)
def schema(name: str, output_format: str) -> None:
    """Print the JSON schema of the configuration or of rule files, by which an editor checks and completes them."""
    if output_format == "json":
        click.echo(json.dumps(_SCHEMAS[name](), indent=2))
    elif name == "config":
        click.echo("\n".join(settings_page()))
    else:
        raise click.UsageError("the page of the rules is written by `apologint rules --format markdown`")
