"""Files that are found some way ahead of whoever reads them."""

import os
import tracemalloc
from collections.abc import Iterator
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from apologint.sources import files_ahead
from apologint.sources.files_ahead import FilesAhead

NAMES = st.binary(min_size=1, max_size=8).map(lambda name: Path(os.fsdecode(name.replace(b"\0", b"x"))))


@given(st.lists(st.none() | NAMES, max_size=50), st.integers(0, 30))
def test_they_are_the_same_in_the_same_order_whatever_they_are_called(files: list[Path | None], some: int) -> None:
    ahead = FilesAhead(iter(files), some)
    assert [*ahead] == files
    assert ahead.number == ahead.found == len(files)


def test_their_number_is_known_after_a_tenth() -> None:
    ahead = FilesAhead(numbered(1000), 20)
    numbers = [ahead.number for _ in ahead]
    assert numbers.index(1000) == 98
    assert {*numbers[:98]} == {None}


def test_no_more_than_some_are_found_before_the_first_is_taken() -> None:
    files = numbered(100)
    ahead = FilesAhead(files, 20)
    assert (ahead.found, ahead.number) == (20, None)
    assert next(files) == Path("replies/000020.txt")


def test_few_are_all_found_at_once() -> None:
    assert FilesAhead(numbered(19), 20).number == 19


def test_one_that_waits_takes_hardly_more_room_than_its_name() -> None:
    number = 10_000
    tracemalloc.start()
    ahead = FilesAhead(numbered(number), number)
    own = tracemalloc.take_snapshot().filter_traces(
        [tracemalloc.Filter(inclusive=True, filename_pattern=files_ahead.__file__)]
    )
    tracemalloc.stop()
    assert 0 < sum(trace.size for trace in own.traces) < 30 * ahead.found


def numbered(number: int) -> Iterator[Path]:
    return (Path("replies") / f"{each:06}.txt" for each in range(number))
