"""Holding the garbage collector back."""

import gc
from collections.abc import Iterator

import pytest

from apologint.collector import no_collection


@pytest.fixture(autouse=True)
def usual_collector() -> Iterator[None]:
    """The collector as Python starts with it, and afterwards as it was."""
    before = gc.get_threshold()
    gc.set_threshold(700, 10, 10)
    yield
    gc.set_threshold(*before)
    gc.unfreeze()


def test_nothing_is_gone_over_while_much_is_made() -> None:
    with no_collection():
        assert collections_over_many_lists() == 0


def test_nor_where_a_library_switches_the_collector_on_again() -> None:
    with no_collection():
        gc.enable()
        assert collections_over_many_lists() == 0


def test_afterwards_it_works_as_before() -> None:
    with no_collection():
        pass
    assert collections_over_many_lists() > 0
    assert gc.get_threshold() == (700, 10, 10)


def test_it_works_again_after_an_error_too() -> None:
    with pytest.raises(ZeroDivisionError), no_collection():
        _ = 1 / 0
    assert gc.get_threshold() == (700, 10, 10)


def test_what_lasts_is_never_gone_over() -> None:
    with no_collection(lasting=True):
        kept = [[number] for number in range(1000)]
    assert gc.get_freeze_count() >= len(kept)


def collections_over_many_lists() -> int:
    """How often the collector worked while some thousand lists were made."""
    before = _collections()
    lists = [[number] for number in range(5000)]
    assert len(lists) == 5000
    return _collections() - before


def _collections() -> int:
    return sum(generation["collections"] for generation in gc.get_stats())
