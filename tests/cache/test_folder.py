"""Where the cache lies, and what the folder is."""

import subprocess
import sys
from pathlib import Path

import pytest

from apologint.cache.folder import default_folder, prepare


@pytest.mark.parametrize(
    ("platform", "environ", "folder"),
    [
        ("linux", {}, "/home/ada/.cache/apologint"),
        ("linux", {"XDG_CACHE_HOME": "/fast"}, "/fast/apologint"),
        ("linux", {"XDG_CACHE_HOME": ""}, "/home/ada/.cache/apologint"),
        ("linux", {"XDG_CACHE_HOME": "not/absolute"}, "/home/ada/.cache/apologint"),
        ("freebsd14", {}, "/home/ada/.cache/apologint"),
        ("darwin", {"XDG_CACHE_HOME": "/fast"}, "/home/ada/Library/Caches/apologint"),
        ("win32", {"LOCALAPPDATA": "/c/Users/ada/AppData/Local"}, "/c/Users/ada/AppData/Local/apologint/Cache"),
        ("win32", {}, None),
    ],
)
def test_the_platform_says_where_it_lies(
    platform: str, environ: dict[str, str], folder: str | None, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HOME", "/home/ada")
    assert default_folder(environ, platform) == (folder and Path(folder))


@pytest.mark.skipif(sys.platform == "win32", reason="the modes of POSIX")
def test_a_new_folder_is_for_its_user_alone_and_marked_as_a_cache(tmp_path: Path) -> None:
    folder = tmp_path / "a" / "b" / "cache"
    prepare(folder)
    assert folder.stat().st_mode & 0o777 == 0o700
    assert (folder / "CACHEDIR.TAG").read_text().startswith("Signature: 8a477f597d28d172789f06886806bc55")


def test_git_sees_nothing_of_it(tmp_path: Path) -> None:
    subprocess.run(["git", "init", "-q", tmp_path], check=True)
    prepare(tmp_path / ".cache")
    done = subprocess.run(["git", "status", "--porcelain"], cwd=tmp_path, capture_output=True, text=True, check=True)
    assert done.stdout == ""


def test_a_folder_that_was_there_is_left_as_it_is(tmp_path: Path) -> None:
    prepare(tmp_path)
    assert [*tmp_path.iterdir()] == []


def test_a_file_in_its_place_is_an_error(tmp_path: Path) -> None:
    (tmp_path / "cache").write_text("")
    with pytest.raises(OSError, match="cache"):
        prepare(tmp_path / "cache")
