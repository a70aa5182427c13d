"""What those who write rules need: `test-rules`, `explain --on` and `parse`."""

import pytest

from tests.cli.program import SMALL, Program

OWN_RULE = """step: empathy
rules:
  - id: shrugs
    kind: problem
    severity: info
    what: "Shrugs."
    message: "'{words}' shrugs."
    suggestion: "Leave it out."
    why: "It hurts."
    when:
      - words: "oh well"
      - words: "so what"
    examples:
      bad: ["Oh well, sorry.", "Never mind."]
      good: ["Well done."]
"""


def test_rules_that_hold_pass(program: Program) -> None:
    result = program.run("test-rules", *SMALL)
    assert (result.status, result.err) == (0, "")
    assert result.out == "12 examples of 6 rules: 12 hold, 0 do not; patterns that fire in none: 0\n"


def test_an_example_that_does_not_hold_and_a_pattern_that_never_fires_are_named(program: Program) -> None:
    program.write("own/own.yaml", OWN_RULE)
    result = program.run("test-rules", "own", *SMALL)
    assert result.status == 1
    assert result.out.splitlines() == [
        "own/own.yaml:3: shrugs should fire and does not: Never mind.",
        "own/own.yaml:12: shrugs has a pattern that fires in no example: words: so what",
        "3 examples of 1 rule: 2 hold, 1 do not; patterns that fire in none: 1",
    ]


def test_a_folder_that_is_missing_is_refused(program: Program) -> None:
    assert program.run("test-rules", "gone").status == 2


def test_it_says_why_a_rule_fires(program: Program) -> None:
    fires = program.run("explain", "conditional-apology", "--on", "Sorry if it was late.", *SMALL)
    assert fires.out.startswith("conditional-apology fires on this text.")
    silent = program.run("explain", "conditional-apology", "--on", "Sorry it was late.", *SMALL)
    assert silent.out.startswith("conditional-apology does not fire on this text.")


@pytest.mark.parametrize("given", ["text", "file", "standard input"])
def test_it_shows_what_the_parser_saw(program: Program, given: str) -> None:
    text = "We lost \x1b[31mit."
    argument = {"text": text, "file": program.write("reply.txt", text), "standard input": "-"}[given]
    result = program.run("parse", argument, *SMALL, stdin=text)
    assert result.status == 0
    assert "lost" in result.out
    assert "\x1b" not in result.out


def test_what_cannot_be_read_is_refused(program: Program) -> None:
    result = program.run("parse", program.write("reply.txt", b"\xff"), *SMALL)
    assert result.status == 2
    assert result.err.startswith("apologint: reply.txt: not UTF-8: ")


def test_a_file_without_a_message_is_nothing_to_parse(program: Program) -> None:
    result = program.run("parse", program.write("package.json", '{"name": "shop"}'), *SMALL)
    assert result.status == 2
    assert result.err.endswith("package.json: holds no message: name a file that does, or pass the words\n")
