"""docs/outputs.md shows each format; what it shows must be what comes out."""

import re
from pathlib import Path

import pytest

from apologint.output import WRITERS
from tests.output.letters import short_letter
from tests.output.render import render

PAGE = (Path(__file__).parents[2] / "docs" / "outputs.md").read_text(encoding="utf-8")
SHOWN = re.findall(r"^## `(\w+)`\n\n```(?:text|json|xml|markdown)\n(.*?)^```$", PAGE, re.MULTILINE | re.DOTALL)


@pytest.mark.parametrize("name", WRITERS)
def test_each_format_has_its_line_in_the_table(name):
    assert re.search(rf"^\| (.*, )?`{name}`.* \| .+ \|$", PAGE, re.MULTILINE)


def test_most_formats_have_an_example():
    assert len(SHOWN) == 7


@pytest.mark.parametrize(("name", "example"), SHOWN)
def test_the_example_is_what_comes_out(name, example):
    lines = render([short_letter()], name).splitlines()
    assert [line for line in example.splitlines() if line not in lines] == []
