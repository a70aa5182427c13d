"""Analyses that hypothesis makes up."""

from hypothesis import strategies as st

from apologint.model import Analysis, Kind, Match, Quality, Step

_words = st.text(st.characters(), max_size=20)
"""Any characters, halves of a surrogate pair too: they come from escapes in JSON and YAML files."""
_matches = st.lists(
    st.builds(
        Match,
        start=st.integers(0, 10**6),
        end=st.integers(0, 10**6),
        rule=_words,
        message=_words,
        suggestion=_words,
        absent=st.booleans(),
        tags=st.frozensets(_words, max_size=3),
    ),
    max_size=4,
).map(tuple)
analyses = st.builds(
    Analysis,
    kind=st.sampled_from(Kind),
    problems=_matches,
    credits=_matches,
    absences=_matches,
    qualities=st.dictionaries(st.sampled_from(Step), st.sampled_from(Quality)),
    signals=_matches,
)
