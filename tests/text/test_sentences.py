"""The sentence that a fault stands in."""

import time

import pytest

from apologint.model import Draft, Region
from apologint.text.sentences import Sentences


def around(text: str, word: str) -> str:
    """The sentence of `text` that `word` stands in."""
    start = text.index(word)
    sentence = Sentences(Draft(text)).around(Region(start, start + len(word)))
    return text[sentence.start : sentence.end]


@pytest.mark.parametrize(
    "sentence",
    [
        "We told Mr. Reed, Mrs. Hall and Dr. Cole that we are sorry.",
        "Her guests (Prof. Lee and Rev. Moss) are sorry.",
        "Capt. Dunn of St. Mary's is sorry.",
        "John Pike Jr. is sorry, and so is John Pike Sr. of Leeds.",
        "For invoice No. 5 on p. 12 we are sorry.",
        "For the late parts, e.g. the lid, we are sorry.",
    ],
)
def test_an_abbreviation_ends_no_sentence(sentence: str) -> None:
    assert around(f"Hello. {sentence} Goodbye.", "sorry") == sentence


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("Were we on time? No. We are sorry.", "We are sorry."),
        ("We wrote to the Dr... We are sorry.", "We are sorry."),
        ("It was on TV (twice!). We are sorry. Bye", "We are sorry."),
        ("Dear Ann,\n\nwe are sorry", "we are sorry"),
        ("Late, lost:\n- we are sorry\n- we pay", "- we are sorry"),
        ("Here is what we did about the chairs that came so late\n2) we are sorry", "2) we are sorry"),
    ],
)
def test_all_else_that_ends_one_does(text: str, sentence: str) -> None:
    assert around(text, "sorry") == sentence


@pytest.mark.parametrize("unit", [".", "!", "Dr. ", "No. ", ".)", "e.g.", "\n ", "- ", " "])
def test_time_is_linear_in_the_text(unit: str) -> None:
    start = time.perf_counter()
    Sentences(Draft(f"{unit * 20_000}\na"))
    assert time.perf_counter() - start < 5
