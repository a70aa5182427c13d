"""`apologint config`: which settings hold, and where each comes from."""

from __future__ import annotations

import json
from pathlib import Path

import click

from apologint.cli.baseline_options import with_baseline
from apologint.cli.options import config_option, found_config, note_misnamed
from apologint.cli.pages import Page
from apologint.config import Config
from apologint.config.file import load_config
from apologint.config.overrides import settings_for
from apologint.config.shown import as_json, as_toml, shown_settings


@click.command(short_help="Show the settings that hold, and where each comes from.")
@click.argument("file", metavar="[FILE]", required=False)
@config_option
@click.option("--format", "output_format", type=click.Choice(["toml", "json"]), default="toml", show_default=True)
def config(file: str | None, config_path: Path | None, output_format: str) -> None:
    """Show the settings that hold in this folder, or for FILE with the overrides for it, and where each comes from.

    Options of other commands are not among them: these hold over what is shown.
    """
    path = found_config(config_path)
    if not config_path:
        note_misnamed(path)
    held = with_baseline(load_config(path) if path else Config(), config_path, asked=None, off=False)
    if file:
        held = settings_for(held, file)
    settings = shown_settings(held)
    if output_format == "json":
        click.echo(json.dumps({"file": path and str(path), "settings": as_json(settings)}, indent=2))
        return
    page = Page(color=False)
    page.show(f"# {path}" if path else "# no configuration file: these are the defaults")
    for line in as_toml(settings):
        page.show(line)
