"""`apologint check` on files that switch rules off."""

import json

from tests.cli.program import Program
from tests.small import POOR

GATE = ("--min-score", "0")


def test_what_is_suppressed_does_not_fail_and_is_only_counted(program: Program) -> None:
    name = program.write("reply.md", f"<!-- apologint: ignore conditional-apology -- legal wants it -->\n{POOR}")
    result = program.check(*GATE, name)
    assert (result.status, result.err) == (0, "")
    assert "conditional-apology" not in result.out
    assert "1 finding suppressed" in result.out


def test_json_keeps_it_in_its_place(program: Program) -> None:
    name = program.write("reply.md", f"{POOR.strip()} {{# apologint: ignore conditional-apology #}}\n")
    report = json.loads(program.check("--format", "json", name).out)
    finding = report["drafts"][0]["findings"][0]
    assert (finding["rule"], finding["suppressed"], finding["points"]) == ("conditional-apology", True, 0)
    assert (finding["line"], finding["column"]) == (1, 1)
    assert report["summary"]["suppressed"] == 1


def test_what_cannot_hold_is_a_complaint_with_its_place_and_no_error(program: Program) -> None:
    name = program.write("reply.md", f"{POOR}{{# apologint: ignore-start conditional #}}\n")
    result = program.check(*GATE, "--fail-on", "never", name)
    assert result.status == 0
    assert result.err.splitlines() == [
        "apologint: reply.md:2: suppression: this block is never closed: end it with 'apologint: ignore-end'",
        "apologint: reply.md:2: suppression: unknown rule 'conditional': did you mean 'conditional-apology'?",
    ]
    assert program.check(*GATE, "--fail-on", "never", "--quiet", name).err == ""


def test_a_suppression_without_a_fault_is_reported(program: Program) -> None:
    name = program.write("reply.txt", "# apologint: ignore conditional-apology\nSorry, we refunded it.\n")
    result = program.check(*GATE, "--fail-on", "warning", name)
    assert result.status == 1
    assert "unused-suppression  line 1" in result.out
    assert "failed: 1 warning" in result.out


def test_standard_input_is_read_as_markdown(program: Program) -> None:
    result = program.check(*GATE, stdin=f"[//]: # (apologint: ignore-file conditional-apology)\n\n{POOR}")
    assert (result.status, result.err) == (0, "")
