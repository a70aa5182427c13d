"""docs/outputs.md shows each format; that what it shows comes out is tested with the other pages, in tests/docs/."""

import re
from pathlib import Path

import pytest

from apologint.output import WRITERS
from tests.docs.pages import blocks

PAGE = (Path(__file__).parents[2] / "docs" / "outputs.md").read_text(encoding="utf-8")
TOO_LONG = {"text", "json", "jsonl", "sarif", "html"}


@pytest.mark.parametrize("name", WRITERS)
def test_each_format_has_its_line_in_the_table(name):
    assert re.search(rf"^\| (.*, )?`{name}`.* \| .+ \|$", PAGE, re.MULTILINE)


@pytest.mark.parametrize("name", sorted(WRITERS.keys() - TOO_LONG))
def test_a_format_has_a_real_example(name):
    shown = [command for block in blocks(PAGE) if block.is_run for command, output in block.commands() if output]
    assert any(f"--format {name}" in command for command in shown)
