"""The program: its commands, and what becomes of their errors."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from io import TextIOWrapper

import click
from click.exceptions import NoArgsIsHelpError

from apologint import __version__
from apologint.cli.check import check
from apologint.cli.complain import complain
from apologint.cli.explain import explain
from apologint.cli.parse import parse
from apologint.cli.rule_examples import test_rules
from apologint.cli.rules import rules
from apologint.cli.status import INTERRUPTED, Status
from apologint.config import ConfigError
from apologint.engine.errors import ModelError
from apologint.engine.rules import RuleError
from apologint.sources import SourceError

PROGRAM = "apologint"


@click.group(context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.version_option(__version__, "--version", "-V", prog_name=PROGRAM, message="%(prog)s %(version)s")
def commands() -> None:
    """Lint apologies to customers: what spoils one, what is missing, and what to write instead."""


for command in (check, rules, explain, parse, test_rules):
    commands.add_command(command)


def main(args: Sequence[str] | None = None) -> int:
    """Run the command line `args`, without them that of the process, and return the exit status.

    0: nothing failed; 1: some draft failed, or standard output was closed before all was written; 2: wrong use, a
    broken configuration or rule, or an input that could not be read; 130: interrupted.
    """
    if isinstance(sys.stdout, TextIOWrapper):
        sys.stdout.reconfigure(errors="backslashreplace")
    try:
        status = _run(args)
        sys.stdout.flush()
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return Status.FAILED
    except OSError as error:
        complain(f"{error}")
        return Status.ERROR
    return status


def _run(args: Sequence[str] | None) -> int:
    try:
        return commands.main(args, prog_name=PROGRAM, standalone_mode=False) or Status.PASSED
    except NoArgsIsHelpError as error:
        error.show()
    except click.ClickException as error:
        complain(error.format_message())
    except (ConfigError, ModelError, RuleError, SourceError) as error:
        complain(str(error))
    except (click.Abort, KeyboardInterrupt):
        return INTERRUPTED
    return Status.ERROR
