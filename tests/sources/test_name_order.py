"""Very many names in order, in little room."""

import os
import tracemalloc
from itertools import islice

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from apologint.sources import name_order
from apologint.sources.name_order import in_order

NAMES = st.binary(min_size=1, max_size=4).map(lambda name: os.fsdecode(name.replace(b"/", b"x")))


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(names=st.lists(NAMES, max_size=30))
def test_it_is_the_order_of_sorted_whatever_files_are_called(names: list[str], monkeypatch: pytest.MonkeyPatch) -> None:
    assert [*in_order(names)] == sorted(names)
    monkeypatch.setattr(name_order, "_TOGETHER", 4)
    assert [*in_order(names)] == sorted(names)


def test_a_name_takes_hardly_more_room_than_its_letters() -> None:
    number = 50_000
    tracemalloc.start()
    names = in_order(f"something-went-wrong-{number - each:06}.txt" for each in range(number))
    assert [*islice(names, 2)] == ["something-went-wrong-000001.txt", "something-went-wrong-000002.txt"]
    held, _ = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert held < 50 * number
