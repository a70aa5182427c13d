"""`apologint init`: begin to use apologint in a folder."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

import click

from apologint import starter
from apologint.cli.complain import complain
from apologint.cli.status import Status
from apologint.config.file import OWN_NAMES
from apologint.starter import StarterFile


@click.command(short_help="Write a configuration to begin with.")
@click.option("--pre-commit", is_flag=True, help="Write .pre-commit-config.yaml with the hook as well.")
@click.option("--github", is_flag=True, help="Write a workflow for GitHub Actions as well.")
@click.option("--gitlab", is_flag=True, help="Write a pipeline for GitLab as well.")
def init(*, pre_commit: bool, github: bool, gitlab: bool) -> Status:
    """Write apologint.toml into this folder, with the common settings explained, and entries for hooks and CI.

    Nothing is overwritten. A configuration that is there is left as it is; if a hook or pipeline is there, nothing is
    written, and what would have stood in it is shown, to be added by hand.
    """
    entries = []
    if pre_commit:
        entries.append(starter.pre_commit())
    if github:
        entries.append(starter.github())
    if gitlab:
        entries.append(starter.gitlab())
    configured = [Path(name) for name in OWN_NAMES if Path(name).exists()]
    there = [file for file in entries if Path(file.path).exists()]
    if there or (configured and not entries):
        _refuse(configured, there)
        return Status.ERROR
    for file in entries if configured else [starter.configuration(), *entries]:
        path = Path(file.path)
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(file.text, encoding="utf-8")
        click.echo(f"wrote {path}")
    return Status.PASSED


def _refuse(configured: Iterable[Path], there: Iterable[StarterFile]) -> None:
    for path in configured:
        complain(f"{path}: is there already: edit it, or move it away")
    for file in there:
        complain(f"{file.path}: is there already: add this to it by hand")
        click.echo(file.text)
    complain("nothing was written")
