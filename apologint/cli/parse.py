"""`apologint parse`: what the parser saw, for those who write rules."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from apologint.cli.options import configuration, model_option, rule_options
from apologint.cli.pages import Page
from apologint.cli.streams import standard_input
from apologint.config import Config
from apologint.linter import Linter
from apologint.model import Draft, InputError
from apologint.sources import STDIN, ReadOptions, SourceError, read_drafts, read_text


@click.command(short_help="Show what the parser sees in a text.")
@click.argument("text", metavar="TEXT|FILE|-")
@rule_options
@model_option
def parse(text: str, config_path: Path | None, **settings: Any) -> None:
    """Show the words, clauses and places that the rules see in a text, in a file, or in standard input (-)."""
    config = configuration(config_path, **settings)
    linter = Linter(config)
    draft = draft_from(text, config)
    from apologint.engine.describe import describe  # noqa: PLC0415 - brings in spaCy

    Page().show(describe(linter.engine, draft))


def draft_from(argument: str, config: Config) -> Draft:
    """The draft that an argument is: the name of a file, `-` for standard input, or else the text itself.

    Raises:
        SourceError: it cannot be read, is blank, or is a file without a message.
    """
    options = ReadOptions(config.encoding, config.max_bytes, config.mode)
    file = None if argument == STDIN else _file(argument)
    if argument != STDIN and file is None:
        return read_text(argument, options)

    def refuse(error: InputError) -> None:
        raise SourceError(error.path, error.message, error.line)

    for draft in read_drafts([file], options, refuse, stdin=standard_input()):
        return draft
    raise SourceError(argument, "holds no message: name a file that does, or pass the words")


def _file(argument: str) -> Path | None:
    """The file of that name, if there is one."""
    try:
        return Path(argument) if Path(argument).is_file() else None
    except (OSError, ValueError):
        return None
