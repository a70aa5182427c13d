"""How surely a clause says what it says, and whether it denies it."""

import pytest

from tests.engine.trees import clause


@pytest.mark.parametrize(
    ("sentence", "root", "certainty"),
    [
        ("We lost it.", "lost", {"done"}),
        ("Your parcel was lost.", "lost", {"done"}),
        ("We have not called you.", "called", {"done", "perfect"}),
        ("We have found it and called you.", "called", {"done", "perfect"}),  # "called" is read as a past tense
        ("We found it and called you.", "called", {"done"}),
        ("We are fixing it.", "fixing", {"doing"}),
        ("Thank you for calling.", "calling", {"gerund"}),
        ("Everyone makes mistakes.", "makes", {"now"}),
        ("We will refund you on Friday.", "refund", {"will"}),
        ("You should have told us.", "told", {"should-have"}),
        ("You'd lost it.", "lost", {"done"}),  # had, not would
        ("Could you call us?", "call", {"could", "asked"}),
        ("Send us a photo.", "Send", {"told"}),
        ("We are sorry if you were upset.", "were", {"done", "conditional"}),
        ("We hope to fix it soon.", "fix", {"tried"}),
        ("We forgot to call you.", "call", {"failed"}),
        ("Our error cost you a day.", "error", {"noun"}),
    ],
)
def test_how_sure_it_is(sentence: str, root: str, certainty: set[str]) -> None:
    assert clause(sentence, root).certainty == certainty


def test_an_auxiliary_before_the_subject_is_an_if_unless_it_asks() -> None:
    assert "conditional" in clause("Should you need help, call us.", "need").certainty
    assert "conditional" not in clause("Could you call us?", "call").certainty
    assert "conditional" not in clause("Not only did we lose it.", "lose").certainty


@pytest.mark.parametrize(
    ("sentence", "root", "negative"),
    [
        ("We have not called you.", "called", True),
        ("We lost it.", "lost", False),
        ("We are sorry, but we lost it.", "lost", False),
        ("We lost it without a trace.", "lost", False),
        ("We did not only lose it.", "lose", False),
    ],
)
def test_what_denies_it(sentence: str, root: str, negative: bool) -> None:
    assert clause(sentence, root).negative is negative


def test_nobody_denies_what_is_said_of_it() -> None:
    assert clause("Nobody called you.", "called").negative
