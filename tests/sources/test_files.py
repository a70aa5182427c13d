"""Finding the files that hold drafts."""

import os
from pathlib import Path

import pytest

from apologint.model import InputError
from apologint.sources.files import find_files


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


def write(*names: str) -> None:
    for name in names:
        Path(name).parent.mkdir(parents=True, exist_ok=True)
        Path(name).write_text("Sorry.", encoding="utf-8")


def find(*paths: str) -> tuple[list[str], list[InputError]]:
    errors: list[InputError] = []
    files = find_files(paths, (".txt", ".md"), errors.append)
    return ["-" if file is None else file.as_posix() for file in files], errors


def test_folders_are_searched_in_sorted_order(folder: Path) -> None:
    write("b/z.md", "b/a.txt", "a.md", "b/c/d.TXT", "b/picture.png")
    assert find(".") == (["a.md", "b/a.txt", "b/c/d.TXT", "b/z.md"], [])


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
    assert find("a") == ([], [InputError("a", "no drafts in this folder: it holds no .md or .txt file")])


@pytest.mark.parametrize("path", ["a\0b", "x" * 5000])
def test_an_impossible_name_is_an_error(folder: Path, path: str) -> None:
    files, (error,) = find(path)
    assert files == []
    assert error.path == path


@pytest.mark.skipif(os.name == "nt", reason="file names are Unicode there")
def test_a_name_that_is_not_unicode_can_be_shown(folder: Path) -> None:
    _, (error,) = find(os.fsdecode(b"caf\xe9.md"))
    assert error.path == "caf\ufffd.md"
