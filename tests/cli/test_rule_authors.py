"""What those who write rules need: `test-rules`, `explain --on` and `parse`."""

from pathlib import Path
from subprocess import run

import pytest

from tests.cli.program import SMALL, Program
from tests.small import SMALL_RULES

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
        "own/own.yaml:14: shrugs should fire and does not; see why: apologint explain shrugs "
        f"--rules {SMALL_RULES} --rules own --no-builtin-rules --on 'Never mind.'",
        "own/own.yaml:12: shrugs has a pattern that fires in no example: words: so what",
        "3 examples of 1 rule: 2 hold, 1 do not; patterns that fire in none: 1",
    ]


def test_the_command_that_says_why_an_example_does_not_hold_can_be_run_as_it_stands(program: Program) -> None:
    program.write("own/own.yaml", OWN_RULE.replace('"Never mind."', '"It\'s\\nyours."'))
    shown = program.run("test-rules", "own", *SMALL).out.splitlines()[0].partition("see why: ")[2]
    said = run(["bash", "-c", f"printf '%s\\0' {shown}"], check=True, capture_output=True, text=True).stdout
    command = said.split("\0")[:-1]
    assert command[-1] == "It's\nyours."
    assert program.run(*command[1:]).out.startswith("shrugs does not fire on this text.")


def test_only_the_rules_that_are_asked_for_are_tried(program: Program) -> None:
    program.write("own/own.yaml", OWN_RULE)
    one = program.run("test-rules", "--select", "says-sorry", *SMALL)
    assert one.out == "2 examples of 1 rule: 2 hold, 0 do not; patterns that fire in none: 0\n"
    some = program.run("test-rules", "own", "--select", "says-sorry,conditional-apology", "--select", "shrugs", *SMALL)
    assert some.out.splitlines()[-1].startswith("7 examples of 3 rules: ")


def test_a_rule_to_try_that_is_not_there_has_a_nearest_one(program: Program) -> None:
    result = program.run("test-rules", "--select", "says-sory", *SMALL)
    complaint = "apologint: unknown rule 'says-sory': did you mean 'says-sorry'?\n"
    assert (result.status, result.err) == (2, complaint)


@pytest.mark.parametrize("path", [SMALL_RULES, SMALL_RULES / "rules.yaml"], ids=["folder", "file"])
def test_rules_that_are_in_use_anyway_are_tried_and_not_read_again(program: Program, path: Path) -> None:
    program.write("own/own.yaml", OWN_RULE)
    result = program.run("test-rules", str(path), "--rules", "own", *SMALL)
    assert result.out == "12 examples of 6 rules: 12 hold, 0 do not; patterns that fire in none: 0\n"


def test_of_a_folder_one_file_is_tried_with_the_words_of_the_others(program: Program) -> None:
    program.write("own/own.yaml", OWN_RULE.replace("oh well", "$shrug").replace('      - words: "so what"\n', ""))
    program.write("own/words.yaml", "words: {shrug: [oh well, never mind]}")
    result = program.run("test-rules", "own/own.yaml", "--no-builtin-rules")
    assert result.out == "3 examples of 1 rule: 3 hold, 0 do not; patterns that fire in none: 0\n"


def test_a_folder_without_a_rule_is_nothing_to_try(program: Program) -> None:
    program.write("own/own.yaml", "# step: empathy\n")
    result = program.run("test-rules", "own", *SMALL)
    assert (result.status, result.err) == (2, "apologint: no rule stands in own: write one under 'rules:'\n")


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
