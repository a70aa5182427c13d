"""An analysis as bytes, and back."""

from dataclasses import fields

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from apologint.cache.codec import decode, encode
from apologint.model import Analysis, Kind, Match
from tests.cache.made import analyses


@settings(deadline=None)
@given(analyses)
def test_an_analysis_comes_back_as_it_was(analysis: Analysis) -> None:
    again = decode(encode(analysis))
    assert again == analysis
    assert again is not None
    assert [*again.qualities] == [*analysis.qualities], "in the same order"


def test_halves_of_a_surrogate_pair_stay_apart() -> None:
    analysis = Analysis(Kind.APOLOGY, (Match(0, 2, "shouting", "\ud83d" + "\ude00"),))
    assert decode(encode(analysis)) == analysis


def test_all_that_an_analysis_says_is_written() -> None:
    """A new field has to be added to the codec, to `made.py` and to this list."""
    assert [field.name for field in fields(Analysis)] == [
        "kind", "problems", "credits", "absences", "qualities", "signals",
    ]  # fmt: skip
    assert [field.name for field in fields(Match)] == [
        "start", "end", "rule", "message", "suggestion", "absent", "tags",
    ]  # fmt: skip


@given(st.binary())
def test_bytes_that_are_no_analysis_are_none(data: bytes) -> None:
    assert decode(data) is None


@pytest.mark.parametrize(
    "data",
    [
        b'[2,"apology",[],[],[],{},[]]',
        b'[1,"poem",[],[],[],{},[]]',
        b'[1,"apology",[[0,1]],[],[],{},[]]',
        b'[1,"apology",[[0,1,"shouting","",""]],[],[],{},[]]',
        b'[1,"apology",7,[],[],{},[]]',
        b'[1,"apology",[],[],[],{"empathy":"great"},[]]',
        b'[1,"apology",[],[],[],[],[]]',
        b'[1,["apology"],[],[],[],{},[]]',
        b'[1,"apology"]',
        b"null",
        b"[" * 100_000,
    ],
    ids=lambda data: data[:40].decode(),
)
def test_what_another_version_wrote_is_none(data: bytes) -> None:
    assert decode(data) is None
