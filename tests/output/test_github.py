"""Annotations of GitHub Actions."""

import pytest

from apologint.model import InputError
from tests.handmade import analysis, problem, report, stands
from tests.output.letters import good_letter, library_item, poor_letter
from tests.output.render import render


def lines(*reports, **settings):
    return render(reports, "github", **settings).splitlines()


def many(number):
    text = "small " * number
    found = [problem("minimising", 6 * at, 6 * at + 5, message=f"number {at}") for at in range(number)]
    return report(text, analysis(found), path="many.txt")


def test_an_annotation_names_place_rule_words_and_advice():
    assert lines(poor_letter())[1] == (
        "::error file=replies/late-chairs.txt,line=3,endLine=3,col=117,endColumn=148,title=apology-but"
        "::'but' takes the apology back. Put a full stop after the apology; explain later and own it."
    )


def test_errors_come_first_and_the_costliest_before_the_others():
    words = [line.split(" ")[0] for line in lines(library_item(), many(2), poor_letter())]
    assert words[:-1] == ["::error"] * 4 + ["::warning"] * 4 + ["::notice"]
    assert "number 0" in lines(many(11))[0]


def test_ten_of_a_level_are_written_and_the_others_counted():
    *annotations, more, total = lines(many(13))
    assert len(annotations) == 10
    assert more == "3 more warnings: GitHub shows 10 of a level; see the summary of this run"
    assert total == "1 draft: 1 passed, 0 failed; mean score 86.0"


def test_columns_stand_only_where_a_finding_is_on_one_line():
    text = "a\nsmall\nb"
    found = problem("minimising", **stands(text, "a\nsmall"))
    assert lines(report(text, analysis([found])))[0].startswith("::warning file=<stdin>,line=1,endLine=2,title=")


def test_values_are_escaped():
    text = "100%: a, b"
    found = problem("minimising", 0, 4, message="100%: a, b")
    first = lines(report(text, analysis([found]), path="50%: a, b.txt"))[0]
    assert first.startswith("::warning file=50%25%3A a%2C b.txt,line=1")
    assert first.endswith("::100%25: a, b")


def test_an_unreadable_input_comes_before_everything():
    assert lines(poor_letter(), errors=[InputError("a.csv", "not UTF-8", 3)])[0] == (
        "::error file=a.csv,line=3,endLine=3,col=1,endColumn=1,title=unreadable::not UTF-8"
    )


def test_the_page_of_the_run_gets_the_markdown_report(tmp_path, monkeypatch):
    page = tmp_path / "summary.md"
    page.write_text("before\n", encoding="utf-8")
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", str(page))
    lines(poor_letter(), good_letter())
    assert page.read_text(encoding="utf-8") == "before\n" + render([poor_letter(), good_letter()], "markdown")


@pytest.mark.parametrize(("workspace", "path"), [("", "a.txt"), ("..", "{folder}/a.txt")])
def test_paths_count_from_the_root_of_the_repository(workspace, path, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    if workspace:
        monkeypatch.setenv("GITHUB_WORKSPACE", str(tmp_path.parent))
    expected = path.format(folder=tmp_path.name)
    made = report("small", analysis([problem("minimising", 0, 5)]), path="a.txt")
    assert f"file={expected},".replace(":", "%3A") in lines(made)[0]
