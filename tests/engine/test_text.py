"""From characters to blocks: every character stays where it is."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from apologint.engine.text import blocks
from apologint.model import Draft, Placeholder, Region

LONG = "We are very sorry that the parcel you have sent to"


def texts(text: str, **more: object) -> list[str]:
    return [block.text for block in blocks(Draft(text, **more))]


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("One.\n\nTwo.", ["One.", "Two."]),
        ("One.\r\n\r\nTwo.", ["One.", "Two."]),
        ("- one\n- two", ["one", "two"]),
        ("\u2022 one\n\u2022 two", ["one", "two"]),
        ("1. one\n2) two", ["one", "two"]),
        ("# Late parcel\nWe lost it.", ["Late parcel", "We lost it."]),
        ("Hello Anna\nWe lost it.", ["Hello Anna", "We lost it."]),  # a short line is one by itself
        ("We lost\nit.", ["We lost it."]),  # a small letter runs on
        (f"{LONG}\nAnna was lost.", [f"{LONG} Anna was lost."]),  # so does what follows a long line
        ("@Anna_1 we lost it", ["we lost it"]),
        ("we lost it, @Anna", ["we lost it,  Anna"]),
        ("we lost it ^TB", ["we lost it"]),
        ("we lost it -Tom", ["we lost it"]),
        ("we lost it 1/2", ["we lost it"]),
        ("i think i\u2019m late", ["I think I'm late"]),
        ("\u201cso\u201d \u2018late\u2019", ["\"so\" 'late'"]),
        ("*sorry* __so__ late", ["sorry    so   late"]),
        ("see https://a.b/c?d now", ["see Xxxxxxxxxxxxxxx now"]),
        ("We lost it \U0001f614 Sorry", ["We lost it . Sorry"]),  # a picture ends a sentence
        ("We lost it \U0001f614 today", ["We lost it   today"]),  # unless the text runs on
        ("\ufeffSorry", ["Sorry"]),
        ("----\nSorry", ["Sorry"]),
        ("a\n- \nb", ["a", "b"]),  # a bullet without anything
        ("", []),
        (" \n\t\n", []),
    ],
)
def test_what_is_read(text: str, read: list[str]) -> None:
    assert texts(text) == read


def test_what_must_not_be_read_is_blank() -> None:
    assert texts("Sorry.\n> You lost it\nTom", skip=(Region(7, 20),)) == ["Sorry.", "Tom"]


def test_a_gap_stands_as_one_name() -> None:
    assert texts("Dear {{ name }}!", placeholders=(Placeholder(5, 15, "name", False),)) == ["Dear Xxxxxxxxxx!"]


def test_paragraphs_are_counted() -> None:
    assert [block.paragraph for block in blocks(Draft("- a\n- b\n\nc"))] == [0, 0, 1]


SIGNS = "aiS. \n\r\t-*@^>\"'1/)#\u2019\u201c\U0001f614\u0301\ufeff\u200d"
HOSTILE = st.text(st.one_of(st.sampled_from(SIGNS), st.characters()), max_size=60)


@given(HOSTILE)
def test_blocks_follow_one_another_inside_the_text(text: str) -> None:
    reached = 0
    for block in blocks(Draft(text)):
        assert reached <= block.start
        assert block.text == block.text.strip() != ""
        reached = block.start + len(block.text)
    assert reached <= len(text)


@given(HOSTILE)
def test_a_letter_stays_where_it_is(text: str) -> None:
    for block in blocks(Draft(text)):
        for at, character in enumerate(block.text, block.start):
            if character.isalnum() and character not in "XxI":
                assert text[at] == character


def test_a_placeholder_that_touches_a_word_does_not_swallow_it() -> None:
    assert texts("[red]sorry", placeholders=(Placeholder(0, 5, "red", True),)) == ["Xxxx sorry"]


def test_control_characters_part_words_as_blanks_do() -> None:
    assert texts("sorry\x1b[31m if") == ["sorry [31m if"]
