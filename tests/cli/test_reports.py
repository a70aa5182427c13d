"""`--format` and `--output`: which reports a run writes and where."""

import json
from pathlib import Path

import pytest

from tests.cli.program import Program
from tests.small import OTHER, OWNED, POOR


def test_a_report_goes_to_a_file(program: Program) -> None:
    result = program.check("--format", "json", "--output", "report.json", program.write("reply.txt", POOR))
    assert (result.status, result.out, result.err) == (1, "", "")
    (draft,) = json.loads((program.folder / "report.json").read_text())["drafts"]
    assert draft["path"] == "reply.txt"


def test_one_run_writes_several_reports(program: Program) -> None:
    name = program.write("reply.txt", POOR)
    formats = ("--format", "sarif=report.sarif", "--format", "junit=junit.xml", "--format", "text")
    several = program.check(*formats, name)
    assert several.out == program.check(name).out
    assert (program.folder / "report.sarif").read_text() == program.check("--format", "sarif", name).out
    assert (program.folder / "junit.xml").read_text() == program.check("--format", "junit", name).out


def test_a_format_without_a_file_takes_that_of_output(program: Program) -> None:
    result = program.check("--format", "concise", "--format", "json=a.json", "-o", "b.txt", stdin=POOR)
    assert result.out == ""
    assert (program.folder / "b.txt").read_text().startswith("<stdin>:1:1: error: ")


def test_a_hyphen_is_standard_output(program: Program) -> None:
    assert json.loads(program.check("--format", "json=-", stdin=POOR).out)["drafts"]
    assert program.check("-o", "-", stdin=POOR).out == program.check(stdin=POOR).out


def test_a_report_in_a_file_is_utf8_and_has_no_colour_unless_asked_for(program: Program) -> None:
    text = "Sorry if, Zoë 荷, it was late.\n"
    program.check("-o", "plain.txt", stdin=text)
    program.check("-o", "colour.txt", "--color", "always", stdin=text)
    assert "Zoë 荷" in (program.folder / "plain.txt").read_text(encoding="utf-8")
    assert "\x1b" not in (program.folder / "plain.txt").read_text(encoding="utf-8")
    assert "\x1b" in (program.folder / "colour.txt").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("args", "complaint"),
    [
        (["--format", "sarfi"], "unknown format 'sarfi': did you mean 'sarif'?"),
        (["--format", "json="], "no file in 'json=': write json=FILE, or json for standard output"),
        (["--format", "json", "--format", "text"], "two reports go to standard output: write --format json=FILE"),
        (["--format", "json=a", "--format", "text=./a"], "two reports go to a: write --format json=FILE"),
        (["--format", "json=a", "-o", "b"], "every --format has a file of its own: leave --output out"),
        (["-o", "gone/a.txt"], "gone/a.txt: the report cannot be written: No such file or directory"),
        (["-o", "."], ".: the report cannot be written: Is a directory"),
        (["-o", "reply.txt"], "reply.txt is a draft to check: write the report to another file"),
    ],
)
def test_what_cannot_be_is_refused_before_anything_is_linted(program: Program, args: list[str], complaint: str) -> None:
    result = program.check(*args, program.write("reply.txt", POOR))
    assert (result.status, result.out) == (2, "")
    assert result.err.count("\n") == 1
    assert result.err.endswith(f"{complaint}\n")
    assert [path.name for path in program.folder.iterdir()] == ["reply.txt"]
    assert (program.folder / "reply.txt").read_text() == POOR


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no full device there")
def test_a_disk_that_is_full_is_told_with_the_file(program: Program) -> None:
    result = program.check("-o", "/dev/full", stdin=POOR)
    assert (result.status, result.out) == (2, "")
    assert result.err == "apologint: /dev/full: the report cannot be written: No space left on device\n"


def test_a_run_that_breaks_off_leaves_the_last_report(program: Program) -> None:
    program.write("report.txt", "the last one")
    assert program.check("-o", "report.txt", "--model", "gone", stdin=POOR).status == 2
    assert (program.folder / "report.txt").read_text() == "the last one"


def test_a_report_in_a_searched_folder_is_no_draft_of_the_next_run(program: Program) -> None:
    program.write("reply.txt", OWNED)
    first, second = (program.check(".", "-o", "report.md", "--format", "markdown") for _ in range(2))
    assert (first.status, second.status) == (1, 1)
    assert (program.folder / "report.md").read_text().splitlines()[2].startswith("1 draft: ")


def test_what_could_not_be_read_is_in_the_report_and_on_standard_error(program: Program) -> None:
    result = program.check("--format", "github", "gone.txt", program.write("other.txt", OTHER))
    assert result.status == 2
    assert result.out.startswith("::error file=gone.txt,")
    assert result.err.startswith("apologint: gone.txt: no such file or folder")


class TestInGitHubActions:
    @pytest.fixture(autouse=True)
    def _inside(self, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
        monkeypatch.setenv("GITHUB_ACTIONS", "true")
        monkeypatch.setenv("GITHUB_STEP_SUMMARY", str(tmp_path / "summary.md"))

    def test_annotations_are_the_default(self, program: Program) -> None:
        assert program.check(stdin=POOR).out.startswith("::error file=")
        assert (program.folder / "summary.md").read_text().startswith("### apologint")

    def test_another_format_is_taken_when_asked_for(self, program: Program) -> None:
        assert "::" not in program.check("--format", "text", stdin=POOR).out

    def test_a_file_gets_text(self, program: Program) -> None:
        program.check("-o", "report.txt", stdin=POOR)
        assert "conditional-apology" in (program.folder / "report.txt").read_text()
        assert "::" not in (program.folder / "report.txt").read_text()

    def test_a_page_that_cannot_be_written_is_told(self, program: Program, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setenv("GITHUB_STEP_SUMMARY", str(program.folder / "gone" / "summary.md"))
        result = program.check(stdin=POOR)
        assert result.status == 2
        assert "No such file or directory" in result.err
