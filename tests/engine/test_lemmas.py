"""Forms that could be of two verbs."""

import pytest

from apologint.builtin import DEFAULT_MODEL
from apologint.engine.lemmas import mended_lemmas
from apologint.engine.nlp import load_model

NLP, _ = load_model(DEFAULT_MODEL)


@pytest.mark.parametrize(
    ("form", "lemma"),
    [
        ("hoped", "hope"),
        ("hoping", "hope"),
        ("riding", "ride"),
        ("rated", "rate"),
        ("hopped", None),
        ("waited", None),
        ("routed", None),  # of two vowels nobody can tell: rout, route
        ("singing", None),
    ],
)
def test_a_form_is_of_the_verb_that_would_be_spelt_so(form: str, lemma: str | None) -> None:
    assert mended_lemmas(NLP).get(form) == lemma
