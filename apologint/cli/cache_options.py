"""Where what was found out is kept for later runs: options, environment, configuration, or the usual folder."""

from __future__ import annotations

import os
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any, TypeVar

import click

from apologint.cache.folder import VARIABLE, default_folder, prepare
from apologint.cli.complain import complain
from apologint.config import Config

_Command = TypeVar("_Command", bound=Callable[..., Any])


cache_dir_option = click.option(
    "--cache-dir",
    type=click.Path(path_type=Path),
    metavar="FOLDER",
    help=f"Where the cache lies.  [default: {VARIABLE}, or among the caches of your account]",
)


def cache_options(command: _Command) -> _Command:
    """Add the options `--cache`, `--no-cache` and `--cache-dir`; what they give goes to `configuration`."""
    on_or_off = click.option(
        "--cache/--no-cache",
        default=None,
        help="Use what earlier runs found out and keep it for later ones (the default), or find all of it out anew.",
    )
    return on_or_off(cache_dir_option(command))


def folder_of(config: Config, asked: Path | None = None) -> Path | None:
    """The folder of the cache: the one `asked` for, or that of the environment, the configuration or the user.

    None where the user has no home to keep it in.
    """
    return _named(config, asked) or default_folder()


def with_cache(config: Config, asked: Path | None = None) -> Config:
    """`config` with the folder to use, see `folder_of`.

    A folder that was named and cannot be used is complained of; the run goes on without a cache.
    """
    if not config.cache:
        return config
    named = _named(config, asked)
    if named is None:
        return replace(config, cache_dir=default_folder())
    return replace(config, cache_dir=named if _is_usable(named) else None)


def _named(config: Config, asked: Path | None) -> Path | None:
    variable = os.environ.get(VARIABLE)
    return asked or (Path(variable) if variable else config.cache_dir)


def _is_usable(folder: Path) -> bool:
    try:
        prepare(folder)
    except OSError as error:
        complain(f"{folder}: going on without a cache, as no folder can be made there: {error.strerror}")
        return False
    if not os.access(folder, os.W_OK):
        complain(f"{folder}: nothing more goes into the cache: the folder cannot be written to")
    return True
