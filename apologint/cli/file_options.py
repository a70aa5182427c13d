"""Options that say which files and which drafts in them are taken."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar

import click

from apologint.cli.options import ChoiceOf
from apologint.globs import Globs, is_glob
from apologint.language import Language

_Command = TypeVar("_Command", bound=Callable[..., Any])


def file_options(command: _Command) -> _Command:
    """Add the options that say which files and drafts are taken; the patterns hold from the working directory on."""
    for option in (
        click.option(
            "--language",
            type=ChoiceOf(Language),
            help="Skip drafts that are surely not in English, or lint any.  [default: en]",
        ),
        click.option(
            "--force-exclude/--no-force-exclude",
            default=None,
            help="Treat files named in PATHS as those of a folder: heed --exclude, skip empty ones. For hooks.",
        ),
        click.option(
            "--exclude",
            multiple=True,
            callback=_globs,
            metavar="GLOB",
            help="Pass over these in folders, beside what git ignores. Written as in a .gitignore. Repeatable.",
        ),
        click.option(
            "--include",
            multiple=True,
            callback=_globs,
            metavar="GLOB",
            help="Take only these from folders, such as *.tpl, which is not looked for otherwise. Repeatable.",
        ),
    ):
        command = option(command)
    return command


def _globs(_ctx: click.Context, _param: click.Parameter, values: tuple[str, ...]) -> Globs | None:
    for value in values:
        if not is_glob(value):
            raise click.BadParameter(f"'{value}' matches nothing: write a pattern such as *.md or old/")
    return Globs(values, Path.cwd()) if values else None
