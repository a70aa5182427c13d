"""Telling words for a reader from words for a machine."""

import pytest

from apologint.sources.prose import has_sentence, is_prose


@pytest.mark.parametrize(
    "text",
    [
        "We are sorry that we lost your parcel.",
        "Es tut uns leid, dass wir das Paket verloren haben.",
        "Dear \0\0\0\0,\n\nwe lost your parcel (the red one)!",
        "Wir haben “Ihr Paket” verloren – leider:",
    ],
)
def test_a_sentence_in_any_language_is_prose(text):
    assert has_sentence(text)
    assert is_prose(text)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Error code",
        "server {\n  listen 80;\n}",
        "# We are sorry that this is a note in code.",
        "x = f(a, b)  # we are sorry that this is one too.",
        "name: parcel\nsize: 3\n",
    ],
)
def test_code_and_settings_are_none(text):
    assert not has_sentence(text)


def test_a_sentence_among_code_makes_no_prose():
    assert not is_prose("a = 1; b = f(2)\n" * 9 + "We are sorry that we lost it.")
