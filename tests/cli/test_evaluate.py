"""`apologint evaluate`: figures for replies that a team labelled itself."""

import json
from typing import Any

import pytest

from tests.cli.program import SMALL, Program, Result
from tests.small import OTHER, OWNED, POOR

LABELS: list[dict[str, Any]] = [
    {"id": "poor", "text": POOR, "kind": "apology", "steps": {"empathy": "weak"}, "rating": 1, "problems": [
        {"rule": "conditional-apology", "quote": "Sorry if you were upset"}, {"rule": "excuse", "quote": "the issue"},
    ]},
    {"id": "owned", "text": OWNED, "kind": "apology", "steps": {"solution": "met"}, "problems": [], "rating": 4},
    {"id": "other", "text": OTHER, "kind": "other", "steps": {}, "problems": [], "rating": None},
]  # fmt: skip


def evaluate(program: Program, *args: str, labels: list[dict[str, Any]] = LABELS) -> Result:
    name = program.write("labels.jsonl", "".join(json.dumps(line) + "\n" for line in labels))
    return program.run("evaluate", name, *SMALL, *args)


def row(page: str, name: str) -> list[str]:
    return next(line.removeprefix(name).split() for line in map(str.strip, page.splitlines()) if line.startswith(name))


def test_it_prints_figures_for_the_kind_each_rule_and_each_step(program: Program) -> None:
    result = evaluate(program)
    assert (result.status, result.err) == (0, "")
    assert row(result.out, "kind: an apology or not") == ["1.000", "1.000", "1.000", "2", "0", "0"]
    assert row(result.out, "conditional-apology") == ["1.000", "1.000", "1.000", "1", "0", "0"]
    assert row(result.out, "excuse") == ["1.000", "0.000", "0.000", "0", "0", "1"]
    assert row(result.out, "solution") == ["1.000"] * 5
    assert "others with a finding: 0 of 1\n" in result.out
    assert "faultless drafts with a finding: 0 of 1\n" in result.out
    assert "score and rating, Spearman: - (2 rated drafts)\n" in result.out


@pytest.mark.parametrize(
    ("topic", "lines"),
    [
        ("excuse", ['excuse  poor  missed "the issue" in "Sorry if you were upset about the issue."']),
        ("vague-apology", ['vague-apology  poor  false "the issue" in "Sorry if you were upset about the issue."']),
        ("empathy", ["empathy  poor  labelled weak, found missing"]),
        ("kind", []),
        ("follow-up", []),
        ("follow_up", []),
        ("all", [
            "empathy  poor  labelled weak, found missing",
            'excuse  poor  missed "the issue" in "Sorry if you were upset about the issue."',
            'vague-apology  poor  false "the issue" in "Sorry if you were upset about the issue."',
        ]),
    ],
)  # fmt: skip
def test_it_lists_the_disagreements_that_are_asked_for(program: Program, topic: str, lines: list[str]) -> None:
    page = evaluate(program, "--show", topic).out.splitlines()
    assert page[len(page) - len(lines) :] == lines


def test_programs_read_json(program: Program) -> None:
    figures = json.loads(evaluate(program, "--format", "json", "--show", "excuse").out)
    assert figures["drafts"] == 3
    assert figures["problems"] == {"precision": 0.5, "recall": 0.5, "f1": 0.5, "right": 1, "false": 1, "missed": 1}
    assert figures["spearman"] == {"value": None, "drafts": 2}
    assert figures["disagreements"] == [
        {"sort": "missed", "topic": "excuse", "id": "poor", "said": "the issue", "found": "", "around": POOR}
    ]
    assert "disagreements" not in json.loads(evaluate(program, "--format", "json").out)


def test_rule_authors_see_which_patterns_are_right_and_which_are_not(program: Program) -> None:
    wrong = {**LABELS[1], "steps": {}}
    page = evaluate(program, "--patterns", "solution", labels=[LABELS[0], wrong]).out
    assert page.splitlines()[-3:] == [
        " false right  pattern",
        "     1     0  offers-repair (rules.yaml:51)  words: refunded",
        '              owned  "refunded"',
    ]


def test_programs_read_the_patterns_too(program: Program) -> None:
    figures = json.loads(evaluate(program, "--patterns", "says-sorry", "--format", "json").out)
    assert [(one["rule"], one["line"], one["right"], one["false"]) for one in figures["patterns"]] == [
        ("says-sorry", 9, 2, [])
    ]


def test_texts_may_come_from_another_file(program: Program) -> None:
    docs = program.write("docs.jsonl", "".join(json.dumps(line) + "\n" for line in LABELS))
    bare = [{key: value for key, value in line.items() if key != "text"} for line in LABELS]
    assert evaluate(program, "--docs", docs, labels=bare).out == evaluate(program).out


def test_quotes_that_are_not_in_their_draft_are_complained_of_and_the_rest_is_measured(program: Program) -> None:
    wrong = {**LABELS[1], "problems": [{"rule": "excuse", "quote": "too busy"}]}
    result = evaluate(program, labels=[LABELS[0], wrong])
    assert result.status == 2
    assert result.err == (
        "apologint: labels.jsonl:2: 'owned' does not hold the words labelled excuse, left out: 'too busy'\n"
    )
    assert result.out.startswith("2 labelled drafts\n")


def test_a_line_that_cannot_be_used_is_refused(program: Program) -> None:
    result = evaluate(program, labels=[LABELS[0], {**LABELS[1], "kind": "sorry"}])
    assert (result.status, result.out) == (2, "")
    assert result.err == "apologint: labels.jsonl:2: unknown kind 'sorry': use one of apology, follow_up, other\n"


@pytest.mark.parametrize("option", ["--show", "--patterns"])
def test_a_topic_that_is_not_there_is_refused(program: Program, option: str) -> None:
    result = evaluate(program, option, "conditional-apologies")
    assert result.status == 2
    assert f"Invalid value for {option}: nothing is called 'conditional-apologies'" in result.err
    assert "did you mean 'conditional-apology'?" in result.err


def test_what_a_terminal_would_obey_is_spelt_out(program: Program) -> None:
    hostile = {**LABELS[0], "id": "\x1b[31m", "problems": []}
    assert "\x1b" not in evaluate(program, "--show", "all", labels=[hostile]).out
