from hypothesis import given
from hypothesis import strategies as st

from apologint.model import Region
from apologint.text.mapped import Edit, MappedText, joined


def stands(mapped, words):
    """The part of a file that `words` of a text stand in."""
    start = mapped.text.index(words)
    return mapped.in_file(start, start + len(words))


def test_a_whole_file_stands_where_it_stands():
    assert stands(MappedText.of_file("Dear Ana, we lost it."), "lost") == Region(13, 17)


def test_a_piece_knows_where_it_was_cut_from():
    assert stands(MappedText.of_file('{"body": "we lost it"}').cut(10, 20), "lost") == Region(13, 17)


def test_an_escape_is_pointed_at_as_a_whole():
    file = r"we \u2019lost\u2019 it"
    text = MappedText.of_file(file).edited([Edit(3, 9, "’"), Edit(13, 19, "’")])
    assert text.text == "we ’lost’ it"
    assert stands(text, "lost") == Region(9, 13)
    assert stands(text, "’lost’") == Region(3, 19)


def test_part_of_an_escape_is_pointed_at_with_all_of_it():
    text = MappedText.of_file("a--b").edited([Edit(1, 3, "xyz")])
    assert text.text == "axyzb"
    assert stands(text, "y") == Region(1, 3)


def test_edits_follow_upon_edits():
    file = 'body: "we &amp; you\\nlost it"'
    text = MappedText.of_file(file).cut(7, len(file) - 1)
    text = text.edited([Edit(text.text.index("\\n"), text.text.index("\\n") + 2, "\n")])
    text = text.edited([Edit(text.text.index("&amp;"), text.text.index("&amp;") + 5, "&")])
    assert text.text == "we & you\nlost it"
    for words, raw in (("&", "&amp;"), ("\n", "\\n"), ("lost", "lost"), ("you\nlost", "you\\nlost")):
        place = stands(text, words)
        assert file[place.start : place.end] == raw


def test_what_is_taken_out_leaves_no_trace_in_the_text():
    text = MappedText.of_file("we <b>lost</b> it").edited([Edit(3, 6), Edit(10, 14)])
    assert text.text == "we lost it"
    assert stands(text, "lost it") == Region(6, 17)


def test_an_empty_region_stands_before_its_character_or_behind_the_last():
    text = MappedText.of_file('"we"').cut(1, 3)
    assert text.in_file(0, 0) == Region(1, 1)
    assert text.in_file(2, 2) == Region(3, 3)
    assert MappedText.of_file("").in_file(0, 0) == Region(0, 0)


def test_parts_are_joined_and_keep_their_places():
    file = "one|two"
    text = joined([MappedText.of_file(file).cut(0, 3), MappedText.of_file(file).cut(4, 7)], between="\n\n")
    assert text.text == "one\n\ntwo"
    assert stands(text, "two") == Region(4, 7)


def test_blanks_around_a_text_are_left_out():
    text = MappedText.of_file('"  we  "').cut(1, 7).stripped()
    assert text.text == "we"
    assert stands(text, "we") == Region(3, 5)
    assert MappedText.of_file("  ").stripped().text == ""


@st.composite
def edited_twice(draw):
    """A file, and a text read from it by two rounds of edits."""
    file = draw(st.text(alphabet="abc\n", max_size=30))
    text = MappedText.of_file(file)
    for _ in range(2):
        marks = sorted(draw(st.lists(st.integers(0, len(text)), max_size=6)))
        pairs = zip(marks[::2], marks[1::2], strict=False)
        text = text.edited([Edit(start, end, draw(st.text(alphabet="XY", max_size=3))) for start, end in pairs])
    return file, text


@given(edited_twice())
def test_what_no_edit_touched_is_found_in_the_file_as_it_is(case):
    file, text = case
    for offset, character in enumerate(text.text):
        place = text.in_file(offset, offset + 1)
        assert 0 <= place.start <= place.end <= len(file)
        if character not in "XY":
            assert file[place.start : place.end] == character


@given(edited_twice())
def test_the_stretches_cover_the_text_in_order(case):
    _, text = case
    ends = [0, *(stretch.end for stretch in text.stretches)]
    assert [stretch.start for stretch in text.stretches] == ends[:-1]
    assert ends[-1] == len(text)
