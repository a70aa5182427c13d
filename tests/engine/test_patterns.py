"""Each sort of pattern, each option beside it, and each field of a clause, written as a rule author writes them."""

from pathlib import Path

import pytest

from apologint.engine.hits import View
from apologint.engine.loader import load_rules
from apologint.engine.patterns import Compiler
from apologint.model import Draft, Mode, Placeholder, Quality, Step
from tests.engine.trees import LEXICON, NLP, WORDS, read

RULE = """
rules:
  - id: tried
    kind: signal
    votes: other
    what: "Tries a pattern."
    when:
      - {pattern}
    examples: {{good: ["a"], bad: ["b"]}}
  - id: other-rule
    kind: signal
    votes: other
    what: "Is referred to."
    when: [{{words: late}}]
    examples: {{good: ["a"], bad: ["b"]}}
"""


@pytest.fixture
def found(tmp_path: Path):
    """What a pattern, written in YAML, finds in a draft: the words of each hit."""

    def find(pattern: str, text: str | Draft, qualities: dict[Step, Quality] | None = None) -> list[str]:
        (tmp_path / "rules.yaml").write_text(RULE.format(pattern=pattern), encoding="utf-8")
        rules = load_rules([WORDS, tmp_path]).rules
        compiler = Compiler(LEXICON, NLP.vocab, tmp_path)

        def run(view: View, name: str) -> list:
            return [hit for each in rules[name].when for hit in compiler.finder(each)(view)]

        view = View(read(text), run, qualities=qualities or {})
        return [view.parsed.text(hit.start, hit.end) for hit in run(view, "tried")]

    return find


@pytest.mark.parametrize(
    ("pattern", "hits"),
    [
        ("words: late", ["late", "late"]),
        ('words: ["so late", "very late"]', ["very late", "so late"]),
        ("tokens: [{LOWER: very}, {LOWER: late}]", ["very late"]),
        ("tokens: [{LOWER: $remedy}]", ["voucher"]),
        ("rule: other-rule", ["late", "late"]),
    ],
)
def test_sorts_of_pattern(found, pattern: str, hits: list[str]) -> None:
    assert found(pattern, "It was very late. We were so late. A voucher helps.") == hits


@pytest.mark.parametrize(
    ("pattern", "hits"),
    [
        ("words: a voucher", ["A coupon"]),
        ("words: $remedy", ["coupon"]),
        ("words: =voucher", []),
        ("words: =coupon", ["coupon"]),
        ("{clause: {act: fault}}", ["gremlin was here"]),
    ],
)
def test_a_word_takes_its_synonyms(found, pattern: str, hits: list[str]) -> None:
    assert found(pattern, "A coupon helps. gremlin was here.") == hits


def test_a_tree_is_found_by_its_relations(found) -> None:
    tree = (
        "tree: [{RIGHT_ID: verb, RIGHT_ATTRS: {LEMMA: lose}},"
        " {LEFT_ID: verb, REL_OP: '>', RIGHT_ID: what, RIGHT_ATTRS: {DEP: dobj}}]"
    )
    assert found(tree, "We lost your parcel.") == ["lost your parcel"]
    assert found(tree, "Your parcel was lost.") == []


@pytest.mark.parametrize(
    ("which", "hits"), [("fill-in", ["[date]"]), ("merge", ["{{name}}"]), ("any", ["{{name}}", "[date]"])]
)
def test_a_gap_is_found_by_who_fills_it(found, which: str, hits: list[str]) -> None:
    gaps = (Placeholder(5, 13, "name", fill_in=False), Placeholder(24, 30, "date", fill_in=True))
    draft = Draft("Dear {{name}}, we will  [date]", placeholders=gaps)
    assert found(f"placeholder: {which}", draft) == hits


@pytest.mark.parametrize(
    ("name", "is_found"),
    [
        ("delay reason", True),
        ("DELAY_REASON", True),
        ("order.delayReason", True),
        ("What went wrong, in one line", True),
        ("reasonable date", False),
        ("what went on", False),
        ("gift_card_value", True),
        ("name", False),
    ],
)
def test_a_gap_is_found_by_what_it_says(found, name: str, is_found: bool) -> None:
    draft = Draft("We are sorry about  [gap].", placeholders=(Placeholder(20, 25, name, fill_in=True),))
    pattern = "{placeholder: any, says: [reason, what went wrong, $remedy]}"
    assert found(pattern, draft) == (["[gap]"] if is_found else [])


def test_a_step_that_is_not_missing_is_found(found) -> None:
    assert found("step: solution", "Sorry.", {Step.SOLUTION: Quality.WEAK}) == [""]
    assert found("step: solution", "Sorry.", {Step.SOLUTION: Quality.MISSING}) == []


TEXT = "One late. Two soon. Three late. Four key."


@pytest.mark.parametrize(
    ("scope", "hits"),
    [
        ("here", []),
        ("sentence", ["Two"]),
        ("before", ["Three"]),  # the sentence before holds it
        ("after", ["One"]),
        ("earlier", ["Three", "Four"]),
        ("later", ["One"]),
        ("near", ["One", "Two", "Three"]),
        ("draft", ["One", "Two", "Three", "Four"]),
    ],
)
def test_how_far_another_pattern_may_be(found, scope: str, hits: list[str]) -> None:
    number = "words: ['(one|two|three|four)']"
    assert found(f"{{{number}, and: [{{words: soon, where: {scope}}}]}}", TEXT) == hits
    others = [word for word in ("One", "Two", "Three", "Four") if word not in hits]
    assert found(f"{{{number}, unless: [{{words: soon, where: {scope}}}]}}", TEXT) == others


def test_here_means_on_the_same_words(found) -> None:
    assert found("{words: two soon, and: [{words: soon, where: here}]}", TEXT) == ["Two soon"]


def test_the_same_clause_is_closer_than_the_same_sentence(found) -> None:
    text = "We are sorry if you were upset."
    assert found("{words: sorry, and: [{words: upset, where: sentence}]}", text) == ["sorry"]
    assert found("{words: sorry, and: [{words: upset, where: clause}]}", text) == []
    assert found("{words: you, and: [{words: upset, where: clause}]}", text) == ["you"]


def test_several_conditions_must_all_hold_and_one_exception_is_enough(found) -> None:
    assert found("{words: two, and: [{words: soon}, {words: key}]}", TEXT) == []
    assert found("{words: two, unless: [{words: soon}, {words: key}]}", TEXT) == []


@pytest.mark.parametrize(
    ("options", "hits"),
    [
        ("at_least: 2", ["late"]),
        ("at_least: 3", []),
        ("first: true", ["late"]),
        ("within_words: 12", ["late", "late"]),
        ("within_words: 11", []),
        ("mode: draft", ["late", "late"]),
        ("mode: template", []),
        ("place: opening", ["late"]),
        ("place: [opening, body]", ["late", "late"]),
        ("place: signature", []),
    ],
)
def test_options_beside_a_pattern(found, options: str, hits: list[str]) -> None:
    assert found(f"{{words: late, {options}}}", Draft(TEXT, mode=Mode.DRAFT)) == hits


def test_at_least_reports_the_last_and_first_the_first(found) -> None:
    number = "words: ['(one|two|three|four)']"
    assert found(f"{{{number}, at_least: 2}}", TEXT) == ["Four"]
    assert found(f"{{{number}, first: true}}", TEXT) == ["One"]


def test_a_tag_goes_with_the_hit(tmp_path: Path) -> None:
    (tmp_path / "rules.yaml").write_text(RULE.format(pattern="{words: late, tag: cold}"), encoding="utf-8")
    (pattern,) = load_rules([WORDS, tmp_path]).rules["tried"].when
    finder = Compiler(LEXICON, NLP.vocab, tmp_path).finder(pattern)
    assert [hit.tag for hit in finder(View(read("So late."), lambda _view, _name: []))] == ["cold"]


LOST = "We lost your parcel."
PASSIVE = "Your parcel was lost by the courier."
DOUBTED = "We are sorry if you were upset."
OWED = "We are sorry that we lost it."


@pytest.mark.parametrize(
    ("clause", "fits", "does_not"),
    [
        ("{act: fault}", LOST, "Send us a photo."),
        ("{act: [refund, fault]}", LOST, DOUBTED),
        ("{doer: us, act: fault}", LOST, PASSIVE),  # we are us
        ("{doer: we}", LOST, "Our team will call you."),
        ("{doer: third}", PASSIVE, LOST),
        ("{subject: thing}", PASSIVE, LOST),
        ("{owner: us}", "There was a mistake on our side.", "The error was on your side."),
        ("{to: customer}", LOST, "We lost it."),
        ("{to: none}", "We lost it.", LOST),
        ("{object: named, act: fault}", LOST, "We lost it."),
        ("{certainty: will}", "We will refund you on Friday.", LOST),
        ("{certainty: [will, done], act: [refund, fault]}", LOST, DOUBTED),
        ("{certainty: should-have}", "You should have told us.", LOST),
        ("{act: contact, polarity: negative}", "We have not called you.", "Our team will call you."),
        ("{act: contact}", "Our team will call you.", "We have not called you."),  # silent: positive
        ("{act: contact, polarity: any}", "We have not called you.", LOST),
        ("{act: contact, hypothetical: true}", "Could you call us?", LOST),
        ("{act: contact, certainty: asked}", "Could you call us?", "Our team will call you."),
        ("{doer: customer, to: us}", "You should have told us.", "Could you call us?"),  # silent: not asked
        ("{time: dated}", "We will refund you on Friday.", LOST),
        ("{link: if, hypothetical: true}", DOUBTED, LOST),
        ("{link: none}", LOST, "But."),
        ("{passive: true}", PASSIVE, LOST),
        ("{passive: false, act: fault}", LOST, PASSIVE),
        ("{nominal: true}", "Our error cost you a day.", LOST),
        ("{place: opening, act: fault}", LOST, f"Send us a photo. {LOST}"),
        ("{act: fault, under: {act: apologise}}", OWED, LOST),
        ("{act: fault, beneath: {act: apologise}}", OWED, LOST),
        ("{act: apologise, over: {act: fault}}", OWED, DOUBTED),
        ("{act: apologise, joined_to: {act: fault}}", OWED, DOUBTED),
        ("{act: fault, not: {to: customer}}", "We lost it.", LOST),
        ("{act: contact, polarity: negative, not: {doer: us}}", "Nobody called you.", "We have not called you."),
        ("{root: lose}", LOST, "Send us a photo."),
        ("{act: fault, has: your parcel}", LOST, "We lost it."),
        ("{act: fault, lacks: your parcel}", "We lost it.", LOST),
        ("{act: fault, object_has: parcel}", LOST, "We lost it."),
        ("{act: fault, object_lacks: parcel}", "We lost it.", LOST),
        ("{act: apologise, complement_has: lost it}", OWED, DOUBTED),
        ("{act: apologise, complement_lacks: lost it, hypothetical: true}", DOUBTED, OWED),
    ],
)
def test_fields_of_a_clause(found, clause: str, fits: str, does_not: str) -> None:
    assert found(f"clause: {clause}", fits)
    assert not found(f"clause: {clause}", does_not)


def test_a_clause_is_found_as_a_person_would_mark_it(found) -> None:
    assert found("clause: {act: fault}", OWED) == ["we lost it"]
