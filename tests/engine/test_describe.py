"""What rule authors are shown of a text."""

from apologint.engine.describe import describe, why
from apologint.engine.engine import Engine
from apologint.engine.loader import load_rules
from apologint.model import Draft
from tests.engine.trees import WORDS
from tests.small import SMALL_RULES


def test_a_text_is_shown_as_sentences_words_and_clauses() -> None:
    shown = describe(Engine(load_rules([WORDS, SMALL_RULES])), Draft("We will refund you today.")).splitlines()
    assert shown == [
        "1. [opening] We will refund you today.",
        "   We/PRON will/AUX refund/VERB you/PRON today/NOUN ./PUNCT",
        "   - 'We will refund you today': act: refund; doer: we; subject: we; to: customer; object: named; "
        "certainty: will; polarity: positive; time: dated",
    ]


def test_why_a_rule_fires(small_engine: Engine) -> None:
    assert why(small_engine, "conditional-apology", Draft("Sorry if late.")).splitlines() == [
        "conditional-apology fires on this text.",
        "  at: Sorry if",
        "  when (line 30) holds: words: sorry if",
        "    on: 'Sorry if'",
    ]


def test_why_it_does_not(small_engine: Engine) -> None:
    assert why(small_engine, "conditional-apology", Draft("Sorry.")).splitlines() == [
        "conditional-apology does not fire on this text.",
        "  when (line 30) does not hold: words: sorry if",
    ]


def test_why_nothing_is_missing(small_engine: Engine) -> None:
    shown = why(small_engine, "missing-solution", Draft("Sorry, we refunded it."))
    assert shown.splitlines()[0] == "missing-solution does not fire on this text."
    assert "lacks (line 63) holds: rule: offers-repair\n    on: 'refunded'" in shown


def test_a_rule_that_fires_and_is_not_reported_says_so(small_engine: Engine) -> None:
    shown = why(small_engine, "vague-apology", Draft("We looked at the issue."))
    assert "not reported: the draft is taken for 'other'" in shown


def test_the_clause_that_came_nearest_says_what_it_fails_on(tmp_path) -> None:
    (tmp_path / "rules.yaml").write_text(
        "rules: [{id: refunds, kind: signal, votes: other, what: a, examples: {bad: [a], good: [b]},"
        " when: [{clause: {act: refund, doer: customer, certainty: will}}]}]",
        encoding="utf-8",
    )
    shown = why(Engine(load_rules([WORDS, tmp_path])), "refunds", Draft("We will refund you."))
    assert shown.endswith("nearest: 'We will refund you', which fails on doer")
