import json

from jsonschema import Draft202012Validator

from apologint.model import InputError
from tests.output.letters import failing_by_score, good_letter, library_item, poor_letter
from tests.output.render import render

TEXT = {"type": "string", "minLength": 1}
LINE = {"type": "integer", "minimum": 1}
SCHEMA = {
    "description": "What https://docs.gitlab.com/ci/testing/code_quality/ asks of an issue.",
    "type": "array",
    "items": {
        "type": "object",
        "required": ["description", "check_name", "fingerprint", "severity", "location"],
        "properties": {
            "description": TEXT,
            "check_name": TEXT,
            "fingerprint": TEXT,
            "severity": {"enum": ["info", "minor", "major", "critical", "blocker"]},
            "location": {
                "type": "object",
                "required": ["path", "lines"],
                "properties": {
                    "path": {**TEXT, "pattern": r"^(?!\./)"},
                    "lines": {"type": "object", "required": ["begin"], "properties": {"begin": LINE, "end": LINE}},
                },
            },
        },
    },
}


def found(*reports, errors=()):
    made = json.loads(render(reports, "gitlab", errors))
    Draft202012Validator(SCHEMA).validate(made)
    return made


def test_an_issue_names_rule_place_severity_and_advice():
    issue = found(poor_letter())[3]
    assert len(issue.pop("fingerprint")) > 30
    assert issue == {
        "description": "'shortly' promises no time. Name a day: \"by Friday\".",
        "check_name": "vague-timeframe",
        "severity": "info",
        "location": {"path": "replies/late-chairs.txt", "lines": {"begin": 4, "end": 4}},
    }


def test_severities_are_those_of_gitlab():
    assert {issue["severity"] for issue in found(poor_letter())} == {"major", "minor", "info"}


def test_an_item_of_a_library_is_named():
    assert found(library_item())[0]["description"] == "macros[0]: 'if' makes it doubtful."


def test_no_fingerprint_comes_twice():
    names = [issue["fingerprint"] for issue in found(poor_letter(), poor_letter(), library_item(), failing_by_score())]
    assert len(set(names)) == len(names)


def test_nothing_found_is_an_empty_list():
    assert found(good_letter()) == []


def test_an_unreadable_input_is_an_issue():
    (issue,) = found(errors=[InputError("./a.csv", "not UTF-8", 3)])
    assert (issue["check_name"], issue["location"]) == (
        "unreadable",
        {"path": "a.csv", "lines": {"begin": 3, "end": 3}},
    )
