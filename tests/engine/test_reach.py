"""What is within reach of a hit, by each scope."""

from types import SimpleNamespace
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from apologint.engine.hits import Hit
from apologint.engine.reach import NOWHERE, SCOPES, Places

SENTENCES: list[Any] = [SimpleNamespace(index=index) for index in range(4)]
CLAUSES: list[Any] = [object(), object(), None]
PLACED = st.builds(
    lambda start, length, sentence, clause: Hit(start, start + length, sentence, clause),
    st.integers(0, 9),
    st.integers(1, 4),
    st.sampled_from(SENTENCES),
    st.sampled_from(CLAUSES),
)
HITS = st.one_of(PLACED, PLACED, PLACED, st.just(Hit(0, 0, None)))


def is_near(other: Hit, hit: Hit, scope: str) -> bool:
    """The plain meaning of each scope, for two hits."""
    if other.sentence is None or hit.sentence is None:
        return True
    behind = other.sentence.index - hit.sentence.index
    return {
        "here": other.start < hit.end and hit.start < other.end,
        "clause": other.clause is not None and other.clause is hit.clause,
        "sentence": behind == 0,
        "near": abs(behind) <= 1,
        "before": behind == -1,
        "after": behind == 1,
        "earlier": behind < 0,
        "later": behind > 0,
        "draft": True,
    }[scope]


@given(st.lists(HITS, max_size=5), HITS, st.sampled_from(SCOPES))
def test_many_places_are_asked_at_once_and_answer_like_each_alone(others: list[Hit], hit: Hit, scope: str) -> None:
    assert Places(others).within(hit, scope) is any(is_near(other, hit, scope) for other in others)


@given(HITS, st.sampled_from(SCOPES))
def test_nothing_is_within_reach_of_nothing(hit: Hit, scope: str) -> None:
    assert not NOWHERE.within(hit, scope)
