"""The real program, in a process of its own."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.cli.program import SMALL
from tests.small import OWNED, POOR

PROGRAM = [sys.executable, "-m", "apologint"]


def imported_by(*args: str) -> set[str]:
    """The modules that the program imports when it runs with `args`."""
    process = subprocess.run(
        [sys.executable, "-X", "importtime", "-m", "apologint", *args], capture_output=True, text=True, check=True
    )
    return {line.rpartition("|")[2].strip() for line in process.stderr.splitlines() if line.startswith("import time:")}


@pytest.mark.parametrize(
    "args",
    [["--help"], ["--version"], ["check", "--help"], ["rules", *SMALL], ["explain", "vague-apology", *SMALL]],
)
def test_what_needs_no_parser_does_not_load_it(args: list[str]) -> None:
    modules = imported_by(*args)
    assert "apologint.cli" in modules
    assert not {"spacy", "thinc", "numpy"} & modules


def test_the_version_is_printed() -> None:
    process = subprocess.run([*PROGRAM, "--version"], capture_output=True, text=True, check=True)
    assert process.stdout == "apologint 0.1.0\n"


def test_no_command_shows_help() -> None:
    process = subprocess.run(PROGRAM, capture_output=True, text=True, check=False)
    assert process.returncode == 2
    assert "Commands:" in process.stderr


@pytest.mark.skipif(os.name == "nt", reason="pipes close otherwise there")
@pytest.mark.parametrize("args", [["rules", *SMALL], ["check", *SMALL, "."]])
def test_a_reader_that_goes_away_gets_no_traceback(args: list[str], tmp_path: Path) -> None:
    for number in range(300 if args[0] == "check" else 0):
        (tmp_path / f"{number}.md").write_text(POOR)
    process = subprocess.Popen(
        [*PROGRAM, *args], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, cwd=tmp_path, env=_environment()
    )
    assert process.stdout
    assert process.stderr
    process.stdout.close()
    assert process.stderr.read() == ""
    assert process.wait() == 1


@pytest.mark.skipif(os.name == "nt", reason="no pseudo-terminals there")
@pytest.mark.parametrize(("number", "drawn"), [(25, True), (3, False)])
def test_many_drafts_draw_a_bar_on_a_terminal(number: int, drawn: bool, tmp_path: Path) -> None:
    for index in range(number):
        (tmp_path / f"{index}.md").write_text(OWNED)
    ours, theirs = os.openpty()
    process = subprocess.run(
        [*PROGRAM, "check", *SMALL, "--format", "json", "."],
        stdout=subprocess.PIPE,
        stderr=theirs,
        check=False,
        cwd=tmp_path,
        env={**_environment(), "TERM": "xterm"},
    )
    os.close(theirs)
    written = b""
    while chunk := _read(ours):
        written += chunk
    os.close(ours)
    assert len(json.loads(process.stdout)["drafts"]) == number
    assert (f"{number}/{number}".encode() in written) is drawn


def test_standard_streams_may_be_closed(tmp_path: Path) -> None:
    command = f"'{sys.executable}' -m apologint check {' '.join(SMALL)} <&-"
    process = subprocess.run(["sh", "-c", command], capture_output=True, text=True, check=False, env=_environment())
    assert process.returncode == 2
    assert process.stderr.startswith("apologint: <stdin>: empty")


def test_a_plain_terminal_gets_plain_signs(tmp_path: Path) -> None:
    process = subprocess.run(
        [*PROGRAM, "check", *SMALL],
        input=f"{OWNED} 😀 é".encode(),
        capture_output=True,
        check=False,
        env={**_environment(), "PYTHONIOENCODING": "ascii"},
    )
    assert process.returncode == 1
    assert process.stdout.isascii()
    assert process.stderr == b""


def _read(terminal: int) -> bytes:
    try:
        return os.read(terminal, 10_000)
    except OSError:  # how Linux says that the other end is closed
        return b""


def _environment() -> dict[str, str]:
    return {**os.environ, "PYTHONPATH": str(Path(__file__).parents[2])}
