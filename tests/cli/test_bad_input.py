"""Bad input: one clear line each on standard error, status 2, and never a traceback."""

import json

import pytest

from tests.cli.program import Program
from tests.small import OWNED, POOR

NO_TEXT = "write the message there, or leave the file out"
BAD_FILES = {
    "binary.txt": (
        b"sorry\0\1",
        "binary.txt: a binary file (NUL at offset 5): leave it out, or save its text as UTF-8",
    ),
    "latin.txt": (
        b"It\x92s our fault.",
        "latin.txt: not UTF-8: byte 0x92 at offset 2: save it as UTF-8, or pass --encoding cp1252",
    ),
    "wide.txt": (
        "Sorry.".encode("utf-16"),
        "wide.txt: UTF-16, not UTF-8: save it as UTF-8, or pass --encoding utf-16",
    ),
    "empty.md": (b"", f"empty.md: empty: it holds no text: {NO_TEXT}"),
    "blank.md": (b" \r\n\n", f"blank.md: empty: it holds no text: {NO_TEXT}"),
    "front.md": (b"---\ntitle: x\n---\n", f"front.md: nothing stands below the front matter: {NO_TEXT}"),
    "huge.txt": (
        b"sorry " * 200_000,
        "huge.txt: larger than 1000000 bytes: split it, or raise max-bytes in the configuration",
    ),
    "yaml.md": (
        b"---\nkind: [apology\n---\nSorry.",
        "yaml.md:3: broken front matter: expected ',' or ']', but got '<stream end>'",
    ),
    "kind.md": (b"---\nkind: apolgy\n---\nSorry.", "kind.md:2: kind 'apolgy' is unknown: did you mean 'apology'?"),
}


@pytest.mark.parametrize("name", BAD_FILES)
def test_a_file_that_cannot_be_read(program: Program, name: str) -> None:
    content, complaint = BAD_FILES[name]
    result = program.check(program.write(name, content))
    assert (result.status, result.err) == (2, f"apologint: {complaint}\n")


def test_a_missing_path(program: Program) -> None:
    result = program.check("replies/gone.txt")
    assert result.status == 2
    assert result.err == "apologint: replies/gone.txt: no such file or folder: check the path\n"


def test_a_folder_without_drafts(program: Program) -> None:
    program.write("replies/photo.png", b"")
    result = program.check("replies")
    assert result.status == 2
    assert result.err.startswith("apologint: replies: no drafts in this folder: it holds no file such as .md, .html, ")


def test_empty_standard_input(program: Program) -> None:
    result = program.check()
    assert (result.status, result.err) == (2, f"apologint: <stdin>: empty: it holds no text: {NO_TEXT}\n")


def test_an_empty_file_among_the_drafts_of_a_folder_is_no_error(program: Program) -> None:
    program.write("replies/late.md", OWNED)
    program.write("replies/notes.txt", "\n")
    result = program.check("--min-score", "0", "replies")
    assert (result.status, result.err) == (0, "apologint: 1 item skipped (1 empty); --show-skipped lists them\n")


def test_the_other_files_are_still_done(program: Program) -> None:
    program.write("a.md", b"\xff")
    program.write("b.md", OWNED)
    result = program.check("--format", "json", "--min-score", "0", ".", "gone.md")
    report = json.loads(result.out)
    assert result.status == 2
    assert [draft["path"] for draft in report["drafts"]] == ["b.md"]
    assert [error["path"] for error in report["errors"]] == ["gone.md", "a.md"]
    assert result.err.count("\n") == 2


def test_what_could_not_be_read_outweighs_what_failed(program: Program) -> None:
    assert program.check("-", "gone.md", stdin=POOR).status == 2
    assert program.check("-", "gone.md", "--exit-zero", stdin=POOR).status == 2


def test_a_name_cannot_reach_the_terminal(program: Program) -> None:
    result = program.check("\x1b[31mred\u202e\n.md")
    assert result.err == "apologint: \\x1b[31mred<U+202E> .md: no such file or folder: check the path\n"


@pytest.mark.parametrize(
    ("args", "complaint"),
    [
        (["chek"], "unknown command 'chek': did you mean 'check'?"),
        (["kettle.txt"], "unknown command 'kettle.txt': did you mean 'apologint check kettle.txt'?"),
        (["./kettles"], "unknown command './kettles': did you mean 'apologint check ./kettles'?"),
        (["check", "--formt", "json"], "No such option '--formt'. (Did you mean one of: '--format', "),
        (["check", "--format", "jsn"], "Invalid value for '--format': unknown format 'jsn': did you mean 'json'?"),
        (["check", "--min-score", "many"], "Invalid value for '--min-score': 'many' is not a valid integer range."),
        (["check", "--min-score", "101"], "Invalid value for '--min-score': 101 is not in the range 0<=x<=100."),
        (["check", "--encoding", "utf-9"], "Invalid value for '--encoding': unknown encoding 'utf-9': write a name "),
        (["check", "--rules", "gone"], "Invalid value for '--rules': Directory 'gone' does not exist."),
        (["check", "--config", "gone.toml"], "Invalid value for '--config': File 'gone.toml' does not exist."),
        (
            ["check", "--no-builtin-rules"],
            "the built-in rules are switched off: name a folder of your own with --rules",
        ),
        (["explain"], "Missing argument 'RULE'."),
    ],
)
def test_wrong_use(program: Program, args: list[str], complaint: str) -> None:
    result = program.run(*args)
    assert result.status == 2
    assert result.err.startswith(f"apologint: {complaint}")
    assert result.err.count("\n") == 1


def test_a_folder_is_no_command(program: Program) -> None:
    program.write("replies/late.md", OWNED)
    assert (
        program.run("replies").err == "apologint: unknown command 'replies': did you mean 'apologint check replies'?\n"
    )


def test_an_unknown_rule(program: Program) -> None:
    result = program.check("--select", "vage-apology", stdin=OWNED)
    complaint = "apologint: unknown rule 'vage-apology': did you mean 'vague-apology'?\n"
    assert (result.status, result.err) == (2, complaint)


def test_a_broken_configuration(program: Program) -> None:
    program.write("apologint.toml", "min-scor = 5\n")
    result = program.check(stdin=OWNED)
    assert result.status == 2
    assert result.err.endswith("apologint.toml:1: unknown setting 'min-scor': did you mean 'min-score'?\n")
    assert result.err.count("\n") == 1


def test_a_folder_of_rules_that_is_not_there_is_told_where_it_is_asked_for(program: Program) -> None:
    program.write("apologint.toml", 'min-score = 5\nrules = ["my-rules"]\n')
    no_folder = program.run("check", stdin=OWNED)
    program.write("my-rules/README.md", "Our rules.")
    empty = program.run("rules")
    place = f"apologint: {program.folder / 'apologint.toml'}:2: my-rules"
    assert no_folder.err == f"{place} is no folder: rules stand in a folder of .yaml files\n"
    assert empty.err == f"{place} holds no .yaml file: rules stand in a folder of these\n"
    assert no_folder.status == empty.status == 2


def test_a_folder_without_rules_is_no_fault_of_the_configuration(program: Program) -> None:
    program.write("apologint.toml", 'rules = ["my-rules"]\n')
    program.write("others/README.md", "Our rules.")
    result = program.run("rules", "--rules", "others")
    assert result.err == "apologint: others holds no .yaml file: rules stand in a folder of these\n"


def test_a_broken_rule_file(program: Program) -> None:
    program.write("own/own.yaml", "rules:\n  - id: x\n    kid: problem\n")
    result = program.check("--rules", "own", stdin=OWNED)
    assert result.status == 2
    assert result.err.startswith("apologint: own/own.yaml:3: ")
    assert result.err.count("\n") == 1


def test_a_pipeline_that_is_not_installed(program: Program) -> None:
    result = program.check("--model", "no_such_pipeline", stdin=OWNED)
    assert result.status == 2
    assert result.err.startswith("apologint: the spaCy pipeline 'no_such_pipeline' is not installed; run: pip install ")
    assert (result.out, result.err.count("\n")) == ("", 1)
