"""A finding that the baseline knows: no format lists it, and those for people and JSON say how many there are."""

import json
from dataclasses import replace

import pytest

from apologint.output import WRITERS
from tests.handmade import analysis, problem, report, stands
from tests.output.render import render

TEXT = "We apologise for any inconvenience. Shortly."


def with_one_held_back():
    made = report(TEXT, analysis([
        problem("hollow-inconvenience", **stands(TEXT, "any inconvenience"), message="A stock phrase."),
        problem("vague-timeframe", **stands(TEXT, "Shortly"), message="No time."),
    ]))  # fmt: skip
    first, *others = made.findings
    return replace(made, findings=tuple(others), held_back=(first,))


@pytest.mark.parametrize("name", sorted(WRITERS))
def test_no_format_lists_it(name):
    assert "A stock phrase." not in render([with_one_held_back()], name)


def test_its_points_are_in_the_sum_that_explains_the_score():
    page = render([with_one_held_back()])
    assert "100 for the steps, less 10 for problems" in page
    assert "  1 finding held back by the baseline\n" in page


def test_json_counts_it_for_the_draft_and_for_all():
    page = json.loads(render([with_one_held_back()], "json"))
    assert (page["drafts"][0]["held_back"], page["summary"]["held_back"]) == (1, 1)
