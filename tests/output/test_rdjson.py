"""Reviewdog's format, whose columns count UTF-8 bytes."""

import json

from jsonschema import Draft202012Validator

from apologint.model import InputError
from tests.handmade import analysis, problem, report, stands
from tests.output.letters import LIBRARY, library_item, poor_letter
from tests.output.render import render

ORDINAL = {"type": "integer", "minimum": 1}
POSITION = {
    "type": "object",
    "required": ["line"],
    "additionalProperties": False,
    "properties": {"line": ORDINAL, "column": ORDINAL},
}
SCHEMA = {
    "description": "What https://github.com/reviewdog/reviewdog/tree/master/proto/rdf says, as far as it is used.",
    "type": "object",
    "required": ["source", "diagnostics"],
    "additionalProperties": False,
    "properties": {
        "source": {"type": "object", "required": ["name"], "properties": {"name": {"type": "string"}}},
        "diagnostics": {
            "type": "array",
            "items": {
                "type": "object",
                "required": ["message", "location", "severity", "code"],
                "additionalProperties": False,
                "properties": {
                    "message": {"type": "string", "minLength": 1},
                    "severity": {"enum": ["ERROR", "WARNING", "INFO"]},
                    "code": {"type": "object", "required": ["value"]},
                    "location": {
                        "type": "object",
                        "required": ["path", "range"],
                        "additionalProperties": False,
                        "properties": {
                            "path": {"type": "string"},
                            "range": {
                                "type": "object",
                                "required": ["start"],
                                "additionalProperties": False,
                                "properties": {"start": POSITION, "end": POSITION},
                            },
                        },
                    },
                },
            },
        },
    },
}


def diagnostics(*reports, errors=(), **settings):
    made = json.loads(render(reports, "rdjson", errors, **settings))
    Draft202012Validator(SCHEMA).validate(made)
    return made["diagnostics"]


def columns(*reports, **settings):
    """Where the first diagnostic starts and ends: line and column of each."""
    place = diagnostics(*reports, **settings)[0]["location"]["range"]
    return [(place[end]["line"], place[end].get("column")) for end in ("start", "end")]


def test_a_diagnostic_names_rule_place_severity_and_advice():
    assert diagnostics(poor_letter())[3] == {
        "message": "'shortly' promises no time. Name a day: \"by Friday\".",
        "location": {
            "path": "replies/late-chairs.txt",
            "range": {"start": {"line": 4, "column": 57}, "end": {"line": 4, "column": 64}},
        },
        "severity": "INFO",
        "code": {"value": "vague-timeframe"},
    }


def test_columns_count_the_bytes_of_the_line():
    text = "Zoë 📦 荷:\nCafé small é"
    made = report(text, analysis([problem("minimising", **stands(text, "📦 荷:\nCafé small"))]))
    assert columns(made) == [(1, 6), (2, 12)]


def test_the_line_of_a_library_is_read_from_its_file(tmp_path, monkeypatch):
    (tmp_path / "library.json").write_text(LIBRARY, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    line = LIBRARY.splitlines()[1].encode()
    start, end = line.index(b"Sorry if") + 1, line.index(b" upset") + 1
    assert columns(library_item(path="library.json")) == [(2, start), (2, end)]


def test_a_file_in_another_encoding_is_read_in_it(tmp_path):
    path = tmp_path / "library.json"
    library = LIBRARY.replace("📦", "ø")
    path.write_text(library, encoding="latin-1")
    before = library.splitlines()[1].partition("Sorry")[0]
    assert columns(library_item(path=str(path)), encoding="latin-1")[0] == (2, len(before.encode()) + 1)


def test_where_the_file_is_gone_the_lines_are_given_without_columns():
    assert columns(library_item(path="gone.json")) == [(2, None), (2, None)]


def test_an_unreadable_input_is_a_diagnostic():
    (only,) = diagnostics(errors=[InputError("a.csv", "not UTF-8", 3)])
    assert (only["code"]["value"], only["location"]["range"]["start"]["line"]) == ("unreadable", 3)
