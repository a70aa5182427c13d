"""`apologint init`: begin to use apologint in a folder."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path

import click

from apologint import starter
from apologint.cli.complain import complain
from apologint.cli.status import Status
from apologint.config_file import OWN_NAMES
from apologint.starter import StarterFile


@click.command(short_help="Write a configuration to begin with.")
@click.option("--pre-commit", is_flag=True, help="Write .pre-commit-config.yaml with the hook as well.")
@click.option("--github", is_flag=True, help="Write a workflow for GitHub Actions as well.")
@click.option("--gitlab", is_flag=True, help="Write a pipeline for GitLab as well.")
def init(*, pre_commit: bool, github: bool, gitlab: bool) -> Status:
    """Write apologint.toml into this folder, with the common settings explained, and entries for hooks and CI.

    Nothing is overwritten: if one of the files is there already, none is written, and what would have stood in it is
    shown, to be added by hand.
    """
    files = [starter.configuration()]
    if pre_commit:
        files.append(starter.pre_commit())
    if github:
        files.append(starter.github())
    if gitlab:
        files.append(starter.gitlab())
    there = list(_already_there(files))
    if there:
        _refuse(there)
        return Status.ERROR
    for file in files:
        path = Path(file.path)
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(file.text, encoding="utf-8")
        click.echo(f"wrote {path}")
    return Status.PASSED


def _already_there(files: Sequence[StarterFile]) -> Iterable[tuple[Path, StarterFile]]:
    """The files that exist, each with what was to be written; any configuration of ours stands for the new one."""
    configuration, *entries = files
    for name in OWN_NAMES:
        if Path(name).exists():
            yield Path(name), configuration
    yield from ((Path(file.path), file) for file in entries if Path(file.path).exists())


def _refuse(there: Iterable[tuple[Path, StarterFile]]) -> None:
    for path, file in there:
        if path.name in OWN_NAMES:
            complain(f"{path}: is there already: edit it, or move it away")
        else:
            complain(f"{path}: is there already: add this to it by hand")
            click.echo(file.text)
    complain("nothing was written")
