import pytest
from junitparser import Error, Failure, JUnitXml, Skipped

from apologint.model import InputError
from tests.output.letters import follow_up, good_letter, library_item, not_an_apology, poor_letter
from tests.output.render import render


def parsed(*reports, errors=()):
    return JUnitXml.fromstring(render(reports, "junit", errors).encode())


def cases(*reports, errors=()):
    (suite,) = parsed(*reports, errors=errors)
    return list(suite)


def test_a_draft_is_a_test_case():
    poor, item = cases(poor_letter(), library_item())
    assert (poor.classname, poor.name) == ("replies/late-chairs.txt", "replies/late-chairs.txt")
    assert (item.classname, item.name) == ("macros.json", "macros[0] Späte Kiste 📦")


def test_a_failure_says_which_gate_and_what_to_mend():
    (case,) = cases(poor_letter())
    (failure,) = case.result
    assert isinstance(failure, Failure)
    assert (failure.message, failure.type) == ("score 34 is under --min-score 70; 2 errors", "poor")
    assert "line 4: info: 'shortly' promises no time. Name a day: \"by Friday\". [vague-timeframe]" in failure.text


def test_a_draft_that_passes_keeps_its_milder_findings_in_its_output():
    (case,) = cases(follow_up())
    assert case.is_passed
    assert case.system_out == "line 1: info: 'shortly' promises no time. [vague-timeframe]"


@pytest.mark.parametrize(
    ("report", "errors", "sort"),
    [(not_an_apology, [], Skipped), (None, [InputError("a.csv", "not UTF-8")], Error)],
)
def test_other_messages_are_skipped_and_unreadable_inputs_are_errors(report, errors, sort):
    (case,) = cases(*([report()] if report else []), errors=errors)
    assert [type(result) for result in case.result] == [sort]


def test_the_numbers_add_up():
    suites = parsed(poor_letter(), good_letter(), not_an_apology(), errors=[InputError("a.csv", "not UTF-8")])
    said = (suites.tests, suites.failures, suites.errors)
    suites.update_statistics()
    assert said == (suites.tests, suites.failures, suites.errors) == (4, 1, 1)
    (suite,) = suites
    assert suite.skipped == 1
