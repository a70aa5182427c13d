"""Where the time goes: an inner stage's time is its own."""

import time
from collections.abc import Iterator

import pytest

from apologint.timing import clock, each, rule_stage, stage


def busy() -> None:
    until = time.perf_counter() + 0.01
    while time.perf_counter() < until:
        pass


def test_an_inner_stage_is_not_counted_to_the_outer_one() -> None:
    with clock() as measured, stage("outer"):
        busy()
        with stage("inner"):
            busy()
            busy()
        with rule_stage("a-rule"):
            busy()
    assert measured.stages.keys() == {"outer", "inner"}
    assert measured.rules.keys() == {"a-rule"}
    assert measured.stages["inner"] > measured.stages["outer"]


def test_making_items_is_one_stage_and_using_them_another() -> None:
    def made() -> Iterator[int]:
        for number in range(2):
            busy()
            yield number

    with clock() as measured, stage("use"):
        assert list(each("make", made())) == [0, 1]
    assert measured.stages["make"] > measured.stages["use"]


def test_a_stage_ends_with_what_it_raises() -> None:
    with clock() as measured, stage("outer"):
        with pytest.raises(KeyError), stage("inner"):
            raise KeyError
        busy()
    assert measured.stages["outer"] > measured.stages["inner"]


def test_nothing_is_measured_when_nobody_asked() -> None:
    with clock() as measured:
        pass
    with stage("later"), rule_stage("a-rule"):
        assert list(each("make", [1])) == [1]
    assert measured.stages == measured.rules == {}
