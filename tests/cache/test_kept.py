"""Small kept files."""

import os
from pathlib import Path

import pytest

from apologint.cache.kept import KeptFiles


def files(folder: Path) -> list[Path]:
    return sorted(folder.glob("*.kept"))


def test_what_is_written_is_read_under_its_name_and_key(tmp_path: Path) -> None:
    kept = KeptFiles(tmp_path / "cache")
    assert kept.read("rules", b"key") is None
    kept.write("rules", b"key", b"data")
    assert kept.read("rules", b"key") == b"data"
    assert kept.read("rules", b"other key") is None
    assert kept.read("gate", b"key") is None
    kept.write("rules", b"key", b"")
    assert kept.read("rules", b"key") == b""


def test_a_file_with_a_bit_less_or_another_bit_is_not_read(tmp_path: Path) -> None:
    kept = KeptFiles(tmp_path)
    kept.write("rules", b"key", b"data")
    (path,) = files(tmp_path)
    whole = path.read_bytes()
    for at in range(len(whole)):
        path.write_bytes(whole[:at])
        assert kept.read("rules", b"key") is None
        path.write_bytes(whole[:at] + bytes([whole[at] ^ 1]) + whole[at + 1 :])
        assert kept.read("rules", b"key") is None
    path.write_bytes(whole + b"!")
    assert kept.read("rules", b"key") is None


def test_a_file_that_was_renamed_is_not_read(tmp_path: Path) -> None:
    kept = KeptFiles(tmp_path)
    kept.write("rules", b"key", b"data")
    (of_key,) = files(tmp_path)
    kept.write("rules", b"other", b"other data")
    (of_other,) = set(files(tmp_path)) - {of_key}
    of_key.replace(of_other)
    assert kept.read("rules", b"other") is None


def test_of_each_name_a_few_are_kept(tmp_path: Path) -> None:
    kept = KeptFiles(tmp_path)
    kept.write("rules-gate", b"key", b"data")
    for number in range(8):
        kept.write("rules", b"%d" % number, b"data")
        for path in files(tmp_path):
            age = path.stat().st_mtime - 10
            os.utime(path, (age, age))
    assert [number for number in range(8) if kept.read("rules", b"%d" % number)] == [4, 5, 6, 7]
    assert kept.read("rules-gate", b"key") == b"data"


def test_what_a_killed_writer_left_is_swept_up(tmp_path: Path) -> None:
    kept = KeptFiles(tmp_path)
    kept.write("rules", b"key", b"data")
    (path,) = files(tmp_path)
    left, being_written = tmp_path / f".{path.name}.111", tmp_path / f".{path.name}.222"
    for half in (left, being_written):
        half.write_bytes(b"apolo")
    os.utime(left, (1, 1))
    kept.write("rules", b"key", b"data")
    assert sorted(tmp_path.iterdir()) == sorted([path, being_written])


def test_a_cache_that_is_cleared_meanwhile_fails_no_run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    kept = KeptFiles(tmp_path)
    kept.write("rules", b"key", b"data")
    (path,) = files(tmp_path)
    (tmp_path / f".{path.name}.111").write_bytes(b"apolo")
    replace = Path.replace

    def replaced_and_cleared(beside: Path, target: Path) -> None:
        replace(beside, target)
        target.unlink()

    monkeypatch.setattr(Path, "replace", replaced_and_cleared)
    kept.write("rules", b"key", b"data")
    assert files(tmp_path) == []


@pytest.mark.parametrize("inside", ["cache", "file/cache"])
def test_where_nothing_can_be_written_nothing_is_kept(tmp_path: Path, inside: str) -> None:
    (tmp_path / inside.split("/", maxsplit=1)[0]).write_text("")
    kept = KeptFiles(tmp_path / inside)
    kept.write("rules", b"key", b"data")
    assert kept.read("rules", b"key") is None
