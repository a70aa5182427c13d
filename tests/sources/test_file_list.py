"""A list of very many files, in little room."""

import os
import tracemalloc
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from apologint.sources import file_list
from apologint.sources.file_list import FileList

NAMES = st.binary(min_size=1, max_size=8).map(lambda name: Path(os.fsdecode(name.replace(b"\0", b"x"))))


@given(st.lists(st.none() | NAMES, max_size=5), st.none() | NAMES)
def test_it_holds_the_same_as_a_list_whatever_files_are_called(files: list[Path | None], other: Path | None) -> None:
    kept = FileList(files)
    assert [*kept] == [*kept] == files
    assert len(kept) == len(files)
    assert (other in kept) == (other in files)
    assert all(file in kept for file in files)


def test_a_file_takes_hardly_more_room_than_its_name() -> None:
    tracemalloc.start()
    kept = FileList(Path("replies") / f"{number:06}.txt" for number in range(10_000))
    own = tracemalloc.take_snapshot().filter_traces(
        [tracemalloc.Filter(inclusive=True, filename_pattern=file_list.__file__)]
    )
    tracemalloc.stop()
    assert 0 < sum(trace.size for trace in own.traces) < 30 * len(kept)
