import pytest
from hypothesis import given
from hypothesis import strategies as st

from apologint.model import Draft, Region
from apologint.text.locate import Locator, split_lines


@pytest.mark.parametrize("newline", ["\n", "\r\n", "\r"])
def test_columns_start_over_after_every_kind_of_line_end(newline):
    text = f"Dear Ana,{newline}we lost your bag."
    place = Locator(Draft(text)).at(Region(text.index("lost"), text.index(" your")))
    assert (place.line, place.column, place.end_line, place.end_column) == (2, 4, 2, 8)
    assert place.text == "lost"


def test_columns_count_code_points_and_not_cells_or_bytes():
    text = "👩‍💻 é 荷物 lost"
    place = Locator(Draft(text)).at(Region(text.index("lost"), len(text)))
    assert place.column == text.index("lost") + 1


def test_a_region_may_run_over_several_lines():
    place = Locator(Draft("one\ntwo\nthree")).at(Region(2, 9))
    assert (place.line, place.column, place.end_line, place.end_column) == (1, 3, 3, 2)


def test_form_feeds_and_unicode_separators_do_not_end_a_line():
    assert len(split_lines("a\x0cb\u2028c\x85d")) == 1


def test_what_is_absent_is_placed_on_the_first_line_with_words_that_is_checked():
    text = "---\ntitle: x\n---\n\nHello Ana,\nbye"
    place = Locator(Draft(text, skip=(Region(0, 17),))).top()
    assert (place.line, place.start, place.end, place.text) == (5, 18, 28, None)


def test_in_an_empty_draft_it_is_placed_at_the_start():
    place = Locator(Draft("")).top()
    assert (place.line, place.column, place.end_line, place.end_column, place.text) == (1, 1, 1, 1, None)


@given(st.text(alphabet="a\n "), st.lists(st.tuples(st.integers(0, 20), st.integers(0, 20)), max_size=4))
def test_no_line_that_begins_in_a_skipped_region_is_the_first_whatever_their_order(text, bounds):
    skip = tuple(Region(start, start + length) for start, length in bounds)
    read = [
        line
        for line in split_lines(text)
        if text[line.start : line.end].strip() and not any(one.start <= line.start < one.end for one in skip)
    ]
    place = Locator(Draft(text, skip=skip)).top()
    assert place.start == (read[0].start if read else 0)


@given(st.text(alphabet="ab\r\n é😀"), st.data())
def test_line_and_column_lead_back_to_the_offset(text, data):
    offset = data.draw(st.integers(0, len(text)))
    place = Locator(Draft(text)).at(Region(offset, offset))
    assert split_lines(text)[place.line - 1].start + place.column - 1 == offset
