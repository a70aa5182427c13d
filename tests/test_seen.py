"""Telling what came before, of very many things in little room."""

import tracemalloc

from hypothesis import given
from hypothesis import strategies as st

from apologint.seen import Seen


@given(st.lists(st.none() | st.text(max_size=2), max_size=300))
def test_a_thing_is_new_once(things: list[str | None]) -> None:
    seen, known = Seen(), set()
    for thing in things:
        assert seen.add(thing) == (thing not in known)
        known.add(thing)


def test_it_knows_many_things_and_takes_few_bytes_for_each() -> None:
    names = [f"replies/{number:06}.txt" for number in range(20_000)]
    tracemalloc.start()
    seen = Seen()
    assert all(map(seen.add, names))
    held, _ = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert held < 20 * len(names)
    assert not any(map(seen.add, names))
    assert seen.add("another")
