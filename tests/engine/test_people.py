"""Who is meant by the subject of a sentence."""

import pytest

from tests.engine.trees import clause


@pytest.mark.parametrize(
    ("sentence", "who"),
    [
        ("We lost it.", "we"),
        ("The driver lost it.", "us"),
        ("Your driver lost it.", "customer"),
        ("Another team lost it.", "third"),
        ("The contractor's people lost it.", "third"),
        ("The courier lost your parcel.", "third"),
        ("The website lost it.", "system"),
        ("Anna lost it.", "someone"),
    ],
)
def test_who_lost_it(sentence: str, who: str) -> None:
    assert clause(sentence, "lost").subject == who


def test_everybody_is_anyone_and_a_key_is_a_thing() -> None:
    assert clause("Everyone makes mistakes.", "makes").subject == "anyone"
    assert clause("The key broke.", "broke").subject == "thing"
