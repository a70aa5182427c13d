"""`apologint report`: a page about a library, to keep and to hand on."""

from __future__ import annotations

import sys
from typing import Any

import click

from apologint.cli.check import check
from apologint.cli.targets import Target, TargetType

_FORMAT = "html"
_OF_CHECK_ALONE = {"formats", "output", "order", "statistics", "quiet", "exit_zero", "color"}


@click.command(
    short_help="Write a page about many drafts.",
    params=[option for option in check.params if option.name not in _OF_CHECK_ALONE],
)
@click.option("--format", "target", type=TargetType(), default=_FORMAT, metavar="NAME", help="Any of those of `check`.")
@click.option("--output", "-o", metavar="FILE", help="Write the page to this file, not to standard output.")
@click.pass_context
def report(ctx: click.Context, /, *, target: Target, output: str | None, **options: Any) -> int:
    """Write a page about the drafts in PATHS: an overview, a table, and each with its marks, findings, steps and score.

    The page is one file that needs no network and no other.

    Exit status: 0 the page is written, whether drafts fail or not; 2 wrong use, or something could not be read.
    """
    if sys.stdout.isatty() and not output and not target.file:
        raise click.UsageError("a page is not for reading on a terminal: name its file with --output FILE")
    status: int = ctx.invoke(check, formats=(target,), output=output, exit_zero=True, **options)
    return status
