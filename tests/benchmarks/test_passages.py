"""The passages are whole, and what is said of them is held against their labels."""

import pytest

from apologint.evaluate import LABEL_RULES
from apologint.model import Kind, Quality, Step
from benchmarks.passages import TOPICS, Passage, judged, passages, rows

LABELS = {"kind": set(Kind)} | {str(step): set(Quality) for step in Step}


@pytest.mark.parametrize("topic", TOPICS)
def test_a_topic_has_its_labels_and_each_quote_stands_in_its_text(topic: str) -> None:
    some = passages(topic)
    assert topic in {*LABELS, *LABEL_RULES}
    assert {one.label for one in some} == LABELS.get(topic, {"fires", "not"})
    assert [one.quote for one in some if one.quote not in one.text] == []
    assert len({one.text for one in some}) == len(some)


@pytest.mark.parametrize("topic, label, text, quote, right", [
    ("vague-timeframe", "fires", "We are sorry. We will write to you shortly.", "shortly", True),
    ("vague-timeframe", "fires", "We are sorry. We will write to you shortly.", "We are sorry", False),
    ("vague-timeframe", "not", "We are sorry. We will write to you shortly.", "", False),
    ("vague-timeframe", "not", "We are sorry. We will write to you by Friday.", "", True),
    ("solution", "met", "I have refunded the fare.", "refunded the fare", True),
    ("solution", "weak", "I have refunded the fare.", "refunded the fare", False),
    ("kind", "other", "Our shop is open from nine to six.", "", True),
    ("kind", "apology", "Our shop is open from nine to six.", "", False),
])  # fmt: skip
def test_a_passage_is_right_if_it_is_judged_as_labelled(topic, label, text, quote, right) -> None:
    assert judged([Passage(topic, text, label, True, quote)]) == [right]


def test_what_was_read_is_counted_apart() -> None:
    some = [Passage("kind", str(at), "other", read) for at, read in enumerate([True, True, False])]
    assert [*rows(some, [True, False, True])] == [("kind", "other", "1 of 2", "1 of 1")]
