"""In how many processes drafts are read where nobody says."""

import os
from pathlib import Path

import pytest

from apologint.linting.jobs import cores


@pytest.fixture
def of_machine(tmp_path: Path) -> int:
    return cores(tmp_path / "no such file")


def test_there_are_never_more_than_the_machine_has(of_machine: int) -> None:
    assert 1 <= of_machine <= (os.cpu_count() or 1)


@pytest.mark.parametrize("quota", ["100000 100000", "50000 100000", "1 100000"])
def test_a_container_that_may_use_one_core_or_less_gets_one(tmp_path: Path, quota: str) -> None:
    (tmp_path / "cpu.max").write_text(f"{quota}\n", encoding="ascii")
    assert cores(tmp_path / "cpu.max") == 1


@pytest.mark.parametrize("quota", ["max 100000", "100000000 100000", "", "none of it"])
def test_a_container_without_a_limit_gets_all(tmp_path: Path, of_machine: int, quota: str) -> None:
    (tmp_path / "cpu.max").write_text(f"{quota}\n", encoding="ascii")
    assert cores(tmp_path / "cpu.max") == of_machine
