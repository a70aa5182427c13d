"""Patterns for the names of files."""

from pathlib import Path

import pytest

from apologint.globs import Globs, is_glob

BASE = Path("/work/replies")


def verdict(path: str, *lines: str) -> bool | None:
    return Globs(lines, BASE).verdict(path.rstrip("/"), is_folder=path.endswith("/"))


def test_the_last_pattern_that_matches_decides() -> None:
    assert verdict("/work/replies/a.md", "*.md", "!a.md") is False
    assert verdict("/work/replies/b.md", "*.md", "!a.md") is True
    assert verdict("/work/replies/b.txt", "*.md", "!a.md") is None


def test_a_slash_ties_a_pattern_to_the_base() -> None:
    assert verdict("/work/replies/old/a.md", "/a.md") is None
    assert verdict("/work/replies/old/a.md", "old/*.md") is True
    assert verdict("/work/replies/2024/old/a.md", "old/*.md") is None


def test_a_path_is_judged_by_itself_and_not_by_the_folders_it_stands_in() -> None:
    assert verdict("/work/replies/old/", "old/") is True
    assert verdict("/work/replies/old/a.md", "old/") is None
    assert verdict("/work/replies/src/build/", "build/", "!src/") is True
    assert verdict("/work/replies/a/b/", "*", "!*/") is False


def test_what_stands_in_a_matched_folder_is_covered() -> None:
    assert Globs(("old/",), BASE).cover("/work/replies/old/2024/a.md", is_folder=False)
    assert not Globs(("old/", "!old/2024/"), BASE).cover("/work/replies/old/2024/a.md", is_folder=False)


def test_outside_the_base_only_patterns_match_that_are_tied_to_no_place() -> None:
    assert verdict("/work/other/a.bak", "*.bak") is True
    assert verdict("/work/other/a.bak", "**/other/*.bak") is True
    assert verdict("/work/other/", "other/") is True
    assert verdict("/work/other/a.bak", "/a.bak", "/other/a.bak", "../other/a.bak") is None
    assert verdict("/work/other/a.bak", "work/other/*.bak", "/work/other/a.bak", "!work/other/") is None
    assert not Globs(("work/other/",), BASE).cover("/work/other/a.bak", is_folder=False)


def test_a_base_is_taken_from_the_working_directory_on(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    assert Globs(("/a.md",), Path("x/..")).verdict(f"{tmp_path}/a.md", is_folder=False)


@pytest.mark.parametrize("line", ["", "  ", "# drafts", "!", "/", "\\", "a[", "[z-a]"])
def test_a_line_that_is_no_pattern_is_passed_over(line: str) -> None:
    assert not is_glob(line)
    assert verdict("/work/replies/a.md", "*.md", line) is True


@pytest.mark.parametrize("line", ["*.md", "!a", "/a b/", "**/a", "[ab]?"])
def test_a_pattern_is_told(line: str) -> None:
    assert is_glob(line)
