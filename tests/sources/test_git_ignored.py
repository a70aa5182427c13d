"""What git ignores is passed over, by git's own rules."""

import shutil
import subprocess
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from apologint.sources.files import find_files


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


def put(name: str, content: str = "Sorry.") -> None:
    Path(name).parent.mkdir(parents=True, exist_ok=True)
    Path(name).write_text(content, encoding="utf-8")


def drafts(*names: str) -> None:
    for name in names:
        put(name)


def find(path: str = ".") -> list[str]:
    return [file.as_posix() for file in find_files([path], (".md",), lambda _: None) if file]


def test_a_gitignore_counts_outside_of_a_repository_too(folder: Path) -> None:
    drafts("a.md", "old/a.md", "b.bak.md")
    put(".gitignore", "# kept for reference\nold/\n*.bak.md\n")
    assert find() == ["a.md"]


def test_a_nested_gitignore_holds_over_the_ones_above(folder: Path) -> None:
    drafts("a.md", "team/a.md", "team/b.md", "team/old/a.md", "team/x/c.md")
    put(".gitignore", "a.md\n")
    put("team/.gitignore", "!/a.md\n/old/\nc.md\n")
    assert find() == ["team/a.md", "team/b.md"]


def test_the_gitignore_of_the_repository_holds_in_a_folder_of_it(folder: Path) -> None:
    drafts("replies/team/a.md", "replies/team/wip.md", "replies/team/b.md")
    put(".git/HEAD")
    put(".gitignore", "wip.md\n/replies/team/b.md\n")
    assert find("replies/team") == ["replies/team/a.md"]


def test_nothing_above_the_repository_counts(folder: Path) -> None:
    drafts("repo/a.md", "repo/replies/a.md", "wip/a.md", "wip/inner/a.md")
    put(".gitignore", "a.md\n")
    put("repo/.git/HEAD")
    put("wip/inner/.git/HEAD")
    assert find("repo/replies") == ["repo/replies/a.md"]
    assert find() == ["repo/a.md", "repo/replies/a.md", "wip/inner/a.md"]


def test_what_only_this_clone_ignores(folder: Path) -> None:
    drafts("a.md", "mine.md", "yours.md")
    put(".git/info/exclude", "mine.md\nyours.md\n")
    put(".gitignore", "!yours.md\n")
    assert find() == ["a.md", "yours.md"]


def test_a_worktree_shares_it_with_its_repository(folder: Path) -> None:
    put("main/.git/info/exclude", "mine.md\n")
    put("main/.git/worktrees/fix/commondir", "../..\n")
    put("fix/.git", f"gitdir: {folder}/main/.git/worktrees/fix\n")
    drafts("fix/a.md", "fix/mine.md")
    assert find("fix") == ["fix/a.md"]


def test_a_folder_that_is_asked_for_is_searched_although_it_is_ignored(folder: Path) -> None:
    drafts("build/mail/a.md", "build/wip.md")
    put(".gitignore", "build/\nwip.md\n")
    assert find("build") == ["build/mail/a.md"]
    assert find("build/mail") == ["build/mail/a.md"]


def test_a_file_that_is_asked_for_is_taken(folder: Path) -> None:
    drafts("a.md")
    put(".gitignore", "*\n")
    assert find("a.md") == ["a.md"]


def test_a_list_of_what_is_kept(folder: Path) -> None:
    drafts("a.md", "replies/team/b.md", "replies/team/c.md")
    put(".gitignore", "*\n!*/\n!/replies/**/*.md\nc.md\n")
    assert find() == ["replies/team/b.md"]


def test_line_ends_marks_and_lines_that_are_no_patterns(folder: Path) -> None:
    drafts("a.md", "b.md", "c.md")
    Path(".gitignore").write_bytes(b"\xef\xbb\xbfa.md\r\n!\r\n[\xff\r\nb.md  \r\n")
    assert find() == ["c.md"]


NAMES = ["a", "b", "keep"]
DRAFTS = ["x.md", "y.md", "z z.md", "[q].md"]
PARTS = st.sampled_from(
    ["*", "a", "b", "keep", "x.md", "*.md", "?.md", "[xy].md", "k*", "z z.md", r"\[q\].md", "[!x].md"]
)
PATTERNS = st.builds(
    lambda negated, start, parts, end, blanks: negated + start + "/".join(parts) + end + blanks,
    st.sampled_from(["", "", "!"]),
    st.sampled_from(["", "", "/", "**/"]),
    st.lists(PARTS, min_size=1, max_size=3),
    st.sampled_from(["", "", "/", "/**"]),
    st.sampled_from(["", "  "]),
)
LINES = st.lists(PATTERNS, max_size=4).map("\n".join)
FOLDERS = st.lists(st.sampled_from(NAMES), max_size=3).map("/".join)
FILES = st.lists(st.tuples(FOLDERS, st.sampled_from(DRAFTS)), min_size=4, max_size=12)


@pytest.mark.skipif(not shutil.which("git"), reason="git says what is right")
@settings(max_examples=40, deadline=None)
@given(files=FILES, ignores=st.dictionaries(FOLDERS, LINES, max_size=3), excluded=LINES)
def test_git_agrees(files: list[tuple[str, str]], ignores: dict[str, str], excluded: str) -> None:
    with TemporaryDirectory() as name:
        top = Path(name).resolve()
        subprocess.run(["git", "init", "--quiet", str(top)], check=True)
        (top / ".git/info/exclude").write_text(excluded, encoding="utf-8")
        for where, file in files:
            put(str(top / where / file))
        for where, lines in ignores.items():
            put(str(top / where / ".gitignore"), lines)
        listed = subprocess.run(
            ["git", "-C", str(top), "ls-files", "-z", "--others", "--exclude-standard", "--", "*.md"],
            check=True,
            capture_output=True,
            text=True,
        ).stdout
        expected = {file for file in listed.split("\0") if file}
        assert {file.removeprefix(f"{top}/") for file in find(str(top))} == expected
