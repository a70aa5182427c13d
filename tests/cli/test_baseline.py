"""`apologint baseline`, as a team adopts it on an old library."""

import json

import pytest

from tests.cli.program import SMALL
from tests.small import OWNED, POOR

BASELINE = "apologint-baseline.json"
WORSE = "Sorry if it was late.\n"


@pytest.fixture
def library(program):
    """Three old templates, of which two are poor."""
    program.write("replies/a.txt", POOR)
    program.write("replies/b.txt", f"{POOR}\nRegards\n")
    program.write("replies/c.txt", OWNED)
    return program


def baseline(program, *args, status=0):
    result = program.run("baseline", *SMALL, *args)
    assert result.status == status, result.err
    return result


def held(program):
    """What the baseline holds: for each file its rules, with how often each."""
    files = json.loads((program.folder / BASELINE).read_text())["files"]
    return {
        name: {rule: len(names) for rule, names in file["findings"].items() if names} for name, file in files.items()
    }


def concise(program, *args):
    """The status of a check, and the rules of its findings."""
    result = program.check("--format", "concise", *args)
    return result.status, [line.rpartition("[")[2].rstrip("]") for line in result.out.splitlines()[:-1]]


ALL = {"conditional-apology": 1, "vague-apology": 1, "missing-solution": 1}


def test_from_then_on_only_new_findings_are_reported(library):
    assert concise(library, "replies")[0] == 1
    wrote = baseline(library)
    assert wrote.out == f"wrote {BASELINE}: 6 findings and 3 low scores in 3 files held back from now on\n"
    assert held(library) | {"replies/c.txt": {}} == {"replies/a.txt": ALL, "replies/b.txt": ALL, "replies/c.txt": {}}
    assert concise(library, "replies") == (0, [])
    library.write("replies/new.txt", WORSE)
    assert concise(library, "replies") == (1, ["conditional-apology", "missing-solution", "score"])


def test_a_run_says_how_much_is_held_back(library):
    baseline(library)
    assert library.check("replies").err == f"apologint: 6 findings held back by {BASELINE}\n"
    assert library.check("replies", "--quiet").err == ""
    summary = json.loads(library.check("replies", "--format", "json").out)["summary"]
    assert (summary["held_back"], summary["failed"]) == (6, 0)


def test_moved_lines_and_new_wrapping_wake_nothing(library):
    baseline(library)
    wrapped = POOR.replace("if you were", "if\nyou were")
    library.write("replies/a.txt", f"Dear Ann,\n\n{wrapped}\nRegards\n")
    assert concise(library, "replies") == (0, [])


def test_a_sentence_that_is_changed_is_looked_at_again(library):
    baseline(library)
    library.write("replies/a.txt", POOR.replace("upset", "cross"))
    assert concise(library, "replies")[1] == ["conditional-apology", "vague-apology"]


def test_the_same_sentence_once_more_is_new(library):
    baseline(library)
    library.write("replies/a.txt", f"{POOR}\n{POOR}")
    assert concise(library, "replies")[1] == ["conditional-apology", "vague-apology"]


def test_no_baseline_reports_all(library):
    baseline(library)
    status, rules = concise(library, "replies", "--no-baseline")
    assert (status, len(rules)) == (1, 9)


def test_an_old_draft_that_scored_too_little_fails_only_when_it_gets_worse(library):
    library.write("replies/a.txt", f"{OWNED}Sorry for the issue.\n")
    baseline(library, "--min-score", "30")
    scored = library.check("replies/a.txt", "--min-score", "30")
    assert (scored.status, "passed" in scored.out) == (0, True)
    library.write("replies/a.txt", f"{OWNED}Sorry for the issue. We know the issue.\n")
    worse = library.check("replies/a.txt", "--min-score", "30", "--fail-on", "never")
    assert worse.status == 1
    assert "is under --min-score 30, and under the 17 in the baseline" in worse.out


def test_update_drops_what_is_gone_and_adds_nothing(library):
    baseline(library)
    library.write("replies/a.txt", OWNED)
    library.write("replies/b.txt", f"{POOR}\n{WORSE}")
    library.write("replies/new.txt", WORSE)
    assert library.check("replies", "--exit-zero").err.endswith(
        ", and 3 more in it are gone: `apologint baseline --update` drops them\n"
    )
    updated = baseline(library, "--update")
    assert updated.out == f"{BASELINE}: 3 findings gone; 3 findings and 3 low scores in 3 files still held back\n"
    assert "replies/new.txt" not in held(library)
    assert held(library)["replies/b.txt"] == ALL


def test_when_all_is_mended_nothing_is_held_back(library):
    for name in "abc":
        library.write(f"replies/{name}.txt", OWNED)
    baseline(library, "--min-score", "0")
    library.write("replies/a.txt", POOR)
    baseline(library, "replies/a.txt", "--min-score", "0")
    library.write("replies/a.txt", OWNED)
    gone = library.check("replies", "--min-score", "0")
    assert gone.err == f"apologint: 3 findings in {BASELINE} gone: `apologint baseline --update` drops them\n"
    updated = baseline(library, "--update", "--min-score", "0")
    assert updated.out == f"{BASELINE}: 3 findings gone; nothing still held back\n"


def test_what_is_not_looked_for_is_not_gone(library):
    baseline(library)
    one = library.check("replies", "--select", "vague-apology")
    assert one.err == f"apologint: 2 findings held back by {BASELINE}\n"


@pytest.mark.parametrize("rules", [["--select", "conditional-apology"], ["--ignore", "vague-apology,missing-solution"]])
def test_what_is_known_of_rules_that_a_run_does_not_look_for_stays(library, rules):
    baseline(library)
    before = json.loads((library.folder / BASELINE).read_text())["files"]
    library.write("replies/a.txt", OWNED)
    updated = baseline(library, "--update", *rules)
    assert updated.out == f"{BASELINE}: 1 finding gone; 5 findings and 3 low scores in 3 files still held back\n"
    assert held(library)["replies/a.txt"] == {"vague-apology": 1, "missing-solution": 1}
    baseline(library, *rules)
    after = json.loads((library.folder / BASELINE).read_text())["files"]
    assert after["replies/b.txt"] == before["replies/b.txt"]


def test_what_the_configuration_ignores_is_gone(library):
    baseline(library)
    library.write("apologint.toml", "ignore = ['vague-apology', 'missing-solution']")
    baseline(library, "--update")
    assert held(library)["replies/b.txt"] == {"conditional-apology": 1}


def test_a_file_that_is_deleted_is_gone(library):
    baseline(library)
    (library.folder / "replies/a.txt").unlink()
    baseline(library, "--update")
    assert "replies/a.txt" not in held(library)


def test_for_a_part_of_the_library_the_rest_stays(library):
    baseline(library)
    library.write("replies/a.txt", OWNED)
    library.write("replies/b.txt", OWNED)
    baseline(library, "--update", "replies/a.txt")
    assert "conditional-apology" in held(library)["replies/b.txt"]
    library.write("more/d.txt", WORSE)
    baseline(library, "more")
    assert {"replies/b.txt", "more/d.txt"} <= held(library).keys()


def test_what_could_not_be_read_stays_and_is_told(library):
    baseline(library)
    library.write("replies/a.txt", b"\xff\xfe\xff sorry")
    result = baseline(library, "--update", status=2)
    assert "replies/a.txt" in result.err
    assert held(library)["replies/a.txt"] == ALL


@pytest.mark.parametrize("path", ["gone", "empty"])
def test_where_nothing_could_be_read_nothing_is_written(library, path):
    (library.folder / "empty").mkdir()
    assert baseline(library, path, status=2).out == ""
    assert not (library.folder / BASELINE).exists()
    baseline(library)
    before = held(library)
    assert baseline(library, path, status=2).out == baseline(library, path, "--update", status=2).out == ""
    assert held(library) == before


def test_it_is_found_from_a_folder_below(library, monkeypatch):
    baseline(library)
    monkeypatch.chdir(library.folder / "replies")
    assert concise(library, "a.txt") == (0, [])


def test_it_stands_beside_the_configuration_or_where_that_says(library, monkeypatch):
    library.write("apologint.toml", "")
    monkeypatch.chdir(library.folder / "replies")
    baseline(library)
    assert held(library)["replies/a.txt"] == ALL
    library.write("apologint.toml", "baseline = 'ci/old.json'")
    missing = library.check("a.txt")
    assert (missing.status, missing.err) == (
        2,
        f"apologint: {library.folder / 'ci/old.json'}: there is no such baseline: write it with `apologint baseline`\n",
    )
    (library.folder / "ci").mkdir()
    baseline(library)
    assert concise(library, "a.txt") == (0, [])
    assert list(json.loads((library.folder / "ci/old.json").read_text())["files"]) == [
        f"../replies/{name}.txt" for name in "abc"
    ]


def test_another_file_can_be_named(library):
    baseline(library, "--baseline", "other.json")
    assert concise(library, "replies")[0] == 1
    assert concise(library, "replies", "--baseline", "other.json") == (0, [])


def test_standard_input_under_a_known_name_is_known(library):
    baseline(library)
    assert library.check("--stdin-filename", "replies/a.txt", stdin=POOR).status == 0
    assert library.check(stdin=POOR).status == 1


def test_a_suppressed_finding_is_not_taken_down(library):
    library.write("replies/a.md", f"<!-- apologint: ignore conditional-apology -->\n{POOR}")
    baseline(library, "replies/a.md")
    assert "conditional-apology" not in held(library)["replies/a.md"]


def test_it_is_the_same_each_time(library):
    baseline(library)
    text = (library.folder / BASELINE).read_bytes()
    baseline(library)
    assert (library.folder / BASELINE).read_bytes() == text


def test_it_is_itself_no_library_of_drafts(library):
    baseline(library)
    result = library.check(".")
    assert (result.status, BASELINE in result.out) == (0, False)


@pytest.mark.parametrize(
    ("args", "complaint"),
    [
        (["-"], "standard input has no name to know it by: name files or folders"),
        (["--update"], "there is no such baseline: write it with `apologint baseline`"),
        (["gone"], "gone: no such file or folder: check the path"),
    ],
)
def test_what_cannot_be_done_is_one_line(program, args, complaint):
    result = program.run("baseline", *SMALL, *args)
    assert result.status == 2
    assert result.err.endswith(f"{complaint}\n")
    assert result.err.count("\n") == 1


def test_a_broken_one_is_one_line(library):
    library.write(BASELINE, "{\n<<<<<<<")
    result = library.check("replies")
    place = library.folder / BASELINE
    assert (result.status, result.out) == (2, "")
    assert result.err.startswith(f"apologint: {place}:2: not JSON: ")
    assert result.err.count("\n") == 1
