from apologint.model import InputError
from tests.output.letters import failing_by_score, good_letter, library_item, poor_letter
from tests.output.render import render


def lines(*reports, **settings):
    return render(reports, "concise", **settings).splitlines()


def test_a_line_names_place_severity_words_and_rule():
    assert lines(poor_letter())[3] == (
        "replies/late-chairs.txt:4:57: info: 'shortly' promises no time. [vague-timeframe]"
    )


def test_an_item_of_a_library_is_named():
    assert lines(library_item())[0] == (
        "macros.json:2:42: error: macros[0]: 'if' makes it doubtful. [conditional-apology]"
    )


def test_what_has_no_words_of_its_own_is_called_by_its_rule():
    assert lines(poor_letter())[4] == "replies/late-chairs.txt:1:1: warning: missing-solution [missing-solution]"


def test_a_draft_that_fails_by_its_score_says_so():
    assert "a b.txt:1:1: error: score 64 is under --min-score 70 [score]" in lines(failing_by_score())


def test_the_last_line_adds_up():
    assert lines(good_letter(), errors=[InputError("b.txt", "gone")]) == [
        "1 draft: 1 passed, 0 failed, 1 unreadable; mean score 100.0"
    ]
    assert lines(good_letter(), quiet=True) == []


def test_long_lines_are_not_broken():
    assert len(lines(poor_letter(), width=40)) == 7


def test_colour_is_given_when_asked_for():
    assert "\x1b[" in render([poor_letter()], "concise", color=True)
