import io
import json
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator

import apologint
from apologint.model import InputError
from tests.output.letters import follow_up, good_letter, middling_letter, not_an_apology, poor_letter
from tests.output.render import render, write

SCHEMA = json.loads((Path(__file__).parents[2] / "docs" / "report.schema.json").read_text(encoding="utf-8"))
LETTERS = [poor_letter, middling_letter, good_letter, follow_up, not_an_apology]


def written(*letters, errors=()):
    return json.loads(render([letter() for letter in letters], "json", errors))


def test_the_schema_is_one():
    Draft202012Validator.check_schema(SCHEMA)


@pytest.mark.parametrize("letters", [[], *([letter] for letter in LETTERS), LETTERS])
def test_the_report_holds_what_the_schema_says(letters):
    errors = [InputError("a.csv", "not UTF-8"), InputError("b.json", "not JSON", 2)]
    Draft202012Validator(SCHEMA).validate(written(*letters, errors=errors))


def test_the_schema_refuses_an_apology_without_its_steps():
    page = written(good_letter)
    page["drafts"][0]["steps"].pop()
    assert not Draft202012Validator(SCHEMA).is_valid(page)


def test_the_fields_come_in_the_order_of_the_contract():
    page = written(*LETTERS)
    assert list(page) == ["schema_version", "tool", "summary", "drafts", "errors"]
    assert page["tool"] == {"name": "apologint", "version": apologint.__version__, "model": "en_core_web_sm 3.8.0"}
    assert list(page["drafts"][0]) == [
        "path", "id", "title", "kind", "fault", "score", "grade", "passed", "ceiling", "steps", "findings",
        "held_back",
    ]  # fmt: skip


def test_a_finding_holds_its_place_its_words_and_its_points():
    finding = written(poor_letter)["drafts"][0]["findings"][-2]
    assert finding == {
        "rule": "vague-timeframe",
        "severity": "info",
        "step": "follow_up",
        "message": "'shortly' promises no time.",
        "suggestion": 'Name a day: "by Friday".',
        "start": 229,
        "end": 236,
        "line": 4,
        "column": 57,
        "end_line": 4,
        "end_column": 64,
        "text": "shortly",
        "points": -3.0,
        "suppressed": False,
    }


def test_what_is_absent_has_no_text():
    absent = written(poor_letter)["drafts"][0]["findings"][-1]
    assert (absent["rule"], absent["text"], absent["line"], absent["points"]) == ("missing-solution", None, 1, 0)


def test_a_ceiling_has_its_score_and_its_rule():
    assert written(middling_letter)["drafts"][0]["ceiling"] == {"score": 69, "rule": "missing-apology"}


def test_other_messages_are_counted_as_drafts_and_not_as_passed():
    assert written(*LETTERS)["summary"] == {
        "drafts": 5, "apologies": 3, "passed": 2, "failed": 2, "errors": 0, "mean_score": 67.7,
        "suppressed": 0, "held_back": 0,
    }  # fmt: skip


def test_without_an_apology_there_is_no_mean():
    assert written(not_an_apology)["summary"]["mean_score"] is None


def test_errors_met_while_the_drafts_are_read_are_listed():
    errors = []
    stream = io.StringIO()

    def reports():
        yield good_letter()
        errors.append(InputError("b.txt", "no such file"))

    write(stream, reports(), "json", errors)
    page = json.loads(stream.getvalue())
    assert page["errors"] == [{"path": "b.txt", "message": "no such file"}]
    assert page["summary"]["errors"] == 1


def test_an_error_has_its_line_where_the_fault_has_one():
    errors = [InputError("b.json", "not JSON: expected ',' (column 2)", 2)]
    assert written(errors=errors)["errors"] == [
        {"path": "b.json", "message": "not JSON: expected ',' (column 2)", "line": 2}
    ]


def test_a_run_that_breaks_off_leaves_nothing_half_written():
    stream = io.StringIO()

    def reports():
        yield good_letter()
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        write(stream, reports(), "json")
    assert stream.getvalue() == ""
