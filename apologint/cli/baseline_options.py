"""Which baseline is used: the options `--baseline` and `--no-baseline`, the configuration, or the usual place."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any, TypeVar

import click

from apologint.baseline.place import BASELINE_NAME, find_baseline
from apologint.cli.options import found_config
from apologint.config import Config

_Command = TypeVar("_Command", bound=Callable[..., Any])

baseline_option = click.option(
    "--baseline",
    "baseline_path",
    type=click.Path(dir_okay=False, path_type=Path),
    metavar="FILE",
    help=f"Baseline with the findings that are held back.  [default: {BASELINE_NAME}]",
)


def baseline_options(command: _Command) -> _Command:
    """Add the options that say which findings are held back."""
    off = click.option("--no-baseline", is_flag=True, help="Report old findings too.")
    return baseline_option(off(command))


def with_baseline(config: Config, config_path: Path | None, asked: Path | None, *, off: bool) -> Config:
    """`config` with the baseline to use: the one `asked` for, or that of the configuration, or the usual one if any.

    Raises:
        click.UsageError: one is asked for and it is switched off.
    """
    if asked and off:
        raise click.UsageError("--baseline and --no-baseline: leave one out")
    if off:
        return replace(config, baseline=None)
    usual = baseline_place(config, config_path, asked)
    return replace(config, baseline=usual if asked or config.baseline or usual.is_file() else None)


def baseline_place(config: Config, config_path: Path | None, asked: Path | None) -> Path:
    """Where the baseline is, or would be: beside the configuration file, or else the nearest one upwards."""
    if named := asked or config.baseline:
        return named
    beside = found_config(config_path)
    if beside:
        return beside.parent / BASELINE_NAME
    return find_baseline(Path.cwd()) or Path(BASELINE_NAME)
