"""Where a greeting ends that shares its line with the message."""

import pytest

from apologint.engine.openings import greeting_end
from apologint.model import Draft
from tests.engine.trees import LEXICON, read


@pytest.mark.parametrize(
    ("text", "greeting"),
    [
        ("Hi Ana , we lost it", "Hi Ana ,"),
        ("hi ana , we lost it", "hi ana ,"),
        ("Dear Ms Okoro : we lost it", "Dear Ms Okoro :"),
        ("Hello , we lost it", "Hello ,"),
        ("Hello , Ana , we lost it", "Hello , Ana ,"),
        ("Hello , sorry , we lost it", "Hello ,"),
        ("Hi sorry , we lost it", ""),
        ("Hi Ana we lost it", ""),
        ("We lost it , Ana", ""),
        ("", ""),
    ],
)
def test_only_the_greeting_is_cut_off(text: str, greeting: str) -> None:
    words = text.split()
    assert words[: greeting_end(words, LEXICON)] == greeting.split()


def test_the_message_behind_it_is_a_sentence_of_its_own() -> None:
    sentences = read(Draft("Dear Anna, we lost it.")).sentences
    assert [sentence.place for sentence in sentences] == ["greeting", "opening"]
    assert sentences[1].words[0].lower == "we"
