"""Options that say how many drafts are shown in the text report."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any, TypeVar

import click

from apologint.cli.options import ChoiceOf
from apologint.cli.targets import DEFAULT, Target
from apologint.output.context import TOP, Order

_Command = TypeVar("_Command", bound=Callable[..., Any])


def list_options(command: _Command) -> _Command:
    """Add the options `--sort`, `--top` and `--statistics`."""
    for option in (
        click.option("--statistics", is_flag=True, help="Show the tables about all drafts, and no draft."),
        click.option(
            "--top",
            type=click.IntRange(min=1),
            default=TOP,
            show_default=True,
            metavar="N",
            help="Show at most so many drafts whole, and so many drafts or sentences in a table.",
        ),
        click.option(
            "--sort",
            "order",
            type=ChoiceOf(Order),
            default=Order.PATH.value,
            show_default=True,
            help="Show drafts as they are found, or the worst first.",
        ),
    ):
        command = option(command)
    return command


def check_list_options(targets: Sequence[Target], order: Order, *, statistics: bool, quiet: bool) -> None:
    """See that the wishes can be met.

    Raises:
        click.UsageError: they are for the text report and none is written, or they exclude each other.
    """
    asked = [name for name, given in (("--statistics", statistics), ("--sort", order is not Order.PATH)) if given]
    if asked and all(target.format != DEFAULT for target in targets):
        raise click.UsageError(f"{asked[0]} is for the text report: add --format {DEFAULT}")
    if statistics and quiet:
        raise click.UsageError("--quiet shows the drafts that fail and --statistics shows none: leave one out")
