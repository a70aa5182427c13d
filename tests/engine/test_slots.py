"""What stands in the slots of a message."""

from apologint.engine.slots import fill


def test_braces_in_a_draft_are_no_slots() -> None:
    words = {"words": "the {doer} was late", "doer": "we", "act": "", "object": ""}
    assert fill("'{words}': say {doer}", words) == "'the {doer} was late': say we"
