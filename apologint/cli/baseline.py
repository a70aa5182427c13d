"""`apologint baseline`: hold back what is found today."""

from __future__ import annotations

import os
from collections.abc import Container, Iterable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import click

from apologint.baseline.file import read_baseline, write_baseline
from apologint.baseline.known import Baseline, LooksFor, merged, shrunk
from apologint.baseline.recorder import Recorder
from apologint.cli.baseline_options import baseline_option, baseline_place
from apologint.cli.check import begin, check
from apologint.cli.complain import complain_of
from apologint.cli.options import configuration
from apologint.cli.reading import Reading
from apologint.cli.status import Status
from apologint.cli.watch import Watch
from apologint.config.place import from_here
from apologint.linter import Linter
from apologint.model import Fault, InputError, Kind
from apologint.sources import STDIN
from apologint.text.counted import counted

_OF_CHECK_TOO = {
    "paths", "min_score", "select", "ignore", "kind", "fault", "mode", "include", "exclude", "force_exclude",
    "language", "config_path", "rule_dirs", "builtin_rules", "model", "encoding", "jobs",
    "cache", "cache_dir",
}  # fmt: skip


@click.command(
    short_help="Hold back what is found today.",
    params=[option for option in check.params if option.name in _OF_CHECK_TOO],
)
@click.option("--update", is_flag=True, help="Only drop what is gone; nothing is added.")
@baseline_option
def baseline(
    *,
    paths: tuple[str, ...],
    update: bool,
    baseline_path: Path | None,
    kind: Kind | None,
    fault: Fault | None,
    config_path: Path | None,
    jobs: int,
    **settings: Any,
) -> int:
    """Write what is found in PATHS today, by default in this folder, to the baseline; `check` then reports what is new.

    A finding is known again by its rule and sentence, so lines may move. What is known of files outside PATHS stays,
    and so does what is known of rules that --select leaves out or --ignore names.

    Exit status: 0 written; 2 wrong use, or something could not be read: what is known of that stays too. Where nothing
    could be read, nothing is written.
    """
    if STDIN in paths:
        raise click.UsageError("standard input has no name to know it by: name files or folders")
    config = configuration(config_path, **settings)
    place = baseline_place(config, config_path, baseline_path)
    old = read_baseline(place) if update or place.exists() else Baseline(place.parent)
    reading = Reading(config, kind, fault)
    recorder = _found(Linter(replace(config, baseline=None), jobs=jobs), reading, paths or (".",), place.parent)
    for error in reading.errors:
        complain_of(error)
    if reading.errors and not recorder:
        return Status.ERROR
    covers = _Covered(place.parent, paths or (".",), reading.errors)
    looks_for = _looked_for(settings["select"], settings["ignore"])
    new = (shrunk if update else merged)(old, recorder.baseline(), covers, looks_for)
    write_baseline(place, new)
    click.echo(_in_words(place, old, new, update=update))
    return Status.ERROR if reading.errors else Status.PASSED


def _found(linter: Linter, reading: Reading, paths: Sequence[str], folder: Path) -> Recorder:
    recorder = Recorder(folder)
    watch = Watch()
    _, reports = begin(linter, reading.drafts(watch.files(reading.files(paths))))
    for report in watch.reports(reports):
        recorder.add(report)
    linter.keep()
    return recorder


class _Covered:
    """Whether a file of a baseline in `folder` is among `paths`, and was read if it is there."""

    def __init__(self, folder: Path, paths: Iterable[str], errors: Iterable[InputError]) -> None:
        self._folder = folder
        self._paths = [*map(_whole, paths)]
        self._unread = [_whole(error.path) for error in errors if os.path.lexists(error.path)]

    def __call__(self, name: str) -> bool:
        path = _whole(self._folder / name)
        return _is_within(path, self._paths) and not _is_within(path, self._unread)


def _looked_for(select: Container[str], ignore: Container[str]) -> LooksFor | None:
    """Which rules the options leave; None for all. What the configuration ignores is ignored by each run, and gone."""
    if not (select or ignore):
        return None
    return lambda rule: rule not in ignore and (not select or rule in select)


def _whole(path: str | Path) -> Path:
    return Path(os.path.abspath(path))  # noqa: PTH100 - resolve() follows links


def _is_within(path: Path, places: Iterable[Path]) -> bool:
    return any(path == place or place in path.parents for place in places)


def _in_words(place: Path, old: Baseline, new: Baseline, *, update: bool) -> str:
    scores = f" and {counted(new.scores, 'low score')}" if new.scores else ""
    held = (
        f"{counted(new.findings, 'finding')}{scores} in {counted(len(new.files), 'file')}" if new.files else "nothing"
    )
    if update:
        gone = counted(old.findings - new.findings, "finding")
        return f"{from_here(place)}: {gone} gone; {held} still held back"
    return f"wrote {from_here(place)}: {held} held back from now on"
