"""The benchmarks run, from the root of the repository and with the options that apologint has; no time is judged."""

import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]


def printed(*words: str) -> str:
    command = [sys.executable, "-m", *words]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return done.stdout


def test_a_library_is_made(tmp_path) -> None:
    said = printed("benchmarks.templates", str(tmp_path), "--number", "5", "--fresh")
    assert said.startswith(f"5 templates in {tmp_path}: ")
    assert len([path for path in tmp_path.rglob("*") if path.is_file()]) == 5


def test_sizes_are_compared() -> None:
    page = printed("benchmarks.scale", "--sizes", "1", "3", "--jobs", "1")
    assert all(f"| {row} " in page for row in ("1, nothing kept", "3, nothing kept", "3, unchanged", "3 to 1"))


def test_a_cold_start_is_measured_beside_spacy() -> None:
    names = [line.split("  ")[0] for line in printed("benchmarks.cold_start", "1").splitlines()]
    assert names == ["spaCy alone", "new draft", "new draft, --no-cache", "seen draft", "no apology", "--version"]


@pytest.mark.parametrize(
    ("part", "figure"), [("one", "seen before"), ("many", "nothing changed"), ("cores", "--jobs 2")]
)
def test_it_is_measured_beside_peers(part, figure, tmp_path) -> None:
    printed("benchmarks.templates", str(tmp_path), "--number", "2")
    few = ("--runs", "1", "--folder", str(tmp_path), "--for-cores", "2")
    page = printed("benchmarks.against_peers", "--only", part, *few)
    assert f"| apologint, {figure}" in page
    assert "| target" in page
