import io
import json

import pytest
from jsonschema import Draft202012Validator

from apologint.model import InputError
from tests.output.letters import follow_up, good_letter, library_item, not_an_apology, poor_letter
from tests.output.render import render, write
from tests.output.test_json import SCHEMA


def objects(*reports, errors=()):
    return [json.loads(line) for line in render(reports, "jsonl", errors).splitlines()]


@pytest.mark.parametrize("letter", [poor_letter, good_letter, follow_up, not_an_apology, library_item])
def test_a_line_holds_what_the_json_report_says_of_a_draft(letter):
    line = objects(letter())[0]
    assert line.pop("type") == "draft"
    Draft202012Validator({**SCHEMA["$defs"]["draft"], "$defs": SCHEMA["$defs"]}).validate(line)
    assert line == json.loads(render([letter()], "json"))["drafts"][0]


def test_errors_and_the_numbers_of_the_run_come_last():
    error, summary = objects(errors=[InputError("a.csv", "not UTF-8")])
    assert error == {"type": "error", "path": "a.csv", "message": "not UTF-8"}
    assert (summary["type"], summary["schema_version"], summary["summary"]["errors"]) == ("summary", 1, 1)


def test_a_line_is_there_as_soon_as_its_draft_is_linted():
    stream = io.StringIO()

    def reports():
        yield good_letter()
        assert json.loads(stream.getvalue())["path"] == "replies/double-charge.txt"

    write(stream, reports(), "jsonl")
