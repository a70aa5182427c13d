"""`apologint rules` and `apologint explain`."""

import json

import pytest

from tests.cli.program import SMALL, Program


def test_rules_are_listed_in_a_table(program: Program) -> None:
    result = program.run("rules", *SMALL)
    assert result.status == 0
    lines = [line.split() for line in result.out.splitlines() if line.strip()]
    assert lines[0] == ["rule", "kind", "step", "severity", "what"]
    assert "conditional-apology problem responsibility error An 'if' makes the apology doubtful.".split() in lines
    assert "offers-repair credit solution met A repair that is done.".split() in lines


def test_rules_are_listed_as_json(program: Program) -> None:
    listed = json.loads(program.run("rules", "--format", "json", *SMALL).out)
    (rule,) = [rule for rule in listed if rule["rule"] == "vague-apology"]
    assert (rule["kind"], rule["step"], rule["severity"]) == ("problem", "acknowledge", "warning")
    assert rule["bad"] == ["Sorry for the issue."]


def test_rules_are_listed_as_a_page_of_markdown(program: Program) -> None:
    page = program.run("rules", "--format", "markdown", *SMALL).out
    assert page.startswith("# Rules\n")
    assert "| [conditional-apology](#conditional-apology) | Take responsibility | error | An 'if' makes" in page
    assert "| says-sorry |  | 2 for apology |" in page
    for part in ("**Why:** An apology for what may not have been is none.", "Bad:\n\n- Sorry if it was late.\n"):
        assert part in page.split("\n### conditional-apology\n")[1].split("\n### ")[0]


def test_the_page_says_what_holds_the_score_down(program: Program) -> None:
    assert "**Holds the score at 64**: repair ranks second" in program.run("rules", "--format", "markdown").out


def test_a_rule_is_explained(program: Program) -> None:
    result = program.run("explain", "conditional-apology", "--all", *SMALL)
    assert result.status == 0
    for part in (
        "conditional-apology (problem, responsibility, error)",
        "What it flags\n  An 'if' makes the apology doubtful.",
        "Why customers mind\n  An apology for what may not have been is none.",
        "Source\n  Robbennolt 2003",
        "Bad example\n  Sorry if it was late.",
        "Good example\n  Sorry it was late.",
        "What to write instead\n  Say what happened.",
        "  when:\n  - {words: sorry if}",
    ):
        assert part in result.out


@pytest.mark.parametrize(
    ("rule", "part"),
    [
        ("offers-repair", "offers-repair (credit, solution, met)\n\nWhat it credits\n"),
        ("missing-solution", "  lacks:\n  - {rule: offers-repair}"),
        ("says-sorry", "says-sorry (signal, votes 2 for apology)\n\nWhat it takes as a sign\n"),
    ],
)
def test_so_are_credits_absences_and_signals(program: Program, rule: str, part: str) -> None:
    assert part in program.run("explain", rule, "--all", *SMALL).out


def test_without_all_a_rule_fits_a_screen(program: Program) -> None:
    out = program.run("explain", "excuse").out
    assert "What to write instead" in out
    assert "--all shows" in out
    assert len(out.splitlines()) < 40


def test_an_unknown_rule_has_a_nearest_one(program: Program) -> None:
    result = program.run("explain", "conditional-apolgy", *SMALL)
    complaint = "apologint: unknown rule 'conditional-apolgy': did you mean 'conditional-apology'?\n"
    assert (result.status, result.err) == (2, complaint)
