"""The shapes of gaps."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from apologint.sources.dialects import HARD, SOFT, Around, Shape


@pytest.mark.parametrize("shape", (*HARD, *SOFT), ids=lambda shape: shape.pattern.pattern[:20])
@settings(max_examples=20)
@given(st.data())
def test_no_gap_is_missed_because_a_text_has_none_of_the_marks(shape: Shape, data: st.DataObject) -> None:
    text = data.draw(st.from_regex(shape.pattern.pattern))
    around = Around.of(text)
    gaps = [gap.span() for gap in shape.pattern.finditer(text) if shape.holds is None or shape.holds(gap, around)]
    assert [gap.span() for gap in shape.found(text, around)] == gaps
