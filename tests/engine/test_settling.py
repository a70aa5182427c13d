"""One fault, one finding: what hangs on the words of a finding is part of it."""

import pytest

from apologint import Linter
from apologint.model import Draft, Kind


@pytest.fixture(scope="module")
def linter() -> Linter:
    return Linter()


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            "We are committed to improving our ferry service to prevent such incidents in the future.",
            ["committed to improving our ferry service to prevent such incidents in the future"],
        ),
        (
            "We will do better, and this will never happen again.",
            ["will do better", "will never happen again"],
        ),
    ],
    ids=["a purpose hangs on the promise", "a clause of its own does not"],
)
def test_what_hangs_on_the_words_of_a_finding_is_shown_with_it(linter: Linter, text: str, found: list[str]) -> None:
    problems = linter.engine.analyse(Draft(text), Kind.APOLOGY).problems
    assert [text[match.start : match.end] for match in problems if match.rule == "bare-promise"] == found
