"""`apologint check --timing`: where the time went."""

import re

from tests.cli.program import Program
from tests.small import POOR


def test_the_time_of_each_stage_go_to_standard_error(program: Program) -> None:
    draft = program.write("reply.txt", POOR)
    plain, timed = program.check(draft), program.check(draft, "--timing")
    assert (timed.out, timed.status) == (plain.out, plain.status)
    rows = re.findall(r"^ *\d+\.\d  (.+)$", timed.err, re.MULTILINE)
    assert {"reading the rules", "reading drafts", "scoring", "writing", "in all"} <= set(rows)
    assert plain.err == ""


def test_the_time_of_each_rule_go_there_too(program: Program) -> None:
    draft = program.write("reply.txt", POOR)
    result = program.check(draft, "--timing", "--no-cache")
    rows = re.findall(r"^ *\d+\.\d  (.+)$", result.err, re.MULTILINE)
    assert {"loading the parser", "parsing", "matching words", "conditional-apology", "missing-solution"} <= set(rows)
