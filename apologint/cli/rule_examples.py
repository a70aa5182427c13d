"""`apologint test-rules`: do the rules hold on their own examples?"""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from apologint.cli.options import configuration, model_option, rule_options
from apologint.cli.pages import Page
from apologint.cli.status import Status
from apologint.linter import Linter
from apologint.sources import ReadOptions, read_text
from apologint.text.counted import counted


@click.command("test-rules", short_help="Try the rules on their own examples.")
@click.argument(
    "folder", metavar="[DIR]", required=False, type=click.Path(exists=True, file_okay=False, path_type=Path)
)
@rule_options
@model_option
def test_rules(folder: Path | None, config_path: Path | None, rule_dirs: tuple[Path, ...], **settings: Any) -> int:
    """Try every example of the rules, or only of those in DIR, which are read beside the built-in ones.

    Exit status: 0 all hold; 1 some do not; 2 a rule cannot be used.
    """
    folders = (*rule_dirs, folder) if folder else rule_dirs
    config = configuration(config_path, rule_dirs=folders, **settings)
    linter = Linter(config)
    tried = {
        rule.id: rule.path
        for rule in linter.rules.rules.values()
        if rule.when and (folder is None or rule.path.resolve().is_relative_to(folder.resolve()))
    }
    from apologint.engine.examples import check_examples  # noqa: PLC0415 - brings in spaCy

    options = ReadOptions(config.encoding, config.max_bytes)
    checked = check_examples(linter.engine, read=lambda text: read_text(text, options), only=tried)
    failed = [result for result in checked if not result.held]
    page = Page()
    for result in failed:
        says = "should fire and does not" if result.expected else "should not fire and does"
        page.show(f"{result.path}:{result.line}: {result.rule} {says}: {result.text}")
    for rule, line, text in checked.silent_patterns:
        page.show(f"{tried[rule]}:{line}: {rule} has a pattern that fires in no example: {text}")
    number = len(checked.results)
    tally = f"{counted(number, 'example')} of {counted(len(tried), 'rule')}: {number - len(failed)} hold"
    page.show(f"{tally}, {len(failed)} do not; patterns that fire in none: {len(checked.silent_patterns)}")
    return Status.FAILED if failed else Status.PASSED
