"""What a clause is about, and how well that names it."""

from tests.engine.trees import clause


def test_a_name_that_is_only_called_names_nothing() -> None:
    assert clause("We lost it, Heather!", "lost").object == "none"


def test_a_name_that_is_the_object_names_it() -> None:
    assert clause("We lost Heather.", "lost").object == "named"
