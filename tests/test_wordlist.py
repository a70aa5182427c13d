"""The word list beside which apologint is measured: complete, so that the comparison is fair."""

from apologint.evaluate import LABEL_RULES, Judgement, LabelledDraft
from apologint.evaluate.judgement import Marked
from apologint.model import Kind, Quality, Step
from benchmarks.wordlist import compare, find, side_by_side

POOR = "Dear customer,\nWe apologise for any inconvenience. We will be in touch shortly."


def test_it_finds_the_obvious_phrases() -> None:
    found = find(POOR)
    assert found.kind is Kind.APOLOGY
    words = {problem.rule: POOR[problem.start : problem.end] for problem in found.problems}
    assert words == {
        "hollow-inconvenience": "any inconvenience",
        "vague-timeframe": "shortly",
        "impersonal-greeting": "Dear customer,",
    }
    assert found.steps[Step.FOLLOW_UP] is Quality.WEAK
    assert found.steps[Step.SOLUTION] is Quality.MISSING


def test_without_a_word_of_apology_it_finds_nothing() -> None:
    assert find("We are open on Sundays. As soon as possible!") == Judgement(Kind.OTHER)
    assert find("I wanted to check that the lamp arrived.").kind is Kind.FOLLOW_UP


def test_both_are_measured_on_the_same_rules() -> None:
    said = Judgement(Kind.APOLOGY, problems=(Marked(29, 46, "hollow-inconvenience"),))
    words, linter = compare([LabelledDraft("poor", POOR, said, 1)], LABEL_RULES)
    assert words.rules["hollow-inconvenience"].right == linter.rules["hollow-inconvenience"].right == 1
    page = "\n".join(side_by_side(words, linter))
    assert all(f"  {rule} " in page for rule in LABEL_RULES)
