"""Finding the files that hold drafts."""

import os
from pathlib import Path

import pytest

from apologint.globs import Globs
from apologint.model import InputError, Skipped
from apologint.sources import FileGlobs
from apologint.sources.files import find_files

SUCH_AS = 'such as .md, .html, .json or .csv (for others: --include "*.tpl")'


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


def write(*names: str) -> None:
    for name in names:
        Path(name).parent.mkdir(parents=True, exist_ok=True)
        Path(name).write_text("Sorry.", encoding="utf-8")


def find(
    *paths: str, include: str = "", exclude: str = "", force_exclude: bool = False
) -> tuple[list[str], list[InputError]]:
    errors: list[InputError] = []
    files = find_files(
        paths,
        (".txt", ".md"),
        errors.append,
        globs=FileGlobs(globs(include), globs(exclude), force_exclude),
    )
    return ["-" if file is None else file.as_posix() for file in files], errors


def globs(patterns: str) -> Globs | None:
    return Globs(tuple(patterns.split()), Path()) if patterns else None


def test_folders_are_searched_in_sorted_order(folder: Path) -> None:
    write("b/z.md", "b/a.txt", "a.md", "b/c/d.TXT", "b/picture.png")
    assert find(".") == (["a.md", "b/a.txt", "b/c/d.TXT", "b/z.md"], [])


def test_a_folder_is_searched_when_its_turn_comes(folder: Path) -> None:
    write("a/first.md", "b/second.md")
    files = find_files(["."], (".md",), pytest.fail)
    assert next(files) == Path("a/first.md")
    write("b/a-late-one.md")
    assert [*files] == [Path("b/a-late-one.md"), Path("b/second.md")]


def test_hidden_and_vendored_folders_are_passed_over(folder: Path) -> None:
    write("a.md", ".hidden.md", ".git/a.md", "node_modules/x/a.md", ".venv/a.md", "venv/a.md")
    assert find(".") == (["a.md"], [])


def test_what_is_named_is_taken_whatever_it_is_called(folder: Path) -> None:
    write(".hidden.md", "reply.eml", "node_modules/a.md")
    assert find(".hidden.md", "reply.eml", "node_modules") == ([".hidden.md", "reply.eml", "node_modules/a.md"], [])


def test_a_file_named_twice_is_taken_once(folder: Path) -> None:
    write("a.md", "b.md")
    Path("link.md").symlink_to("a.md")
    assert find("b.md", ".", "./b.md", "link.md", "-", "-") == (["b.md", "a.md", "-"], [])


def test_folders_that_link_to_each_other_end(folder: Path) -> None:
    write("a/one.md", "b/two.md")
    Path("a/to_b").symlink_to("../b")
    Path("b/to_a").symlink_to("../a")
    Path("a/self").symlink_to(".")
    Path("a/nowhere.md").symlink_to("nowhere")
    Path("a/loop.md").symlink_to("loop.md")
    assert find("a") == (["a/one.md", "a/to_b/two.md"], [])


def test_a_missing_path_is_an_error_and_the_rest_goes_on(folder: Path) -> None:
    write("a.md")
    files, errors = find("nowhere", "a.md")
    assert files == ["a.md"]
    assert errors == [InputError("nowhere", "no such file or folder: check the path")]


def test_a_folder_without_drafts_is_an_error(folder: Path) -> None:
    write("a/picture.png")
    assert find("a") == (
        [],
        [
            InputError(
                "a",
                f"no drafts in this folder: it holds no file {SUCH_AS}",
            )
        ],
    )


def test_a_folder_with_nothing_but_ignored_drafts_is_an_error(folder: Path) -> None:
    write("a/b.md")
    message = f"no drafts in this folder: it holds no file that is not ignored or excluded {SUCH_AS}"
    assert find("a", exclude="b.md") == ([], [InputError("a", message)])
    Path(".gitignore").write_text("*.md", encoding="utf-8")
    assert find("a") == ([], [InputError("a", message)])


def test_excluded_files_and_folders_are_passed_over(folder: Path) -> None:
    write("a.md", "old/a.md", "team/old/a.md", "team/b.md", "team/b.wip.md")
    assert find(".", exclude="old/ *.wip.md !team/old/") == (["a.md", "team/b.md", "team/old/a.md"], [])
    assert find(".", "team", exclude="/team/") == (
        ["a.md", "old/a.md", "team/b.md", "team/b.wip.md", "team/old/a.md"],
        [],
    )


def test_only_included_files_are_taken(folder: Path) -> None:
    write("README.md", "replies/a.md", "replies/old/b.txt", "replies/logo.svg", "macros/c.md")
    assert find(".", include="replies/") == (["replies/a.md", "replies/old/b.txt"], [])
    assert find(".", include="/replies/*.md macros/") == (["macros/c.md", "replies/a.md"], [])
    assert find(".", include="*.md", exclude="README.md") == (["macros/c.md", "replies/a.md"], [])


def test_an_included_ending_is_looked_for_beside_the_known_ones(folder: Path) -> None:
    write("a.tpl", "b.md", "sub/c.TPL", "style.css")
    assert find(".", include="*.tpl *.TPL *.md") == (["a.tpl", "b.md", "sub/c.TPL"], [])


def test_a_folder_without_an_included_file_is_an_error_that_names_the_patterns(folder: Path) -> None:
    write("a.txt", "old/b.tpl")
    message = "no drafts in this folder: it holds no file that include matches (/*.tpl, macros/)"
    assert find(".", include="/*.tpl macros/") == ([], [InputError(".", message)])
    message = (
        "no drafts in this folder: it holds no file that is not ignored or excluded and that include matches (*.tpl)"
    )
    assert find(".", include="*.tpl", exclude="old/") == ([], [InputError(".", message)])


def test_a_named_file_is_taken_although_it_is_excluded_unless_by_force(folder: Path) -> None:
    write("old/a.md", "b.md")
    assert find("old/a.md", "b.md", exclude="old/", include="*.txt") == (["old/a.md", "b.md"], [])
    assert find("old/a.md", "b.md", "old", exclude="old/", force_exclude=True) == (["b.md"], [])


def test_binary_files_in_a_folder_are_skipped(folder: Path) -> None:
    skipped: list[Skipped] = []
    write("a.md")
    Path("scan.txt").write_bytes(b"%PDF-1.7\0\1")
    Path("wide.txt").write_bytes("Sorry.".encode("utf-16"))
    files = find_files([".", "scan.txt"], (".txt", ".md"), pytest.fail, skipped.append)
    assert list(map(str, files)) == ["a.md", "wide.txt"]
    assert skipped == [Skipped("scan.txt", None, None, "binary")]
    assert list(map(str, find_files(["scan.txt"], (".txt",), pytest.fail))) == ["scan.txt"]


def test_empty_files_in_a_folder_are_skipped_and_named_ones_only_where_a_program_names_them(folder: Path) -> None:
    skipped: list[Skipped] = []
    write("a.md")
    Path("later.md").write_bytes(b"\xef\xbb\xbf \r\n")
    assert list(map(str, find_files(["."], (".md",), pytest.fail, skipped.append))) == ["a.md"]
    assert skipped == [Skipped("later.md", None, None, "empty")]
    assert find("later.md") == (["later.md"], [])
    assert find("later.md", force_exclude=True) == ([], [])


def test_nothing_is_binary_where_every_letter_has_a_nul(folder: Path) -> None:
    Path("wide.txt").write_bytes("Sorry.".encode("utf-16-le"))
    assert list(map(str, find_files(["."], (".txt",), pytest.fail, encoding="utf-16-le"))) == ["wide.txt"]


@pytest.mark.parametrize("path", ["a\0b", "x" * 5000])
def test_an_impossible_name_is_an_error(folder: Path, path: str) -> None:
    files, (error,) = find(path)
    assert files == []
    assert error.path == path


@pytest.mark.skipif(os.name == "nt", reason="file names are Unicode there")
def test_a_name_that_is_not_unicode_can_be_shown(folder: Path) -> None:
    _, (error,) = find(os.fsdecode(b"caf\xe9.md"))
    assert error.path == "caf\ufffd.md"
