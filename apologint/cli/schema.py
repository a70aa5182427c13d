"""`apologint schema`: the JSON schemas by which editors check and complete."""

from __future__ import annotations

import json

import click

from apologint.config_schema import config_schema
from apologint.engine.rule_schema import rule_schema

_SCHEMAS = {"config": config_schema, "rules": rule_schema}


@click.command(short_help="Print the JSON schema of the configuration or of rule files.")
@click.argument("name", metavar="config|rules", type=click.Choice(list(_SCHEMAS)))
def schema(name: str) -> None:
    """Print the JSON schema of the configuration or of rule files, by which an editor checks and completes them."""
    click.echo(json.dumps(_SCHEMAS[name](), indent=2))
