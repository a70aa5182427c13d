"""The words that are shown for a step: those a person would point at."""

import pytest

from apologint import Linter
from apologint.model import Draft


@pytest.fixture(scope="module")
def linter() -> Linter:
    return Linter()


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("I am sorry that the harp was out of tune.", "I am sorry that the harp was out of tune"),
        ("We are sorry for the dust in the hall.", "We are sorry for the dust in the hall"),
    ],
    ids=["a bare apology with what it governs, once", "an object of its own"],
)
def test_an_apology_is_shown_with_what_it_is_for(linter: Linter, text: str, shown: str) -> None:
    credits = linter.engine.analyse(Draft(text)).credits
    assert [text[match.start : match.end] for match in credits if match.rule == "names-the-fault"] == [shown]
