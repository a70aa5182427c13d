"""Commands are really run, and one that did not do its work is not taken for a fast one."""

import sys
from pathlib import Path

import pytest

from apologint.engine.nlp import UNUSED
from benchmarks import peers
from benchmarks.apologint_runs import EXCLUDED
from benchmarks.measure import Command, CommandFailed, Taken, in_turn, run


def python(code: str, **others) -> Command:
    return Command([sys.executable, "-c", code], **others)


def test_a_run_has_its_times_and_its_memory() -> None:
    taken = run(python("x = bytearray(64_000_000); print(sum(range(10**6)))"))
    assert 0 < taken.first_output <= taken.elapsed
    assert taken.processor > 0
    assert taken.memory > 64_000_000


def test_a_linter_may_end_with_findings() -> None:
    run(python("raise SystemExit(1)"))  # and does not raise, as it does below


@pytest.mark.parametrize("command", [
    python("raise SystemExit(2)"),
    python("raise SystemExit(1)", worst_status=0),
    python("import os; os.kill(os.getpid(), 9)"),
    Command(["no-such-linter"]),
])  # fmt: skip
def test_a_command_that_did_not_do_its_work_is_no_measurement(command) -> None:
    with pytest.raises(CommandFailed, match=r"^[^\n]+$"):
        run(command)


def test_actions_take_turns_after_a_first_run_that_does_not_count() -> None:
    calls = []

    def action(name):
        calls.append(name)
        return Taken(len(calls), 0.0, 0.0, 0.0)

    taken = in_turn({"a": lambda: action("a"), "b": lambda: action("b")}, 2)
    assert calls == ["a", "b"] * 3
    assert {name: each.elapsed for name, each in taken.items()} == {"a": 4.0, "b": 5.0}


def test_the_yardstick_loads_what_apologint_loads() -> None:
    assert EXCLUDED == UNUSED


@pytest.fixture
def installed(tmp_path) -> Path:
    """A folder as install_peers.sh leaves it, with a linter that finds something and one that never does."""
    programs = tmp_path / "python" / "bin"
    programs.mkdir(parents=True)
    for name, code in (("codespell", "echo ./faulty.md:1: mesage; exit 65"), ("proselint", "exit 0")):
        (programs / name).write_text(f"#!/bin/sh\n{code}\n", encoding="utf-8")
        (programs / name).chmod(0o755)
    return tmp_path


def test_only_linters_that_find_faults_are_peers(installed, tmp_path) -> None:
    found = {peer.name: peer for peer in peers.find(installed, tmp_path)}
    assert "codespell" in found
    assert "proselint" not in found
    run(found["codespell"].command(tmp_path, [Path("a.md"), Path("b.md")]))
