"""Which of many regions touch another: the same as asking each of them."""

from hypothesis import given
from hypothesis import strategies as st

from apologint.model import Region
from apologint.text.touching import Touching

REGIONS = st.tuples(st.integers(0, 12), st.integers(0, 6)).map(lambda bounds: Region(bounds[0], sum(bounds)))


@given(st.lists(REGIONS, max_size=8), REGIONS)
def test_those_are_found_that_have_a_character_in_common_with_it(regions: list[Region], other: Region) -> None:
    touching = [number for number, region in enumerate(regions) if region.touches(other)]
    assert Touching(regions).numbers(other) == touching
    assert Touching(regions).touch(other) == bool(touching)


@given(st.lists(REGIONS, max_size=8), REGIONS)
def test_one_that_has_all_of_it_covers_it(regions: list[Region], other: Region) -> None:
    covered = any(region.start <= other.start and other.end <= region.end for region in regions)
    assert Touching(regions).cover(other) == covered
