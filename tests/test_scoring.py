from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from apologint.config import CeilingSetting, Config
from apologint.model import Draft, Fault, Kind, Quality, Severity, Step
from apologint.scoring import grade, score
from tests.handmade import ABSENCES, CREDITS, PROBLEMS, RULES, absence, analysis, problem

NOTHING = dict.fromkeys([step.value for step in Step], "missing")
DRAFT = Draft("Dear Ana,\n" + "we lost your bag. " * 20)


def scored(seen, fault=Fault.OURS, config=None):
    return score(seen, DRAFT, RULES, config or Config(), fault)


def taken(result):
    return [finding.points for finding in result.findings]


class TestWorkedExamples:
    @pytest.mark.parametrize(
        ("draft", "seen", "expected"),
        [
            ("all six met, no problem", analysis(), 100),
            ("no follow-up, no learning", analysis(follow_up="missing", improve="missing"), 82),
            ("owns, repairs, dates, but never says sorry", analysis(absences=[absence("missing-apology")]), 69),
            ("sorry if we caused you trouble", analysis([problem("conditional-apology", tags={"names-our-act"})]), 65),
            ("all but a solution", analysis(solution="missing"), 64),
            ("sorry if you were upset", analysis([problem("conditional-apology")]), 48),
            ("you failed to ...", analysis([problem("blame-customer")]), 40),
        ],
    )
    def test_example(self, draft, seen, expected):
        assert scored(seen).score == expected, draft

    def test_the_stock_phrase_alone_scores_under_ten(self):
        assert scored(analysis([problem("hollow-inconvenience")], **NOTHING)).score < 10


class TestSteps:
    def test_all_six_come_in_the_order_of_the_guide(self):
        assert [step.step for step in scored(analysis()).steps] == list(Step)

    def test_a_weak_step_earns_four_tenths(self):
        acknowledge = scored(analysis(acknowledge="weak")).steps[0]
        assert (acknowledge.quality, acknowledge.points, acknowledge.weight) == (Quality.WEAK, 7.2, 18)

    def test_evidence_is_the_credits_of_the_step_the_fulfilling_first(self):
        credits = [problem("stock-empathy", 2, 4), problem("owns-the-fault", 6, 8), problem("names-the-fault", 1, 3)]
        steps = scored(analysis(credits=credits)).steps
        assert [[seen.rule for seen in step.evidence] for step in steps[:3]] == [
            ["names-the-fault"], ["stock-empathy"], ["owns-the-fault"],
        ]  # fmt: skip

    def test_a_missing_step_is_reported_and_costs_its_weight_and_nothing_more(self):
        result = scored(analysis(improve="missing"))
        assert (result.score, result.findings[0].rule, result.findings[0].points) == (91, "missing-improvement", 0)
        assert result.findings[0].location.text is None

    def test_a_half_point_goes_up(self):
        weights = {**Config().weights, Step.IMPROVE: 8.5, Step.FOLLOW_UP: 9.5}
        assert scored(analysis(improve="missing"), config=Config(weights=weights)).score == 92

    def test_weights_of_another_sum_are_spread_over_a_hundred(self):
        config = Config(weights=dict.fromkeys(Step, 1))
        assert sum(step.points for step in scored(analysis(), config=config).steps) == pytest.approx(100)


class TestPenalties:
    @pytest.mark.parametrize(("rule", "points"), [("apology-but", -12), ("minimising", -7), ("self-praise", -3)])
    def test_severity_says_how_much_a_finding_takes(self, rule, points):
        assert taken(scored(analysis([problem(rule)]))) == [points]

    def test_each_repeat_takes_half_of_the_one_before_it_in_the_text(self):
        repeats = [problem("vague-timeframe", start) for start in (30, 10, 20)]
        result = scored(analysis(repeats))
        assert [(finding.location.start, finding.points) for finding in result.findings] == [
            (10, -3), (20, -1.5), (30, -0.75),
        ]  # fmt: skip

    def test_one_rule_takes_fifteen_at_most(self):
        assert taken(scored(analysis([problem("apology-but", start) for start in range(3)]))) == [-12, -3, 0]

    def test_all_rules_take_forty_at_most_and_the_mildest_findings_are_let_off(self):
        names = ["vague-timeframe", "apology-but", "conditional-apology", "minimising", "legal-disclaimer"]
        result = scored(analysis([problem(name, start) for start, name in enumerate(names)]))
        assert taken(result) == [-2, -12, -12, -7, -7]

    def test_the_same_match_twice_counts_once(self):
        assert taken(scored(analysis([problem("minimising"), problem("minimising")]))) == [-7]

    def test_a_changed_severity_changes_what_is_taken(self):
        config = Config(severities={"minimising": Severity.INFO})
        finding = scored(analysis([problem("minimising")]), config=config).findings[0]
        assert (finding.severity, finding.points) == (Severity.INFO, -3)


class TestCeilings:
    def test_the_lowest_that_applies_is_named_with_its_ground(self):
        ceiling = scored(analysis([problem("blame-customer"), problem("sorry-you-feel")])).ceiling
        assert (ceiling.score, ceiling.rule) == (40, "blame-customer")
        assert "Benoit" in ceiling.reason

    def test_one_that_the_score_never_reaches_is_not_named(self):
        result = scored(analysis([problem("sorry-you-feel")], **NOTHING))
        assert (result.score, result.ceiling) == (0, None)

    def test_responsibility_missing_holds_at_69(self):
        result = scored(analysis(responsibility="missing"))
        assert (result.score, result.ceiling.rule) == (69, "missing-ownership")

    def test_ceilings_are_settings(self):
        config = Config(ceilings=(CeilingSetting("self-praise", 12, "house rule"),))
        assert scored(analysis([problem("self-praise")]), config=config).ceiling.reason == "house rule"


class TestFault:
    def test_not_ours_spreads_the_weight_of_ownership_over_the_other_steps(self):
        result = scored(analysis(responsibility="missing", solution="missing"), Fault.NOT_OURS)
        weights = {step.step: step.weight for step in result.steps}
        assert weights[Step.RESPONSIBILITY] == 0
        assert weights[Step.ACKNOWLEDGE] == pytest.approx(18 * 100 / 74, abs=0.01)
        assert sum(weights.values()) == pytest.approx(100)
        assert result.score == 64

    def test_not_ours_drops_the_faults_of_ownership(self):
        seen = analysis([problem("blame-third-party")], [absence("missing-apology")], responsibility="missing")
        result = scored(seen, Fault.NOT_OURS)
        assert (result.score, result.findings, result.ceiling) == (100, (), None)

    def test_not_ours_still_minds_blaming_the_customer(self):
        assert scored(analysis([problem("blame-customer")]), Fault.NOT_OURS).score == 40

    def test_shared_takes_weak_ownership_for_full(self):
        seen = analysis(responsibility="weak")
        assert scored(seen, Fault.OURS).score == 84
        assert scored(seen, Fault.SHARED).score == 100

    def test_shared_still_wants_our_share_owned(self):
        assert scored(analysis(responsibility="missing"), Fault.SHARED).score == 69


class TestOtherKinds:
    def test_other_gets_no_score_and_no_findings(self):
        result = scored(analysis([problem("minimising")], kind=Kind.OTHER))
        assert (result.score, result.grade, result.ceiling, result.steps, result.findings) == (None, None, None, (), ())

    def test_a_follow_up_gets_findings_that_take_nothing(self):
        result = scored(analysis([problem("minimising")], kind=Kind.FOLLOW_UP))
        assert (result.score, result.steps, taken(result)) == (None, (), [0])


@pytest.mark.parametrize(
    ("points", "name"),
    [(100, "strong"), (85, "strong"), (84, "good"), (70, "good"), (69, "weak"), (50, "weak"), (49, "poor")],
)
def test_grades(points, name):
    assert grade(points, Config().grades) == name


problems = st.lists(
    st.builds(
        problem,
        st.sampled_from(sorted(PROBLEMS)),
        start=st.integers(0, 100),
        tags=st.sets(st.just("names-our-act")),
    ),
    max_size=12,
)
absences = st.lists(st.sampled_from(sorted(ABSENCES)).map(absence), unique=True)
credits = st.lists(st.builds(problem, st.sampled_from(sorted(CREDITS)), start=st.integers(0, 100)), max_size=6)
qualities = st.fixed_dictionaries({step.value: st.sampled_from(Quality) for step in Step})
analyses = st.builds(
    lambda problems, absences, credits, steps: analysis(problems, absences, credits, **steps),
    problems, absences, credits, qualities,
)  # fmt: skip
faults = st.sampled_from(Fault)


@given(analyses, faults)
def test_a_score_is_a_whole_number_from_0_to_100(seen, fault):
    points = scored(seen, fault).score
    assert isinstance(points, int)
    assert 0 <= points <= 100


@given(analyses, problems, faults)
def test_more_problems_never_raise_the_score(seen, more, fault):
    worse = replace(seen, problems=(*seen.problems, *more))
    assert scored(worse, fault).score <= scored(seen, fault).score


@given(analyses, faults)
def test_the_points_shown_add_up_to_the_score(seen, fault):
    result = scored(seen, fault)
    points = sum(step.points for step in result.steps) + sum(taken(result))
    unheld = max(0, int(points + 0.5 + 1e-9))
    assert result.score == (min(unheld, result.ceiling.score) if result.ceiling else unheld)


@given(analyses, faults)
def test_a_named_ceiling_holds_the_score_down(seen, fault):
    result = scored(seen, fault)
    if result.ceiling:
        points = sum(step.points for step in result.steps) + sum(taken(result))
        assert result.score == result.ceiling.score < points + 0.5


@given(analyses)
def test_sharing_the_fault_never_costs_points(seen):
    assert scored(seen, Fault.SHARED).score >= scored(seen, Fault.OURS).score
