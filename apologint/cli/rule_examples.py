"""`apologint test-rules`: do the rules hold on their own examples?"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from pathlib import Path
from typing import Any

import click

from apologint.builtin import builtin_rules_dir
from apologint.cli.options import configuration, model_option, rule_options, split_commas
from apologint.cli.pages import Page
from apologint.cli.shell import quoted
from apologint.cli.status import Status
from apologint.config import Config
from apologint.engine.rules import Rule
from apologint.linter import Linter
from apologint.linting.rule_names import unknown
from apologint.sources import ReadOptions, read_text
from apologint.text.counted import counted


@click.command("test-rules", short_help="Try the rules on their own examples.")
@click.argument("path", metavar="[DIR|FILE]", required=False, type=click.Path(exists=True, path_type=Path))
@click.option(
    "--select",
    multiple=True,
    callback=split_commas,
    metavar="RULE",
    help="Try only this rule, wherever it stands. Repeatable, or with commas.",
)
@rule_options
@model_option
def test_rules(
    path: Path | None,
    select: Sequence[str],
    config_path: Path | None,
    rule_dirs: tuple[Path, ...],
    **settings: Any,
) -> int:
    """Try every example of the rules, or only of those in DIR or FILE.

    A folder that is not among the rules in use is read beside the built-in ones.

    Exit status: 0 all hold; 1 some do not; 2 a rule cannot be used, or there is none to try.
    """
    config = configuration(config_path, rule_dirs=rule_dirs, **settings)
    if path and not _is_read(path, config):
        rule_dirs = (*rule_dirs, path if path.is_dir() else path.parent)
        config = configuration(config_path, rule_dirs=rule_dirs, **settings)
    linter = Linter(config)
    tried = _tried([rule for rule in linter.rules.rules.values() if rule.when], path, select)
    from apologint.engine.examples import check_examples  # noqa: PLC0415 - brings in spaCy

    options = ReadOptions(config.encoding, config.max_bytes)
    checked = check_examples(linter.engine, read=lambda text: read_text(text, options), only=tried)
    failed = [result for result in checked if not result.held]
    page = Page()
    given = _given(rule_dirs, config_path, **settings)
    for result in failed:
        says = "should fire and does not" if result.expected else "should not fire and does"
        why = f"apologint explain {result.rule}{given} --on {quoted(result.text)}"
        page.show(f"{result.path}:{result.line}: {result.rule} {says}; see why: {why}")
    for rule, line, text in checked.silent_patterns:
        page.show(f"{tried[rule].path}:{line}: {rule} has a pattern that fires in no example: {text}")
    number = len(checked.results)
    tally = f"{counted(number, 'example')} of {counted(len(tried), 'rule')}: {number - len(failed)} hold"
    page.show(f"{tally}, {len(failed)} do not; patterns that fire in none: {len(checked.silent_patterns)}")
    return Status.FAILED if failed else Status.PASSED


def _is_read(path: Path, config: Config) -> bool:
    """Whether the rules at `path` are among those in use."""
    folders = [*([builtin_rules_dir()] if config.builtin_rules else []), *config.rule_dirs]
    return any(path.resolve().is_relative_to(folder.resolve()) for folder in folders)


def _tried(rules: Collection[Rule], path: Path | None, select: Sequence[str]) -> dict[str, Rule]:
    """The rules to try, by their ids.

    Raises:
        click.UsageError: there is none, or `select` names one that is not there.
    """
    known = {rule.id: rule for rule in rules}
    for name in select:
        if name not in known:
            raise click.UsageError(unknown("rule", name, known))
    if select:
        return {name: known[name] for name in select}
    tried = {name: rule for name, rule in known.items() if path is None or _stands_in(rule, path)}
    if not tried:
        raise click.UsageError(f"no rule stands in {path or 'the rules in use'}: write one under 'rules:'")
    return tried


def _stands_in(rule: Rule, path: Path) -> bool:
    return rule.path.resolve().is_relative_to(path.resolve())


def _given(
    rule_dirs: Sequence[Path], config_path: Path | None, builtin_rules: bool | None = None, model: str | None = None
) -> str:
    """What the command line says of the rules in use, for another command: each option behind a blank."""
    options = [*(("--rules", folder) for folder in rule_dirs), ("--config", config_path), ("--model", model)]
    said = "".join(f" {name} {quoted(str(value))}" for name, value in options if value)
    return said + ("" if builtin_rules is not False else " --no-builtin-rules")
