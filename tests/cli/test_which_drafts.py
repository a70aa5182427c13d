"""Which files and drafts `apologint check` takes, and how it says what it skipped."""

import json

import pytest

from tests.cli.program import Program
from tests.small import OWNED

GERMAN = "Es tut uns leid, dass Ihre Bestellung zu spät angekommen ist. Wir erstatten Ihnen den vollen Betrag.\n"


def taken(program: Program, *args: str) -> list[str]:
    result = program.check("--format", "json", *args)
    return [draft["path"] for draft in json.loads(result.out)["drafts"]]


@pytest.fixture
def replies(program: Program) -> Program:
    for name in ("README.md", "replies/late.md", "replies/old/late.md", "replies/reply.tpl", "wip/a.md"):
        program.write(name, OWNED)
    return program


def test_what_git_ignores_is_passed_over_and_taken_when_named(replies: Program) -> None:
    replies.write(".gitignore", "wip/\n")
    assert taken(replies, ".") == ["README.md", "replies/late.md", "replies/old/late.md"]
    assert taken(replies, "wip", "wip/a.md") == ["wip/a.md"]


def test_globs_say_which_files_of_a_folder_are_taken(replies: Program) -> None:
    assert taken(replies, "--exclude", "old/", "--exclude", "/wip", ".") == ["README.md", "replies/late.md"]
    assert taken(replies, "--include", "/replies/", ".") == ["replies/late.md", "replies/old/late.md"]
    assert taken(replies, "--include", "*.tpl", "--exclude", "*.md", "replies") == ["replies/reply.tpl"]


def test_globs_in_the_configuration_hold_from_its_folder_on(replies: Program, monkeypatch: pytest.MonkeyPatch) -> None:
    replies.write("apologint.toml", 'include = ["replies/**/*.md"]\nexclude = ["/replies/old/"]\n')
    assert taken(replies, ".") == ["replies/late.md"]
    monkeypatch.chdir(replies.folder / "replies")
    assert taken(replies, ".") == ["late.md"]
    assert taken(replies, "--exclude", "/late.md", "--include", "*.md", ".") == ["old/late.md"]


def test_excluded_files_that_are_named_are_taken_unless_by_force(replies: Program) -> None:
    replies.write("apologint.toml", 'exclude = ["old/"]\n')
    named = ["replies/late.md", "replies/old/late.md"]
    assert taken(replies, *named) == named
    assert taken(replies, "--force-exclude", *named) == ["replies/late.md"]
    result = replies.check("--force-exclude", "replies/old/late.md")
    assert (result.status, result.err) == (0, "")


def test_a_glob_that_matches_nothing_is_refused(program: Program) -> None:
    result = program.check("--exclude", "# drafts", ".")
    assert result.status == 2
    assert "'# drafts' matches nothing: write a pattern such as *.md or old/" in result.err
    program.write("apologint.toml", 'min-score = 0\ninclude = ["*.md", "!"]\n')
    result = program.check(".")
    assert result.status == 2
    assert "apologint.toml:2: '!' matches nothing: write a pattern such as *.md or old/" in result.err


def test_a_draft_in_another_language_is_skipped_with_a_note(program: Program) -> None:
    program.write("de.md", "---\ntitle: Lampe\n---\n" + GERMAN)
    program.write("en.md", OWNED)
    program.write("scan.txt", b"%PDF\0")
    result = program.check("--min-score", "0", ".")
    assert (result.status, result.err) == (
        0,
        "apologint: 2 items skipped (1 binary, 1 not in English); --show-skipped lists them\n",
    )
    assert program.check("--min-score", "0", "--show-skipped", ".").err.splitlines() == [
        "apologint: scan.txt: skipped: binary",
        'apologint: de.md "Lampe": skipped: not in English',
        "apologint: 2 items skipped (1 binary, 1 not in English)",
    ]
    assert program.check("--min-score", "0", "--quiet", ".").err == ""


def test_standard_input_in_another_language_is_skipped_too(program: Program) -> None:
    result = program.check(stdin=GERMAN)
    assert (result.status, result.err) == (
        0,
        "apologint: 1 item skipped (1 not in English); --show-skipped lists them\n",
    )


def test_any_language_is_linted_on_request(program: Program) -> None:
    program.write("de.md", GERMAN)
    assert taken(program, ".") == []
    assert taken(program, "--language", "any", ".") == ["de.md"]
    program.write("apologint.toml", 'language = "any"\n')
    assert taken(program, ".") == ["de.md"]
    assert taken(program, "--language", "en", ".") == []


def test_quotes_code_and_gaps_do_not_count_for_the_language(program: Program) -> None:
    quoted = "".join(f"> {GERMAN}" for _ in range(5))
    program.write(
        "answer.md", f"Hi {{{{ Kundin oder Kunde, wie Sie es uns sagten }}}}, that was our fault.\n\n{quoted}"
    )
    assert taken(program, ".") == ["answer.md"]
