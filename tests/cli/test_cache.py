"""`apologint cache`, and the options and settings that say where it lies."""

import json
from pathlib import Path

import pytest

from apologint.cache.folder import VARIABLE
from tests.cache.numbered import file, put
from tests.cli.program import SMALL, Program
from tests.small import OTHER, POOR


@pytest.fixture(autouse=True)
def home(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    """A home of its own, and no variable that says where the cache lies."""
    folder = tmp_path / "home"
    monkeypatch.delenv(VARIABLE)
    monkeypatch.delenv("XDG_CACHE_HOME", raising=False)
    monkeypatch.setenv("HOME", str(folder))
    return folder / ".cache" / "apologint"


def analyses(program: Program, *args: str) -> int:
    """How many are kept."""
    found: int = json.loads(program.run("cache", "info", "--format", "json", *args).out)["analyses"]
    return found


def test_what_is_kept_is_told(program: Program) -> None:
    put(program.folder / "mine", *range(2000))
    told = program.run("cache", "info", "--cache-dir", "mine")
    size = file(program.folder / "mine").stat().st_size
    assert told.out == f"mine: {size / 1000:.0f} kB: 2000 analysed drafts, 0 files made from rules\n"
    as_json = json.loads(program.run("cache", "info", "--cache-dir", "mine", "--format", "json").out)
    assert as_json == {"folder": "mine", "bytes": size, "analyses": 2000, "derived": 0}


def test_nothing_is_told_of_a_cache_that_is_not_there(program: Program, home: Path) -> None:
    told = program.run("cache", "info")
    assert (told.status, told.out) == (0, f"{home}: 0 bytes: 0 analysed drafts, 0 files made from rules\n")


@pytest.mark.parametrize("command", ["info", "clear"])
def test_to_look_at_a_cache_that_is_not_there_makes_none(program: Program, command: str) -> None:
    assert program.run("cache", command, "--cache-dir", "nowhere").out.startswith("nowhere: 0 bytes")
    assert not (program.folder / "nowhere").exists()


def test_a_broken_cache_is_told_and_cleared(program: Program) -> None:
    path = file(program.folder)
    path.write_bytes(b"not a database")
    told = program.run("cache", "info", "--cache-dir", ".")
    assert (told.status, told.out) == (0, ".: 14 bytes: 0 analysed drafts, 0 files made from rules\n")
    assert program.run("cache", "clear", "--cache-dir", ".").out == ".: 14 bytes removed\n"
    assert not path.exists()


def test_clearing_removes_what_is_kept_and_nothing_else(program: Program) -> None:
    program.write("sorry.txt", POOR)
    mine = ["mine.kept", "mine.txt"]
    for name in mine:
        program.write(f".cache/{name}", "mine")
    assert program.check("--cache-dir", ".cache", "sorry.txt").status == 1
    assert len([*(program.folder / ".cache").iterdir()]) > 1
    cleared = program.run("cache", "clear", "--cache-dir", ".cache")
    assert (cleared.status, cleared.out[:8], cleared.err) == (0, ".cache: ", "")
    assert sorted(path.name for path in (program.folder / ".cache").iterdir()) == mine
    assert program.run("cache", "clear", "--cache-dir", ".cache").out == ".cache: 0 bytes removed\n"


@pytest.mark.parametrize("command", ["check", "report", "baseline"])
def test_a_run_says_the_same_from_the_cache(program: Program, home: Path, command: str) -> None:
    program.write("sorry.txt", POOR)
    program.write("open.txt", OTHER)
    first, second, without = (
        program.run(command, *SMALL, "sorry.txt", "open.txt", *more) for more in ([], [], ["--no-cache"])
    )
    assert first == second == without
    assert file(home).exists()


def test_evaluate_uses_it(program: Program) -> None:
    program.write("labels.jsonl", json.dumps({"id": "a", "text": POOR, "kind": "apology", "steps": {}, "problems": []}))
    runs = [program.run("evaluate", *SMALL, "labels.jsonl", *more) for more in ([], [], ["--no-cache"])]
    assert runs[0].status == 0
    assert runs[0] == runs[1] == runs[2]
    assert analyses(program) == 1


def test_a_change_of_a_draft_or_a_rule_is_seen(program: Program) -> None:
    rules = program.write("rules/one.yaml", SHOUTS.replace("WORD", "sorry"))
    program.write("sorry.txt", "Sorry.\n")
    command = (
        "check",
        "--no-builtin-rules",
        "--rules",
        "rules",
        "--kind",
        "apology",
        "--format",
        "concise",
        "sorry.txt",
    )
    assert "shouts" in program.run(*command).out
    program.write("sorry.txt", "Hello.\n")
    assert "shouts" not in program.run(*command).out
    program.write(rules, SHOUTS.replace("WORD", "hello"))
    assert "shouts" in program.run(*command).out


SHOUTS = """
step: empathy
rules:
  - id: shouts
    kind: problem
    severity: error
    what: "Says a word."
    message: "A word."
    suggestion: "Another."
    why: "It is a word."
    when:
      - words: ["WORD"]
    examples:
      bad: ["WORD."]
      good: ["Yes."]
"""


def test_no_cache_leaves_no_trace(program: Program, home: Path) -> None:
    program.write("sorry.txt", POOR)
    program.check("sorry.txt", "--no-cache")
    program.write("apologint.toml", "cache = false\n")
    program.check("sorry.txt")
    assert not home.exists()
    program.check("sorry.txt", "--cache")
    assert home.exists()


def test_the_option_wins_over_the_variable_and_that_over_the_configuration(
    program: Program, home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    program.write("sorry.txt", POOR)

    def used(*args: str) -> list[str]:
        program.check("sorry.txt", *args)
        return [path.parent.name for path in program.folder.rglob("*.sqlite3")]

    assert used() == ["apologint"]
    program.run("cache", "clear")
    program.write("apologint.toml", 'cache-dir = "set"\n')
    assert used() == ["set"]
    program.run("cache", "clear")
    monkeypatch.setenv(VARIABLE, "environment")
    assert used() == ["environment"]
    program.run("cache", "clear")
    assert used("--cache-dir", "option") == ["option"]


def test_a_folder_that_cannot_be_made_is_told_of_where_it_was_named(program: Program, home: Path) -> None:
    program.write("sorry.txt", POOR)
    usual = program.check("sorry.txt", "--no-cache")
    program.write("file", "")
    named = program.check("sorry.txt", "--cache-dir", "file/cache")
    assert (named.status, named.out) == (usual.status, usual.out)
    (line,) = named.err.splitlines()
    assert line.startswith("apologint: file/cache: going on without a cache, as no folder can be made there: ")


def test_and_is_not_told_of_where_it_is_the_usual_one(program: Program, home: Path) -> None:
    program.write("sorry.txt", POOR)
    usual = program.check("sorry.txt", "--no-cache")
    home.parent.parent.mkdir()
    home.parent.write_text("")
    assert program.check("sorry.txt") == usual
