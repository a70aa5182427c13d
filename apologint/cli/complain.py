"""Complaints on standard error, one line each."""

from __future__ import annotations

import sys

import click

from apologint.model import InputError
from apologint.output.sanitise import one_line


def complain(message: str) -> None:
    """Print `message` on standard error as one line; what a terminal would obey in it is spelt out."""
    click.echo(f"apologint: {one_line(message, sys.stderr.encoding)}", err=True)


def complain_of(error: InputError) -> None:
    """Print which input could not be read and why."""
    place = error.path if error.line is None else f"{error.path}:{error.line}"
    complain(f"{place}: {error.message}")
