"""The file of a baseline."""

import json
from pathlib import Path

import pytest

from apologint import ConfigError
from apologint.baseline.file import read_baseline, write_baseline
from apologint.baseline.known import Baseline, KnownFile
from apologint.baseline.place import find_baseline

KNOWN = {
    "b.txt": KnownFile({"late": frozenset({"2:1", "1:1"})}, {"9:1": 40}),
    "a/é.txt": KnownFile({"vague": frozenset({"3:1"}), "cold": frozenset({"4:1"})}),
}


def refusal(path: Path, text: str) -> str:
    path.write_text(text)
    with pytest.raises(ConfigError) as error:
        read_baseline(path)
    return str(error.value).removeprefix(f"{path}")


def test_what_is_written_is_read(tmp_path):
    path = tmp_path / "old.json"
    write_baseline(path, Baseline(tmp_path, KNOWN))
    assert read_baseline(path) == Baseline(tmp_path, KNOWN)
    assert [each.name for each in tmp_path.iterdir()] == ["old.json"]


def test_it_is_sorted_with_one_finding_a_line(tmp_path):
    path = tmp_path / "old.json"
    write_baseline(path, Baseline(tmp_path, KNOWN))
    text = path.read_text()
    write_baseline(path, Baseline(tmp_path, dict(reversed(KNOWN.items()))))
    assert path.read_text() == text
    assert text.endswith("}\n")
    assert [line.strip(' ",') for line in text.splitlines() if ":1" in line] == ["4:1", "3:1", "1:1", "2:1", '9:1": 40']


@pytest.mark.parametrize(
    ("text", "complaint"),
    [
        ('{"apologint-baseline": 1,\n<<<<<<< HEAD', ":2: not JSON: "),
        ("[]", ": is no baseline of apologint: write it anew with `apologint baseline`"),
        ('{"name": "x"}', ": is no baseline of apologint: "),
        ('{"apologint-baseline": 2}', ": was written by a later apologint: install that one, or write it anew"),
        ('{"apologint-baseline": 1}', ": 'files' is no table of files: "),
        ('{"apologint-baseline": 1, "files": {"a": 1}}', ": what it knows of 'a' cannot be read: "),
        ('{"apologint-baseline": 1, "files": {"a": {"findings": {"x": "y"}}}}', ": what it knows of 'a' cannot be "),
        ('{"apologint-baseline": 1, "files": {"a": {"findings": {"x": [1]}}}}', ": what it knows of 'a' cannot be "),
        ('{"apologint-baseline": 1, "files": {"a": {"scores": {"x": "y"}}}}', ": what it knows of 'a' cannot be read"),
    ],
)
def test_a_broken_one_is_refused_in_one_line(tmp_path, text, complaint):
    said = refusal(tmp_path / "old.json", text)
    assert said.startswith(complaint)
    assert "\n" not in said


def test_one_that_is_not_there_is_refused(tmp_path):
    with pytest.raises(ConfigError, match="there is no such baseline: write it with `apologint baseline`"):
        read_baseline(tmp_path / "old.json")


def test_a_field_of_a_later_version_does_no_harm(tmp_path):
    path = tmp_path / "old.json"
    path.write_text(json.dumps({"apologint-baseline": 1, "files": {"a": {"findings": {}, "notes": 1}}, "made-by": "x"}))
    assert read_baseline(path).files == {"a": KnownFile()}


def test_the_usual_one_is_looked_for_upwards(tmp_path):
    below = tmp_path / "a" / "b"
    below.mkdir(parents=True)
    assert find_baseline(below) is None
    (tmp_path / "apologint-baseline.json").write_text("")
    assert find_baseline(below) == tmp_path / "apologint-baseline.json"
