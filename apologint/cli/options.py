"""Options that several commands take, and the configuration they make."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from enum import StrEnum
from pathlib import Path
from typing import Any, TypeVar

import click

from apologint.choices import AUTO, choice_names, encoding_name
from apologint.cli.cache_options import with_cache
from apologint.cli.complain import complain
from apologint.config import Config
from apologint.config.file import find_config, find_misnamed, load_config
from apologint.config.place import from_here
from apologint.linting.jobs import cores

_Command = TypeVar("_Command", bound=Callable[..., Any])
_Choice = TypeVar("_Choice", bound=StrEnum)


class ChoiceOf(click.Choice[str]):
    """One of some choices, under the names that users write; None for `auto` where that is one of them."""

    def __init__(self, choices: type[StrEnum], *, auto: bool = False) -> None:
        self._choices = choice_names(choices)
        super().__init__([*([AUTO] if auto else []), *self._choices])

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Any:
        """The choice that `value` names."""
        return self._choices.get(super().convert(value, param, ctx))


def split_commas(_ctx: click.Context, _param: click.Parameter, values: tuple[str, ...]) -> tuple[str, ...]:
    """The names in a repeatable option that also takes several, with commas between."""
    return tuple(name.strip() for value in values for name in value.split(",") if name.strip())


def known_encoding(_ctx: click.Context, _param: click.Parameter, value: str | None) -> str | None:
    """The name of an encoding, if Python knows it."""
    if value is None:
        return None
    try:
        return encoding_name(value)
    except LookupError as error:
        raise click.BadParameter(str(error)) from error


config_option = click.option(
    "--config",
    "config_path",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    help="Configuration file, instead of the nearest apologint.toml, .apologint.yaml or pyproject.toml.",
)


def rule_options(command: _Command) -> _Command:
    """Add the options that say which configuration and rules are used."""
    folder = click.Path(exists=True, file_okay=False, path_type=Path)
    for option in (
        click.option(
            "--builtin-rules/--no-builtin-rules",
            default=None,
            help="Use the rules and words that come with apologint (the default), or only those of --rules.",
        ),
        click.option(
            "--rules", "rule_dirs", type=folder, multiple=True, help="Folder with rules of your own. Repeatable."
        ),
        config_option,
    ):
        command = option(command)
    return command


model_option = click.option("--model", metavar="NAME", help="Installed spaCy English pipeline that parses the drafts.")

jobs_option = click.option(
    "--jobs",
    "-j",
    type=click.IntRange(1),
    default=cores,
    metavar="N",
    help="Read many drafts in up to N processes.  [default: one for each processor core]",
)

color_option = click.option(
    "--color",
    type=click.Choice(["auto", "always", "never"]),
    default="auto",
    show_default=True,
    help="When to colour; auto heeds NO_COLOR.",
)


def wants_color(color: str) -> bool | None:
    """Whether to colour, or None to find out."""
    return {"always": True, "never": False}.get(color)


def found_config(config_path: Path | None) -> Path | None:
    """The configuration file that is asked for, or else the nearest, if there is one."""
    return config_path or find_config(Path.cwd())


def note_misnamed(found: Path | None) -> None:
    """Say on standard error that a file which seems to be the configuration is not read, but `found` or none."""
    misnamed = find_misnamed(Path.cwd(), found)
    if misnamed:
        path, name = misnamed
        complain(f"{from_here(path)}: is not read: a configuration of this kind is called {name}")


def configuration(config_path: Path | None, **given: Any) -> Config:
    """The configuration: the defaults, changed by the file, changed by the options that are `given`.

    An option holds over the overrides for some files too; but what these ignore stays ignored.

    An option that is None or empty is not given. The folder of the cache is settled, and complained of if need be.

    Raises:
        ConfigError: the file cannot be used.
    """
    path = found_config(config_path)
    if not config_path:
        note_misnamed(path)
    config = load_config(path) if path else Config()
    options = {name: value for name, value in given.items() if value not in (None, ())}
    said = {name: place for name, place in config.said.items() if name not in options}
    overrides = tuple(override.without(options.keys() - {"ignore"}) for override in config.overrides)
    return with_cache(replace(config, **{"said": said, "overrides": overrides, **options}), options.get("cache_dir"))
