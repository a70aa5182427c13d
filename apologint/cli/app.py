"""The program: its commands, and what becomes of their errors."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from importlib import import_module
from io import TextIOWrapper

import click
from click.exceptions import NoArgsIsHelpError

from apologint import __version__
from apologint.cli.complain import complain
from apologint.cli.status import INTERRUPTED, Status
from apologint.config import ConfigError
from apologint.engine.errors import ModelError
from apologint.engine.rules import RuleError
from apologint.source_errors import SourceError
from apologint.text.nearest import instead

PROGRAM = "apologint"
_COMMANDS = {
    "check": ("check", "check"),
    "report": ("report", "report"),
    "baseline": ("baseline", "baseline"),
    "rules": ("rules", "rules"),
    "explain": ("explain", "explain"),
    "parse": ("parse", "parse"),
    "test-rules": ("rule_examples", "test_rules"),
    "evaluate": ("evaluate", "evaluate"),
    "cache": ("cache", "cache"),
    "init": ("init", "init"),
    "config": ("config", "config"),
    "schema": ("schema", "schema"),
}
"""The module and the name in it of each command."""


class _Commands(click.Group):
    """Commands that are imported when they are called: one does not wait for what another needs."""

    def list_commands(self, _ctx: click.Context) -> list[str]:
        return list(_COMMANDS)

    def get_command(self, _ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in _COMMANDS:
            return None
        module, name = _COMMANDS[cmd_name]
        command: click.Command = getattr(import_module(f"apologint.cli.{module}"), name)
        return command

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        name = args[0]
        if name not in _COMMANDS and not name.startswith("-"):
            meant = f"did you mean '{PROGRAM} check {name}'?" if _seems_a_path(name) else instead(name, _COMMANDS)
            raise click.UsageError(f"unknown command '{name}': {meant}", ctx)
        return super().resolve_command(ctx, args)


def _seems_a_path(name: str) -> bool:
    return os.path.lexists(name) or any(mark in name for mark in "./\\")


@click.group(cls=_Commands, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.version_option(__version__, "--version", "-V", prog_name=PROGRAM, message="%(prog)s %(version)s")
def commands() -> None:
    """Lint apologies to customers: what spoils one, what is missing, and what to write instead."""


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
