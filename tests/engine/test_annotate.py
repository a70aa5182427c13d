"""What is looked up of a token must be what the pipeline itself says, whatever stands beside it."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from spacy.language import Language
from spacy.pipeline import AttributeRuler
from spacy.tokens import Doc, Token

from apologint.builtin import DEFAULT_MODEL
from apologint.engine.annotate import Annotator, annotator
from apologint.engine.lemmas import irregular_pasts, mended_lemmas
from apologint.engine.nlp import load_model

NLP, _ = load_model(DEFAULT_MODEL)
LOOKING = annotator(NLP)
MENDED = mended_lemmas(NLP)
PASTS = irregular_pasts(NLP)
WORDS = (
    "let 's gon na got ta there is are was were it ai n't nothin' y' all c'm on I you do did 'd have had not that who "
    "We lost your parcels , and will refund Anna ! 12.50 better \n hoped riding forgot FORGOT"
).split(" ")
Said = list[tuple[str, ...]]


def looked_up(nlp: Language, looking: Annotator, words: list[str]) -> Said:
    doc = next(nlp.pipe([Doc(nlp.vocab, words=words)], disable=looking.replaced))
    (tokens,) = looking.tokens([doc], [words])
    return [(each.text, each.lemma, each.tag, each.pos, each.morph, each.dep, each.norm) for each in tokens]


def by_spacy(nlp: Language, words: list[str]) -> Said:
    doc = next(nlp.pipe([Doc(nlp.vocab, words=words)]))
    return [mended(token) for token in doc]


def mended(token: Token) -> tuple[str, ...]:
    """What spaCy says, but where it is known to be wrong."""
    lemma, tag, morph = token.lemma_, token.tag_, str(token.morph)
    if token.pos_ == "VERB":
        lemma = MENDED.get(token.lower_, lemma)
        if tag in ("VB", "VBP") and lemma.lower() == token.lower_ in PASTS:
            lemma, tag, morph = PASTS[token.lower_], "VBD", "Tense=Past|VerbForm=Fin"
    return (token.text, lemma, tag, token.pos_, morph, token.dep_, token.norm_)


@given(st.lists(st.sampled_from(WORDS), min_size=1, max_size=12))
def test_it_says_what_the_pipeline_says(words: list[str]) -> None:
    assert looked_up(NLP, LOOKING, words) == by_spacy(NLP, words)


@pytest.mark.parametrize(
    "text", ["let 's go", "There 's no one", "They are gon na call", "It ai n't so", "y' all got ta see this"]
)
def test_patterns_of_several_tokens_hold(text: str) -> None:
    assert looked_up(NLP, LOOKING, text.split()) == by_spacy(NLP, text.split())


@pytest.mark.parametrize(
    "pattern",
    [
        [{"LOWER": "lost"}, {"LOWER": "your", "OP": "+"}],
        [{"SHAPE": "xxxx"}],
        [{"LOWER": {"FUZZY": "lose"}}],
        [{"LOWER": "lost"}, {"LOWER": "your"}, {"LOWER": {"NOT_IN": ["fee"]}}],
    ],
)
def test_a_pipeline_with_other_patterns_is_taken_as_it_is_or_understood(pattern: list[dict[int | str, Any]]) -> None:
    nlp, _ = load_model(DEFAULT_MODEL)
    ruler = nlp.get_pipe("attribute_ruler")
    assert isinstance(ruler, AttributeRuler)
    ruler.add([pattern], {"LEMMA": "mislay"})
    words = "We lost your parcel".split()
    assert ("lost", "mislay") in {said[:2] for said in looked_up(nlp, annotator(nlp), words)}
    assert looked_up(nlp, annotator(nlp), words) == by_spacy(nlp, words)


def test_many_new_words_at_once_have_the_lemmas_of_each_alone() -> None:
    words = [f"{start}{end}" for start in ("walk", "tax", "box", "grip", "quux") for end in ("s", "ed", "ing", "es")]
    assert [looked_up(NLP, annotator(NLP), words * 20)[at][1] for at in range(len(words))] == [
        said[1] for said in by_spacy(NLP, words * 20)[: len(words)]
    ]
