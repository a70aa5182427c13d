"""Two judges compared: what counts as found, what as wrong, and what as neither."""

import pytest

from apologint.evaluate import LABEL_RULES, Disagreement, Judgement, LabelledDraft, Measured, judge, measure
from apologint.evaluate.figures import Counts
from apologint.evaluate.judgement import Marked
from apologint.evaluate.measure import Sort
from apologint.linter import Linter
from apologint.model import Kind, Quality, Step
from tests.small import OTHER, OWNED, POOR, SMALL

TEXT = "We are busy, so it was late. It was never our intention."
BUSY = Marked(3, 11, "excuse")
LATE = Marked(16, 27, "excuse")


def compared(said: tuple[Marked, ...], found: tuple[Marked, ...], kind: Kind = Kind.APOLOGY) -> Measured:
    draft = LabelledDraft("r-1", TEXT, Judgement(kind, problems=said), line=1)
    return measure([draft], {"r-1": Judgement(kind, problems=found)}, LABEL_RULES)


def graded(*grades: tuple[Quality, Quality], step: Step = Step.SOLUTION) -> Measured:
    """Drafts in which people saw the first quality of a step and the linter the second."""
    said = [
        LabelledDraft(str(at), TEXT, Judgement(Kind.APOLOGY, {step: one}), at) for at, (one, _) in enumerate(grades)
    ]
    return measure(said, {str(at): Judgement(Kind.APOLOGY, {step: two}) for at, (_, two) in enumerate(grades)}, ())


def rated(*scores: tuple[float | None, float | None]) -> Measured:
    said = [LabelledDraft(str(at), TEXT, Judgement(Kind.APOLOGY, score=one), at) for at, (one, _) in enumerate(scores)]
    return measure(said, {str(at): Judgement(Kind.APOLOGY, score=two) for at, (_, two) in enumerate(scores)}, ())


def test_a_finding_is_right_where_it_touches_the_labelled_words() -> None:
    assert compared((BUSY,), (Marked(10, 20, "excuse"),)).problems == Counts(right=1)
    assert compared((BUSY,), (Marked(11, 20, "excuse"),)).problems == Counts(false=1, missed=1), "they only meet"


def test_a_finding_of_another_rule_is_wrong_but_the_place_is_right() -> None:
    measured = compared((BUSY,), (Marked(3, 11, "good-intentions"),))
    assert measured.rules == {"excuse": Counts(missed=1), "good-intentions": Counts(false=1)}
    assert measured.any_rule == Counts(right=1)


def test_a_second_hit_on_one_labelled_fault_is_no_error() -> None:
    twice = (Marked(3, 6, "excuse"), Marked(7, 11, "excuse"))
    assert compared((BUSY,), twice).problems == Counts(right=1)


def test_one_finding_answers_for_one_labelled_fault_only() -> None:
    measured = compared((BUSY, LATE), (Marked(0, 28, "excuse"),))
    assert measured.problems == Counts(right=1, missed=1)
    assert measured.any_rule == Counts(right=2), "but both places were found"


def test_rules_that_nobody_labels_are_not_measured() -> None:
    measured = compared((), (Marked(0, 2, "shouting"),))
    assert (measured.problems, measured.rules, measured.disagreements) == (Counts(), {}, ())


def test_disagreements_quote_the_words_and_what_stands_around_them() -> None:
    measured = compared((BUSY,), (Marked(36, 55, "good-intentions"),))
    assert measured.disagreements == (
        Disagreement(
            Sort.MISSED, "excuse", "r-1", said="are busy", around="We are busy, so it was late. It was never our inten"
        ),
        Disagreement(Sort.FALSE, "good-intentions", "r-1", found="never our intention", around=TEXT),
    )


@pytest.mark.parametrize(
    ("said", "found", "counts"),
    [
        (Kind.APOLOGY, Kind.APOLOGY, Counts(right=1)),
        (Kind.APOLOGY, Kind.OTHER, Counts(missed=1)),
        (Kind.OTHER, Kind.APOLOGY, Counts(false=1)),
        (Kind.OTHER, Kind.FOLLOW_UP, Counts()),
    ],
)
def test_kind_asks_only_whether_it_is_an_apology(said: Kind, found: Kind, counts: Counts) -> None:
    measured = measure([LabelledDraft("r-1", TEXT, Judgement(said), 1)], {"r-1": Judgement(found)}, ())
    assert measured.kind == counts
    assert [one.topic for one in measured.disagreements] == ([] if said is found else ["kind"])


def test_drafts_that_are_no_apology_should_have_no_finding() -> None:
    assert (compared((), (BUSY,), Kind.OTHER).others, compared((), (BUSY,), Kind.OTHER).flagged_others) == (1, 1)
    assert compared((), (), Kind.OTHER).flagged_others == 0


def test_a_finding_in_a_draft_without_a_problem_is_counted_by_draft() -> None:
    alarmed = compared((), (BUSY,), Kind.APOLOGY)
    assert (alarmed.faultless, alarmed.flagged_faultless, alarmed.others) == (1, 1, 0)
    assert compared((), (), Kind.FOLLOW_UP).flagged_faultless == 0
    assert compared((BUSY,), (BUSY,), Kind.APOLOGY).faultless == 0


def test_a_draft_that_the_other_judge_never_saw_is_one_without_findings() -> None:
    measured = measure([LabelledDraft("r-1", TEXT, Judgement(Kind.APOLOGY, problems=(BUSY,)), 1)], {}, LABEL_RULES)
    assert (measured.kind, measured.problems) == (Counts(missed=1), Counts(missed=1))


def test_steps_are_compared_by_grade_and_by_whether_they_are_met() -> None:
    met, weak, missing = Quality.MET, Quality.WEAK, Quality.MISSING
    solution = graded((met, met), (met, weak), (weak, met), (missing, missing)).steps[Step.SOLUTION]
    assert (solution.accuracy, solution.met) == (0.5, Counts(right=1, false=1, missed=1))
    assert solution.kappa == pytest.approx(7 / 11)


def test_steps_of_what_people_call_no_apology_are_not_compared() -> None:
    draft = LabelledDraft("r-1", TEXT, Judgement(Kind.OTHER), 1)
    found = Judgement(Kind.APOLOGY, {Step.SOLUTION: Quality.MET})
    assert measure([draft], {"r-1": found}, ()).steps[Step.SOLUTION].kappa is None


def test_the_score_is_compared_with_the_rating_where_there_are_both() -> None:
    six = [(1, 20), (2, 30), (3, 40), (4, 50), (5, 60), (5, 60)]
    measured = rated(*six, (None, 90), (1, None))
    assert measured.rated == 6
    assert measured.spearman == pytest.approx(1)
    assert rated(*six[:5]).spearman is None, "five say nothing"


def test_the_linter_is_a_judge() -> None:
    judged = dict(judge(Linter(SMALL), {"poor": POOR, "owned": OWNED, "other": OTHER}))
    assert [judgement.kind for judgement in judged.values()] == [Kind.APOLOGY, Kind.APOLOGY, Kind.OTHER]
    assert judged["poor"].problems == (Marked(0, 8, "conditional-apology"), Marked(30, 39, "vague-apology"))
    assert judged["owned"].steps[Step.SOLUTION] is Quality.MET
    assert judged["owned"].evidence == {Step.SOLUTION: "refunded"}
    assert judged["other"].score is None
