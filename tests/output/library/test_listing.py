"""What the text report shows of several drafts."""

import re

import pytest

from apologint.output.context import Order
from tests.output.letters import (
    failing_by_score,
    follow_up,
    good_letter,
    library_file,
    many_letters,
    middling_letter,
    not_an_apology,
    poor_letter,
)
from tests.output.render import render

WHOLE = "score 34 of 100"


def rows(page):
    """The lines that stand for a draft each, above the tables."""
    return re.findall(r"^ *[✓✗] +(?:\d+ \w+|-) .*", page.partition("Worst drafts")[0], re.MULTILINE)


def test_a_draft_that_passes_is_shown_whole_only_when_it_is_alone():
    assert "score 100 of 100" in render([good_letter()])
    assert (
        rows(render([good_letter(), good_letter()])) == ["✓ 100 strong  replies/double-charge.txt · Charged twice"] * 2
    )


def test_what_is_no_apology_is_only_counted():
    page = render([not_an_apology(), good_letter(), not_an_apology()])
    assert "hours.md" not in page
    assert "2 no apology" in page


def test_a_follow_up_has_no_score_to_show():
    assert rows(render([follow_up(), good_letter()]))[0] == "✓   -         replies/follow-up.txt: a follow-up, 1 info"


def test_what_fails_is_shown_whole():
    page = render([good_letter(), poor_letter(), failing_by_score()])
    assert WHOLE in page
    assert len(rows(page)) == 1


def test_after_so_many_the_others_that_fail_get_a_line_each():
    page = render([poor_letter()] * 5, top=2)
    assert page.count(WHOLE) == 2
    assert rows(page) == ["✗  34 poor    replies/late-chairs.txt: 2 errors, 2 warnings, 1 info"] * 3
    assert "3 more drafts fail, in one line each" in page


def test_why_customers_mind_is_said_once_for_each_rule():
    assert render([poor_letter()] * 2).count("An 'if' turns the harm into the customer's opinion.") == 1


def test_items_of_a_library_stand_under_its_file():
    page = render([good_letter(), *library_file(), good_letter()])
    lines = page.splitlines()
    assert lines.count("macros.json") == 1
    assert [line for line in lines if "macros[" in line] == [
        '  ✓  93 strong  macros[0] "Late": 1 warning',
        'macros[1] "Lost"',
        '  ✓  93 strong  macros[12] "Broken": 1 warning',
    ]
    assert lines.index("macros.json") < lines.index('macros[1] "Lost"')


class TestWorstFirst:
    def test_the_worst_are_shown_first_and_whole(self):
        page = render([good_letter(), middling_letter(), poor_letter()], order=Order.SCORE, top=1)
        assert page.index("late-chairs.txt") < page.index("no-sorry.txt") < page.index("double-charge.txt")
        assert WHOLE in page
        assert len(rows(page)) == 2

    def test_every_draft_is_shown_once_in_either_order(self):
        by_path = render(many_letters(), top=2)
        by_score = render(many_letters(), order=Order.SCORE, top=2)
        assert len(rows(by_score)) == len(rows(by_path)) == 14
        assert by_score.splitlines()[-1] == by_path.splitlines()[-1]

    def test_items_of_a_library_are_named_with_their_file(self):
        page = render(library_file(), order=Order.SCORE)
        assert 'macros.json · macros[1] "Lost"\n' in page
        assert '✓  93 strong  macros.json · macros[0] "Late"' in page

    def test_one_draft_is_shown_whole(self):
        assert render([good_letter()], order=Order.SCORE) == render([good_letter()])


@pytest.mark.parametrize("order", Order)
def test_quiet_leaves_a_line_for_each_draft_that_fails(order):
    assert render([good_letter(), middling_letter()], order=order, quiet=True).count("\n") == 1
