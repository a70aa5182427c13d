"""A finding that is switched off in its file: shown to programs, and to people only as a number."""

import json
from dataclasses import replace

import pytest

from apologint.model import Finding, Location, Region, Severity, Step
from apologint.output import WRITERS
from tests.handmade import absence, analysis, problem, report, stands
from tests.output.render import render

TEXT = "We apologise for any inconvenience. Shortly."


def with_one_suppressed():
    made = report(TEXT, analysis([
        problem("hollow-inconvenience", **stands(TEXT, "any inconvenience"), message="A stock phrase."),
        problem("vague-timeframe", **stands(TEXT, "Shortly"), message="No time."),
    ], [absence("missing-solution")]))  # fmt: skip
    first, *others = made.findings
    return replace(made, findings=(replace(first, suppressed=True, points=0.0), *others))


def unused(comment):
    place = Location(90, 90 + len(comment), 9, 1, 9, 1 + len(comment), comment, Region(0, 0))
    return Finding("unused-suppression", Severity.WARNING, Step.EMPATHY, "It does not come up.", "", place, 0.0)


def test_a_person_sees_only_how_many_there_are():
    page = render([with_one_suppressed()])
    assert "hollow-inconvenience" not in page
    assert "vague-timeframe" in page
    assert "  1 finding suppressed\n" in page


def test_the_line_on_all_counts_them():
    last = render([with_one_suppressed(), with_one_suppressed()]).splitlines()[-1]
    assert last.endswith("; 2 findings suppressed")


def test_json_keeps_them():
    drafts = json.loads(render([with_one_suppressed()], "json"))["drafts"]
    said = {finding["rule"]: finding["suppressed"] for finding in drafts[0]["findings"]}
    assert said == {"hollow-inconvenience": True, "vague-timeframe": False, "missing-solution": False}


@pytest.mark.parametrize("name", sorted(set(WRITERS) - {"json", "jsonl", "sarif"}))
def test_no_format_for_people_and_build_servers_lists_them(name):
    page = render([with_one_suppressed()], name)
    assert "stock phrase" not in page


def test_a_comment_is_not_marked_in_the_draft():
    made = report(TEXT, analysis())
    page = render([replace(made, findings=(unused("<!-- apologint: ignore minimising -->"),))])
    assert "│" not in page
    assert "unused-suppression  line 9" in page
