"""From blocks to words, each at its place in the draft."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from apologint.engine.text import blocks
from apologint.model import Draft, Placeholder, Region
from tests.engine.trees import read


def words(text: str, **more: object) -> list[str]:
    draft = Draft(text, **more)
    return [draft.text[word.start : word.end] for row in read(draft).words for word in row]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("We lost it.", ["We", "lost", "it", "."]),
        ("We lost it.\r\n\r\nSorry", ["We", "lost", "it", ".", "Sorry"]),
        ("\ufeffWe lost it", ["We", "lost", "it"]),
        ("\U0001f614 We lost it", ["We", "lost", "it"]),
        ("cafe\u0301 noir", ["cafe\u0301", "noir"]),  # a combining accent
        ("\u201cSorry\u201d", ["\u201c", "Sorry", "\u201d"]),
        ("it\u2019s late", ["it", "\u2019s", "late"]),
        ("a mix-up", ["a", "mix-up"]),  # one word, for the parser
        ("- lost\n- found", ["lost", "found"]),
    ],
)
def test_a_word_stands_for_its_own_characters(text: str, found: list[str]) -> None:
    assert words(text) == found


@pytest.mark.parametrize(
    ("text", "sentences"),
    [
        ("Sorry for the trouble!We will call.", ["Sorry for the trouble!", "We will call."]),
        ("Was it late?Tell us.", ["Was it late?", "Tell us."]),
        ("We are so sorry.1/2 We will call you.", ["We are so sorry.", "1/2 We will call you."]),
        ("Ask Yahoo about v2.1 of it.", ["Ask Yahoo about v2.1 of it."]),
    ],
)
def test_a_sentence_ends_also_without_a_blank_behind_it(text: str, sentences: list[str]) -> None:
    parsed = read(text)
    assert [parsed.text(sentence.start, sentence.end) for sentence in parsed.sentences] == sentences


def test_a_gap_is_one_word_and_known_as_such() -> None:
    draft = Draft("Dear {{ name }}, sorry", placeholders=(Placeholder(5, 15, "name", False),))
    (gap,) = [word for row in read(draft).words for word in row if word.placeholder]
    assert (draft.text[gap.start : gap.end], gap.placeholder) == ("{{ name }}", draft.placeholders[0])


def test_a_question_mark_near_the_end_makes_a_question() -> None:
    assert [sentence.asks for sentence in read("Late? We are. Why?!").sentences] == [True, False, True]


def test_text_is_quoted_with_its_line_breaks_folded() -> None:
    assert read("We\r\n  lost it").text(0, 11) == "We lost"


@pytest.mark.parametrize(
    ("text", "mentioned"),
    [
        ('Do not write "sorry" here.', True),
        ("Do not write \u201csorry\u201d here.", True),
        ('"We are sorry," he wrote.', True),
        ('"We are sorry."', False),  # the whole message is in quotes
        ('"We are sorry.\n\nWe really are."', False),
        ('A 5" key, sorry, and a 6" one.', False),  # inches
        ("Do not write 'sorry' here.", False),  # single quotes are too often apostrophes
    ],
)
def test_what_stands_in_double_quotes_is_mentioned(text: str, mentioned: bool) -> None:
    start = text.index("sorry")
    assert read(text).mentions(Region(start, start + len("sorry"))) is mentioned


@given(st.text(st.one_of(st.sampled_from("aS. \n\r-\"'?\u0301\U0001f614\ufeff\u2019"), st.characters()), max_size=60))
def test_every_word_of_any_text_stands_where_the_text_has_it(text: str) -> None:
    draft = Draft(text)
    plain = {
        at: block.text[at - block.start]
        for block in blocks(draft)
        for at in range(block.start, block.start + len(block.text))
    }
    reached = 0
    for row in read(draft).words:
        for word in row:
            assert reached <= word.start < word.end <= len(text)
            assert word.text == "".join(plain[at] for at in range(word.start, word.end))
            assert word.sentence is not None
            assert word in word.sentence.words
            reached = word.end
