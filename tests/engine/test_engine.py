"""From a draft to what the rules see in it: its kind first, then problems, evidence and what is missing."""

from pathlib import Path

import pytest

from apologint.engine.engine import Engine
from apologint.engine.loader import load_rules
from apologint.engine.rules import RuleError
from apologint.model import Analysis, Draft, Kind, Quality, Step

HEAD = "step: responsibility\nrules:\n"
EXAMPLES = "examples: {bad: [a], good: [b]}"
SAYS_SORRY = (
    f"  - {{id: says-sorry, kind: signal, votes: apology, points: 2, what: a, when: [{{words: sorry}}], {EXAMPLES}}}\n"
)


def problem(name: str, pattern: str, more: str = "") -> str:
    return (
        f"  - {{id: {name}, kind: problem, severity: info, what: a, why: b, {EXAMPLES}, {more}\n"
        f"     message: \"'{{words}}', {{doer}}, {{object}}\", suggestion: \"not '{{words}}'\", when: [{pattern}]}}\n"
    )


def analyse(folder: Path, rules: str, text: str, kind: Kind | None = None) -> Analysis:
    (folder / "rules.yaml").write_text(HEAD + SAYS_SORRY + rules, encoding="utf-8")
    return Engine(load_rules([folder])).analyse(Draft(text), kind)


def found(analysis: Analysis, text: str) -> list[tuple[str, str]]:
    return [(match.rule, text[match.start : match.end]) for match in analysis.problems]


def test_the_signals_decide_what_a_draft_is(small_engine: Engine) -> None:
    def kind(text: str, **said: Kind) -> Kind:
        return small_engine.analyse(Draft(text, **said)).kind

    assert kind("We are sorry.") is Kind.APOLOGY
    assert kind("We are open.") is Kind.OTHER
    assert kind("Sorry, I am checking in.") is Kind.FOLLOW_UP  # three points against two
    assert kind("Sorry, sorry, I am checking in.") is Kind.FOLLOW_UP  # each signal counts once
    assert kind("We are open.", kind=Kind.APOLOGY) is Kind.APOLOGY  # the draft says so itself
    assert small_engine.analyse(Draft("Sorry."), Kind.OTHER).kind is Kind.OTHER  # the user does


def test_what_is_no_apology_is_left_alone(small_engine: Engine) -> None:
    analysis = small_engine.analyse(Draft("About the issue: sorry if late."), Kind.OTHER)
    assert (analysis.problems, analysis.credits, analysis.absences, analysis.qualities) == ((), (), (), {})


def test_credits_grade_the_steps_and_absences_are_what_is_left(small_engine: Engine) -> None:
    analysis = small_engine.analyse(Draft("We are sorry. We refunded it."))
    assert analysis.qualities[Step.SOLUTION] is Quality.MET
    assert analysis.absences == ()
    bare = small_engine.analyse(Draft("We are sorry."))
    assert bare.qualities[Step.SOLUTION] is Quality.MISSING
    assert [(match.rule, match.start, match.end, match.absent) for match in bare.absences] == [
        ("missing-solution", 0, 0, True)
    ]


def test_a_follow_up_lacks_nothing(small_engine: Engine) -> None:
    assert small_engine.analyse(Draft("Sorry, I am checking in.")).absences == ()


def test_a_message_quotes_what_it_is_about(tmp_path: Path) -> None:
    rules = problem("lost", "{clause: {doer: we}}") + "acts: {}\npeople: {us: {pronouns: [we]}}\n"
    (match,) = analyse(tmp_path, rules, "Sorry. Today we lost\nyour parcel.").problems
    assert match.message == "'we lost your parcel', we, your parcel"
    assert match.suggestion == "not 'we lost your parcel'"


def test_of_overlapping_hits_the_widest_is_kept(tmp_path: Path) -> None:
    text = "Sorry, so very late."
    rules = problem("late", '{words: ["very late", "so very late", late]}')
    assert found(analyse(tmp_path, rules, text), text) == [("late", "so very late")]


def test_a_rule_gives_way_on_the_same_words_only(tmp_path: Path) -> None:
    text = "Sorry, so late. We are late."
    rules = problem("late", "{words: late}", "yields_to: [so-late],") + problem("so-late", "{words: so late}")
    assert sorted(found(analyse(tmp_path, rules, text), text)) == [("late", "late"), ("so-late", "so late")]
    assert [match.start for match in analyse(tmp_path, rules, text).problems if match.rule == "late"] == [23]


def test_an_exception_stops_a_rule(tmp_path: Path) -> None:
    rules = problem("late", "{words: late}", "unless: [{words: key}],")
    assert found(analyse(tmp_path, rules, "Sorry, the key is late."), "") == []


def test_a_rule_may_be_kept_to_a_place(tmp_path: Path) -> None:
    text = "Sorry, it is late. It is late."
    rules = problem("late", "{words: late}", "place: [last],")
    assert [match.start for match in analyse(tmp_path, rules, text).problems] == [25]


@pytest.mark.parametrize(
    ("text", "kind", "problems"),
    [
        ('Sorry, we wrote "so late" to you.', Kind.APOLOGY, []),
        ("Sorry, we wrote \u201cso late\u201d to you.", Kind.APOLOGY, []),
        ('Sorry, we were so "late".', Kind.APOLOGY, [("late", 'so "late')]),  # not wholly inside
        ('"Sorry, we were so late."', Kind.APOLOGY, [("late", "so late")]),  # the whole message
        ('Do not write "sorry" to them.', Kind.OTHER, []),
    ],
)
def test_what_is_only_quoted_is_talked_about(
    tmp_path: Path, text: str, kind: Kind, problems: list[tuple[str, str]]
) -> None:
    analysis = analyse(tmp_path, problem("late", "{words: ['so late', 'so * late']}"), text)
    assert (analysis.kind, found(analysis, text)) == (kind, problems)


def credit(name: str, pattern: str, more: str = "") -> str:
    return f"  - {{id: {name}, kind: credit, quality: met, what: a, when: [{{words: {pattern}}}], {EXAMPLES}{more}}}\n"


def test_a_residual_credit_is_for_words_that_no_other_took(tmp_path: Path) -> None:
    text = "Sorry. Here is a lamp. Here is a key."
    rules = credit("gives", "here is a *", ", residual: true") + credit("gives-a-key", "a key")
    credits = analyse(tmp_path, rules, text).credits
    assert [(match.rule, text[match.start : match.end]) for match in credits] == [
        ("gives", "Here is a lamp"),
        ("gives-a-key", "a key"),
    ]


def test_rules_that_refer_to_each_other_in_a_circle_are_refused(tmp_path: Path) -> None:
    rules = problem("a", "{rule: b}") + problem("b", "{words: x, unless: [{rule: a}]}")
    with pytest.raises(RuleError, match=r"rules\.yaml:\d+: rules refer to each other in a circle: "):
        analyse(tmp_path, rules, "Sorry.")


@pytest.mark.parametrize(
    ("pattern", "sort"),
    [
        ("{tokens: [{LOWR: a}]}", "tokens"),
        ("{tokens: [{LOWER: {IM: [a]}}]}", "tokens"),
        ("{tree: [{RIGHT_ID: a}]}", "tree"),
    ],
)
def test_a_pattern_that_spacy_refuses_is_refused_by_line(tmp_path: Path, pattern: str, sort: str) -> None:
    with pytest.raises(RuleError, match=rf"rules\.yaml:5: spaCy refuses this {sort} pattern: \S") as refused:
        analyse(tmp_path, problem("a", pattern), "Sorry.")
    assert "\n" not in str(refused.value)


def test_many_drafts_at_once_are_read_like_each_alone(small_engine: Engine) -> None:
    drafts = [Draft("We are sorry."), Draft(""), Draft("We are open.", kind=Kind.APOLOGY), Draft("We are sorry.")]
    assert small_engine.analyse_many(drafts) == [small_engine.analyse(draft) for draft in drafts]
    assert [parsed.draft for parsed in small_engine.parse_many(drafts)] == drafts
    assert small_engine.analyse_many([]) == []
