"""Which reports are written and where: the options `--format` and `--output`."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable, Iterator, Sequence
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import NamedTuple, TextIO

import click

from apologint.output import WRITERS
from apologint.source_errors import reason
from apologint.text.nearest import instead

DEFAULT = "text"
_IN_ACTIONS = "github"
_STDOUT = "-"


class Target(NamedTuple):
    """One report: its format, and its file or None for standard output."""

    format: str
    file: Path | None = None


class TargetType(click.ParamType[Target]):
    """`NAME` or `NAME=FILE`."""

    name = "format"

    def convert(self, value: str | Target, param: click.Parameter | None, ctx: click.Context | None) -> Target:
        """The report that `value` asks for."""
        if isinstance(value, Target):
            return value
        name, equals, file = value.partition("=")
        if name not in WRITERS:
            self.fail(f"unknown format '{name}': {instead(name, WRITERS)}", param, ctx)
        if equals and not file:
            self.fail(f"no file in '{value}': write {name}=FILE, or {name} for standard output", param, ctx)
        return Target(name, _file(file))


def choose_targets(asked: Sequence[Target], output: str | None) -> list[Target]:
    """The reports to write: those `asked` for, of which one without a file goes to `output` if that is given.

    Without any it is `text`, or on standard output inside GitHub Actions `github`.

    Raises:
        click.UsageError: two reports would go to the same place, or none to `output`.
    """
    file = _file(output or "")
    in_actions = os.environ.get("GITHUB_ACTIONS") == "true" and file is None
    targets = [
        Target(target.format, target.file or file)
        for target in asked or [Target(_IN_ACTIONS if in_actions else DEFAULT)]
    ]
    if file and all(target.file for target in asked) and asked:
        raise click.UsageError("every --format has a file of its own: leave --output out")
    places = [target.file and target.file.resolve() for target in targets]
    for target, place in zip(targets, places, strict=True):
        if places.count(place) > 1:
            where = f"to {target.file}" if target.file else "to standard output"
            raise click.UsageError(f"two reports go {where}: write --format {target.format}=FILE")
    return targets


def keep_apart(files: Iterator[Path | None], named: Sequence[str], targets: Iterable[Target]) -> Iterator[Path | None]:
    """The `files` to lint without those that reports are written to; `named` are the paths on the command line.

    Raises:
        click.UsageError: a report would be written over a draft that is named.
    """
    reports = {target.file.resolve() for target in targets if target.file}
    if not reports:
        return files
    for name in named:
        if Path(name).resolve() in reports:
            raise click.UsageError(f"{name} is a draft to check: write the report to another file")
    return (file for file in files if file is None or file.resolve() not in reports)


@contextmanager
def open_targets(targets: Iterable[Target]) -> Iterator[list[TextIO]]:
    """A stream for each target. What a file shall hold is written when the block ends without an exception.

    Raises:
        click.ClickException: a file cannot be written; what can be known of that is known before the block.
    """
    with ExitStack() as stack:
        yield [stack.enter_context(_report(target.file)) if target.file else sys.stdout for target in targets]


@contextmanager
def _report(file: Path) -> Iterator[TextIO]:
    from apologint.output.spool import Spool  # noqa: PLC0415 - most reports go to standard output

    with _told(file):
        _try(file)
    waiting = Spool()
    yield waiting.stream
    with _told(file), file.open("w", encoding="utf-8", errors="backslashreplace", newline="") as stream:
        waiting.pour(stream)


def _try(file: Path) -> None:
    """Find out whether `file` can be written, and leave it as it is."""
    is_new = not file.exists()
    if is_new or file.is_file():
        file.open("a").close()
    if is_new:
        file.unlink()


@contextmanager
def _told(file: Path) -> Iterator[None]:
    try:
        yield
    except (OSError, ValueError) as error:
        raise click.ClickException(f"{file}: the report cannot be written: {reason(error)}") from error


def _file(name: str) -> Path | None:
    return Path(name) if name and name != _STDOUT else None
