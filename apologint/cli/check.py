"""`apologint check`: lint drafts and report."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import chain
from pathlib import Path
from typing import Any, TextIO

import click

from apologint.cli.baseline_options import baseline_options, with_baseline
from apologint.cli.cache_options import cache_options
from apologint.cli.complain import complain, complain_of
from apologint.cli.file_options import file_options
from apologint.cli.held_back import note_held_back
from apologint.cli.list_options import check_list_options, list_options
from apologint.cli.options import (
    ChoiceOf,
    color_option,
    configuration,
    jobs_option,
    known_encoding,
    model_option,
    rule_options,
    split_commas,
    wants_color,
)
from apologint.cli.reading import Reading
from apologint.cli.skipped import note_skipped
from apologint.cli.status import Status
from apologint.cli.streams import is_keyboard
from apologint.cli.targets import Target, TargetType, choose_targets, keep_apart, open_targets
from apologint.cli.timed import timed
from apologint.cli.watch import Watch
from apologint.config import FailOn
from apologint.linter import Linter
from apologint.model import Draft, Fault, InputError, Kind, Mode, Report
from apologint.output import WRITERS, OutputContext, Summary, write_reports
from apologint.output.context import Order
from apologint.sources import STDIN
from apologint.timing import each, stage


@click.command(short_help="Lint drafts and report.")
@click.argument("paths", nargs=-1, metavar="[PATHS]...")
@click.option(
    "--format",
    "formats",
    type=TargetType(),
    multiple=True,
    metavar="NAME[=FILE]",
    help=f"{', '.join(WRITERS)}; repeatable, all but one with a FILE.  [default: text; in GitHub Actions github]",
)
@click.option("--output", "-o", metavar="FILE", help="Write the report to this file, not to standard output.")
@click.option("--min-score", type=click.IntRange(0, 100), metavar="N", help="Lowest score that passes.  [default: 70]")
@click.option("--fail-on", type=ChoiceOf(FailOn), help="Mildest finding that fails a draft.  [default: error]")
@click.option(
    "--select",
    multiple=True,
    callback=split_commas,
    metavar="RULE",
    help="Report only this rule; the score still counts all steps. Repeatable, or with commas.",
)
@click.option(
    "--ignore",
    multiple=True,
    callback=split_commas,
    metavar="RULE",
    help="Do not report this rule. Repeatable, or with commas.",
)
@click.option("--fault", type=ChoiceOf(Fault), help="Whose fault it was.  [default: ours]")
@click.option("--kind", type=ChoiceOf(Kind, auto=True), default="auto", show_default=True, help="What the drafts are.")
@click.option(
    "--draft",
    "mode",
    flag_value=Mode.DRAFT,
    type=Mode,
    help="A blank left to fill is an error.  [default for standard input]",
)
@click.option(
    "--template",
    "mode",
    flag_value=Mode.TEMPLATE,
    type=Mode,
    help="Blanks may still be there to fill.  [default for files]",
)
@file_options
@list_options
@click.option("--show-skipped", is_flag=True, help="List what was found and not linted, and why.")
@rule_options
@model_option
@click.option("--encoding", callback=known_encoding, metavar="NAME", help="Encoding of the drafts.  [default: utf-8]")
@click.option("--stdin-filename", metavar="PATH", default="<stdin>", help="Name of what comes from standard input.")
@baseline_options
@cache_options
@jobs_option
@click.option(
    "--timing", is_flag=True, help="Say on standard error how long each stage and each rule took; in one process."
)
@click.option("--quiet", "-q", is_flag=True, help="One line for each draft that fails, and nothing else.")
@click.option("--exit-zero", is_flag=True, help="Exit with 0 although drafts fail.")
@color_option
def check(
    *,
    paths: tuple[str, ...],
    formats: tuple[Target, ...],
    output: str | None,
    kind: Kind | None,
    fault: Fault | None,
    mode: Mode | None,
    stdin_filename: str,
    order: Order,
    top: int,
    statistics: bool,
    show_skipped: bool,
    baseline_path: Path | None,
    no_baseline: bool,
    jobs: int,
    timing: bool,
    quiet: bool,
    exit_zero: bool,
    color: str,
    config_path: Path | None,
    **settings: Any,
) -> int:
    """Lint the drafts in PATHS: files, folders, or - for standard input, which is also read without PATHS.

    Folders are searched for texts (.txt, .md and more) and libraries (.json, .yaml, .csv and more) that git does not
    ignore. An option holds over the configuration file; --kind and --fault hold over a draft's own front matter too.

    Exit status: 0 nothing failed; 1 a draft failed; 2 wrong use, or something could not be read.
    """
    if timing:
        jobs = 1
        click.get_current_context().with_resource(timed())
    targets = choose_targets(formats, output)
    check_list_options(targets, order, statistics=statistics, quiet=quiet)
    config = configuration(config_path, mode=mode, **settings)
    config = with_baseline(config, config_path, baseline_path, off=no_baseline)
    with stage("reading the rules"):
        linter = Linter(config, jobs=jobs)
    hold_back = linter.hold_back
    reading = Reading(config, kind, fault, list_skipped=show_skipped)
    complaints: list[InputError] = []
    inputs = paths or (STDIN,)
    watch = Watch()
    files = keep_apart(each("finding files", reading.files(inputs)), paths, targets)
    if STDIN in inputs and is_keyboard():
        complain("reading the draft from the keyboard; end it with Ctrl-D on a line of its own")
    with open_targets(targets) as streams:
        model, reports = begin(linter, reading.drafts(watch.files(files), stdin_filename))
        context = OutputContext(
            stream=sys.stdout,
            color=wants_color(color),
            width=None,
            quiet=quiet,
            model=model,
            min_score=config.min_score,
            fail_on=config.fail_on,
            rules=linter.rules,
            encoding=config.encoding,
            order=order,
            top=top,
            statistics=statistics,
        )
        writers = [
            WRITERS[target.format](_for_stream(context, stream))
            for target, stream in zip(targets, streams, strict=True)
        ]
        with stage("writing"):
            summary = write_reports(watch.reports(_noting(reports, complaints)), reading.errors, writers)
    for error in (*([] if quiet else complaints), *reading.errors):
        complain_of(error)
    if show_skipped or not quiet:
        note_skipped((reading.skipped_files, reading.skipped_messages), listed=show_skipped)
    if hold_back and config.baseline and not quiet:
        all_rules = not (settings["select"] or settings["ignore"])
        note_held_back(config.baseline, summary.held_back, hold_back.gone if all_rules else 0)
    with stage("keeping"):
        linter.keep()
    return _status(summary, exit_zero)


def _for_stream(context: OutputContext, stream: TextIO) -> OutputContext:
    """The context for another stream; on standard output a format may find out about colour by itself."""
    return context if stream is sys.stdout else replace(context, stream=stream, color=context.color or False)


def begin(linter: Linter, drafts: Iterable[Draft]) -> tuple[str, Iterable[Report]]:
    """The parser's name and version, and the reports; the first is made, so what cannot be loaded is told by now.

    Without any draft the parser is only named.
    """
    reports = each("scoring", linter.check(each("reading drafts", drafts)))
    first = next(reports, None)
    return (linter.config.model, ()) if first is None else (linter.model, chain((first,), reports))


def _noting(reports: Iterable[Report], complaints: list[InputError]) -> Iterator[Report]:
    """The reports as they come; what in the suppressions of their files cannot hold is added to `complaints`."""
    for report in reports:
        complaints += report.complaints
        yield report


def _status(summary: Summary, exit_zero: bool) -> Status:
    if summary.errors:
        return Status.ERROR
    return Status.FAILED if summary.failed and not exit_zero else Status.PASSED
