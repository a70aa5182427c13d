"""`apologint check --timing`: where the time went."""

import re

from tests.cli.program import Program
from tests.small import POOR


def test_the_seconds_of_each_stage_go_to_standard_error(program: Program) -> None:
    draft = program.write("reply.txt", POOR)
    plain, timed = program.check(draft), program.check(draft, "--timing")
    assert (timed.out, timed.status) == (plain.out, plain.status)
    rows = re.findall(r"^ *\d+\.\d{3}  (.+)$", timed.err, re.MULTILINE)
    assert {"reading the rules", "reading drafts", "scoring", "writing", "in all"} <= set(rows)
    assert plain.err == ""
