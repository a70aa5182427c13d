"""A sieve before spaCy's Matcher: it may let through what does not match, and never holds back what does."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from spacy.matcher import Matcher
from spacy.tokens import Doc

from apologint.engine.document import ParsedDraft
from apologint.engine.token_sieve import TokenSieve
from tests.engine.trees import NLP, read

LETTERS: list[dict[str, Any]] = [
    {"LOWER": "late"},
    {"TEXT": "LATE"},
    {"LOWER": {"IN": ["late", "soon"]}},
    {"LOWER": {"NOT_IN": ["late"]}},
    {"TEXT": {"REGEX": "^[0-9]{2}$"}},
    {"TEXT": {"IN": ["!", "?"]}},
    {"IS_UPPER": True, "IS_ALPHA": True},
    {"IS_LOWER": False},
    {"LENGTH": {">=": 4}},
    {},
]
TOKENS = st.builds(
    lambda letters, times: letters | times,
    st.sampled_from(LETTERS),
    st.sampled_from([{}, {}, {"OP": "?"}, {"OP": "+"}]),
)
PATTERNS = st.lists(TOKENS, min_size=1, max_size=3).filter(lambda pattern: any("OP" not in each for each in pattern))
TEXTS = st.lists(st.sampled_from("late LATE Late soon 42 7 ! ? it".split()), min_size=1, max_size=6).map(" ".join)


def tried(pattern: list[dict[str, Any]], draft: ParsedDraft) -> list[tuple[bool, bool]]:
    """For each block, whether the sieve lets it through and whether the pattern matches in it."""
    matcher = Matcher(NLP.vocab)
    matcher.add("pattern", [pattern])
    sieve = TokenSieve(pattern)
    docs = [Doc(NLP.vocab, words=[word.text for word in row]) for row in draft.words]
    return [(sieve.may_match(row), bool(matcher(doc))) for row, doc in zip(draft.words, docs, strict=True)]


@given(PATTERNS, TEXTS)
def test_what_matches_is_let_through(pattern: list[dict[str, Any]], text: str) -> None:
    assert all(let_through for let_through, matches in tried(pattern, read(text)) if matches)


@pytest.mark.parametrize(
    ("pattern", "text"),
    [
        ([{"LOWER": "late"}], "It came soon."),
        ([{"LOWER": "so"}, {"LOWER": "late"}], "Late, and so it was."),  # not one behind the other
        ([{"TEXT": {"REGEX": "^[0-9]+$"}}], "It came in seven days."),
        ([{"IS_UPPER": True}, {"LOWER": "late", "OP": "+"}], "It came late."),
    ],
)
def test_what_letters_rule_out_is_held_back(pattern: list[dict[str, Any]], text: str) -> None:
    assert tried(pattern, read(text)) == [(False, False)]
