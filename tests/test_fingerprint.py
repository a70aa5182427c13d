"""A finding keeps its name while the file changes around it, and no other has it."""

import pytest

from apologint.fingerprint import Fingerprints
from apologint.model import Draft, Placeholder, Region
from apologint.text.locate import Locator

LETTER = "Dear Ann,\nwe are sorry for the late chairs. We apologise for any inconvenience caused by it.\n"
WORDS = "inconvenience"


def names(*drafts, rule="hollow", words=WORDS):
    """The name of the same words in each draft; what is absent where no words are given."""
    run = Fingerprints(str)
    found = []
    for draft in drafts:
        start = draft.text.index(words) if words else 0
        locator = Locator(draft)
        place = locator.at(Region(start, start + len(words))) if words else locator.top()
        found.append(run.of(draft, rule, place))
    return found


def name(text, words=WORDS, *, rule="hollow", **draft):
    return names(Draft(text, **draft), rule=rule, words=words)[0]


@pytest.mark.parametrize(
    "changed",
    [
        f"A line more.\n\n{LETTER}",
        LETTER.replace("chairs. ", "chairs.\n"),
        LETTER.replace("We apologise for any", "We\napologise for\nany "),
        LETTER.replace("We apologise", "WE APOLOGISE"),
        LETTER.replace("the late chairs", "that your chairs came late"),
    ],
)
def test_what_is_said_elsewhere_and_how_lines_are_wrapped_does_not_count(changed):
    assert name(changed) == name(LETTER)


def test_the_sentence_counts():
    assert name(LETTER.replace("caused by it", "caused by us")) != name(LETTER)


def test_the_rule_and_the_file_count():
    assert len({name(LETTER), name(LETTER, rule="other"), name(LETTER, path="b.txt")}) == 3


def test_a_placeholder_may_be_called_otherwise():
    def blank(text):
        start = text.index("{")
        return name(text, placeholders=(Placeholder(start, text.index("}") + 1, "x", fill_in=False),))

    assert blank("Any inconvenience at {shop}.") == blank("Any inconvenience at {store_name}.")


def test_repeats_are_counted():
    first, second = names(Draft(LETTER), Draft(LETTER))
    assert (first[-2:], second) == (":1", f"{first[:-1]}2")


ABSENT = ""


def test_what_is_absent_from_a_file_is_known_by_the_file():
    assert name("Sorry.", ABSENT) == name("Anything else.", ABSENT) != name("Sorry.", ABSENT, path="b.txt")


@pytest.mark.parametrize(
    ("item", "again"),
    [
        ({"id": "macros[1]", "title": "Late"}, {"id": "macros[9]", "title": "Late"}),
        ({"id": "replies.late"}, {"id": "replies.late", "text": "Other words."}),
        ({"id": "row 7"}, {"id": "row 8"}),
    ],
)
def test_what_is_absent_from_an_item_is_known_by_its_title_or_key_or_else_its_text(item, again):
    assert name(words=ABSENT, **{"text": "Sorry.", **item}) == name(words=ABSENT, **{"text": "Sorry.", **again})


@pytest.mark.parametrize(
    "other", [{"id": "row 7", "text": "Other words."}, {"id": "replies.lost"}, {"id": "row 7", "title": "Late"}]
)
def test_another_item_has_another_name(other):
    assert name("Sorry.", ABSENT, id="row 7") != name(words=ABSENT, **{"text": "Sorry.", **other})
