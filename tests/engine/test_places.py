"""Where a sentence stands in a letter."""

import pytest

from apologint.model import Draft
from tests.engine.trees import read

LETTER = """Dear Anna,

We lost it. We lost this.

The key broke.

Kind regards
Tom
"""


def places(text: str) -> list[tuple[str, str]]:
    parsed = read(text)
    return [(sentence.place, parsed.text(sentence.start, sentence.end)) for sentence in parsed.sentences]


def test_each_sentence_of_a_letter_has_its_place() -> None:
    assert places(LETTER) == [
        ("greeting", "Dear Anna,"),
        ("opening", "We lost it."),
        ("body", "We lost this."),
        ("last", "The key broke."),
        ("closing", "Kind regards"),
        ("signature", "Tom"),
    ]


def test_a_subject_line_stands_before_the_greeting() -> None:
    assert places("Subject: Your key\n\nDear Anna,\n\nWe lost it.") == [
        ("subject", "Subject: Your key"),
        ("greeting", "Dear Anna,"),
        ("opening", "We lost it."),
    ]


def test_a_greeting_with_more_behind_it_is_none() -> None:
    assert places("Dear Anna we lost all of your keys today.")[0][0] == "opening"


def test_an_aside_behind_the_name_is_no_signature() -> None:
    assert places(f"{LETTER}\nP.S. The key broke.")[-1][0] not in ("closing", "signature")


def test_quoted_mail_is_dropped_to_the_end() -> None:
    quoted = "We lost it.\n\nOriginal message\n\nThe key broke."
    assert places(quoted) == [("opening", "We lost it.")]


@pytest.mark.parametrize("text", ["", "\n", " . ", "!!", "Kind regards", "Original message"])
def test_hardly_anything_is_no_trouble(text: str) -> None:
    assert len(read(Draft(text)).sentences) <= len(text.split())
