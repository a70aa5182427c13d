"""`apologint check`."""

import json
from typing import Any

import pytest

from tests.cli.program import Program, Result
from tests.small import OTHER, OWNED, POOR


def drafts(result: Result) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = json.loads(result.out)["drafts"]
    return found


def rules(result: Result) -> list[str]:
    return [finding["rule"] for draft in drafts(result) for finding in draft["findings"]]


def test_a_draft_is_annotated(program: Program) -> None:
    result = program.check(program.write("reply.txt", POOR))
    assert result.status == 1
    assert "^^^^^^^^ conditional-apology" in result.out
    assert "failed: score 0 is under --min-score 70" in result.out
    assert result.err == ""


@pytest.mark.parametrize(
    ("text", "args", "status"),
    [
        (OWNED, ["--min-score", "0"], 0),
        (OWNED, [], 1),
        (OTHER, [], 0),
        (POOR, ["--min-score", "0"], 1),
        (POOR, ["--min-score", "0", "--fail-on", "never"], 0),
        (POOR, ["--exit-zero"], 0),
        (POOR, ["--kind", "other"], 0),
    ],
)
def test_the_status_says_whether_a_draft_failed(program: Program, text: str, args: list[str], status: int) -> None:
    assert program.check(*args, stdin=text).status == status


def test_files_are_reported_in_order_with_their_names(program: Program) -> None:
    for name in ("b/2.md", "b/1.txt", "a.md"):
        program.write(name, OWNED)
    result = program.check("--format", "json", "b", "a.md", "b/1.txt")
    assert [draft["path"] for draft in drafts(result)] == ["b/1.txt", "b/2.md", "a.md"]


def test_standard_input_can_be_given_a_name(program: Program) -> None:
    result = program.check("--format", "json", "--stdin-filename", "mail.txt", "-", stdin=OWNED)
    assert [draft["path"] for draft in drafts(result)] == ["mail.txt"]


def test_rules_are_selected_and_ignored_by_name(program: Program) -> None:
    assert rules(program.check("--format", "json", "--select", "vague-apology, missing-solution", stdin=POOR)) == [
        "vague-apology",
        "missing-solution",
    ]
    result = program.check("--format", "json", "--ignore", "vague-apology", "--ignore", "missing-solution", stdin=POOR)
    assert rules(result) == ["conditional-apology"]


def test_a_score_that_fails_among_selected_rules_says_that_it_counts_more_than_these(program: Program) -> None:
    result = program.check("--format", "concise", "--select", "conditional-apology", stdin="Sorry about the issue.\n")
    assert result.status == 1
    assert "score 0 is under --min-score 70, for it counts all six steps whatever is selected [score]\n" in result.out
    alone = program.check("--quiet", "--select", "conditional-apology", "--min-score", "0", stdin="Sorry about it.\n")
    assert (alone.status, alone.out) == (0, "")


def test_an_option_holds_over_front_matter_and_that_over_the_configuration(program: Program) -> None:
    program.write("apologint.toml", 'fault = "shared"\nmin-score = 0\nfail-on = "never"\n')
    program.write("plain.md", OWNED)
    program.write("said.md", "---\nfault: ours\n---\n" + OWNED)
    faults = [draft["fault"] for draft in drafts(program.check("--format", "json", "."))]
    assert faults == ["shared", "ours"]
    result = program.check("--format", "json", "--fault", "not-ours", ".")
    assert [draft["fault"] for draft in drafts(result)] == ["not-ours", "not-ours"]
    assert result.status == 0


def test_offsets_count_code_points_in_the_file(program: Program) -> None:
    content = b"\xef\xbb\xbf" + "---\r\ntitle: 📦\r\n---\r\nHi 😀 Zoe\u0301,\r\n\r\nSorry if it came late.\r\n".encode()
    (draft,) = drafts(program.check("--format", "json", program.write("reply.md", content)))
    (finding, _) = draft["findings"]
    text = content.decode("utf-8-sig")
    assert text[finding["start"] : finding["end"]] == finding["text"] == "Sorry if"
    assert (finding["line"], finding["column"], finding["end_column"]) == (6, 1, 9)
    assert draft["title"] == "📦"


def test_another_encoding_is_used_when_asked_for(program: Program) -> None:
    name = program.write("reply.txt", b"It\x92s late. Sorry if it upset you.")
    (draft,) = drafts(program.check("--format", "json", "--encoding", "cp1252", name))
    assert draft["findings"][0]["start"] == 11


def test_quiet_gives_a_line_for_each_draft_that_fails(program: Program) -> None:
    program.write("bad.md", POOR)
    program.write("other.md", OTHER)
    result = program.check("--quiet", ".")
    assert result.status == 1
    assert result.out.count("\n") == 1
    assert result.out.startswith("bad.md: ")


def test_nothing_is_coloured_unless_asked_for(program: Program) -> None:
    assert "\x1b" not in program.check(stdin=POOR).out
    assert "\x1b" in program.check("--color", "always", stdin=POOR).out


def test_no_bar_is_drawn_when_piped(program: Program) -> None:
    for number in range(30):
        program.write(f"{number}.md", OTHER)
    result = program.check(".")
    assert (result.status, result.err) == (0, "")
