"""`apologint cache`: what is kept for later runs."""

from __future__ import annotations

import json
from pathlib import Path

import click

from apologint.cache.contents import contents, empty
from apologint.cli.cache_options import cache_dir_option, folder_of
from apologint.cli.options import config_option, configuration
from apologint.cli.pages import Page
from apologint.text.counted import counted

_KILO = 1000


@click.group(short_help="Show or clear what is kept for later runs.")
def cache() -> None:
    """Show or clear what is kept for later runs. Nothing in it is needed: all of it can be found out again."""


@cache.command(short_help="Show where the cache is, and what is in it.")
@click.option("--format", "output_format", type=click.Choice(["text", "json"]), default="text", show_default=True)
@config_option
@cache_dir_option
def info(output_format: str, config_path: Path | None, cache_dir: Path | None) -> None:
    """Show where the cache is, how large it is, and what is in it."""
    folder = _folder(config_path, cache_dir)
    found = contents(folder)
    if output_format == "json":
        shown = {"folder": str(folder), "bytes": found.size, "analyses": found.analyses, "derived": found.derived}
        click.echo(json.dumps(shown, indent=2))
        return
    kept = f"{counted(found.analyses, 'analysed draft')}, {counted(found.derived, 'file')} made from rules"
    Page(color=False).show(f"{folder}: {_readable(found.size)}: {kept}")


@cache.command(short_help="Remove all that is kept.")
@config_option
@cache_dir_option
def clear(config_path: Path | None, cache_dir: Path | None) -> None:
    """Remove all that is kept; the folder stays, and what else is in it."""
    folder = _folder(config_path, cache_dir)
    Page(color=False).show(f"{folder}: {_readable(empty(folder))} removed")


def _folder(config_path: Path | None, cache_dir: Path | None) -> Path:
    folder = folder_of(configuration(config_path, cache=False), cache_dir)
    if folder is None:
        raise click.ClickException("there is no cache: name a folder with --cache-dir")
    return folder


def _readable(size: int) -> str:
    if size < _KILO:
        return counted(size, "byte")
    return f"{size / _KILO:.0f} kB" if size < _KILO**2 else f"{size / _KILO**2:.1f} MB"
