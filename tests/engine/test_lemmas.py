"""Forms that could be of two verbs, and irregular ones that the tagger takes for a base form."""

import pytest

from apologint.builtin import DEFAULT_MODEL, builtin_rules_dir
from apologint.engine.engine import Engine
from apologint.engine.lemmas import irregular_pasts, mended_lemmas
from apologint.engine.loader import load_rules
from apologint.engine.nlp import load_model
from apologint.model import Draft

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


@pytest.mark.parametrize(
    ("form", "verb"),
    [
        ("forgot", "forget"),
        ("rung", "ring"),
        ("found", None),  # a verb of its own
        ("stopped", None),  # regular
        ("forgets", None),
    ],
)
def test_an_irregular_past_is_of_one_verb(form: str, verb: str | None) -> None:
    assert irregular_pasts(NLP).get(form) == verb


PASTS = (
    "forget forgot, freeze froze, steal stole, ring rang, tear tore, bite bit, mistake mistook, overtake overtook, "
    "spill spilt, forgive forgave, foresee foresaw, misunderstand misunderstood, overhear overheard, remake remade, "
    "overwrite overwrote, rewrite rewrote, underpay underpaid, sneak snuck, break broke, lose lost"
)
ENGINE = Engine(load_rules([builtin_rules_dir()]))


@pytest.mark.parametrize("verb", PASTS.split(", "))
def test_a_past_is_a_form_of_its_verb(verb: str) -> None:
    base, past = verb.split()
    (row,) = ENGINE.parse(Draft(f"Yesterday they {past} it.")).words
    assert base in row[2].keys
    assert row[2].tag == "VBD"  # the tagger takes some of them for a base form, which nobody has done yet
