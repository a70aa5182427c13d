"""What rule authors are shown of a text."""

from pathlib import Path

import pytest

from apologint.builtin import builtin_rules_dir
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
        "   - 'We will refund you today': root: refund; act: refund; doer: we; subject: we; to: customer; "
        "object: named; certainty: will; polarity: positive; time: dated",
    ]


def test_a_clause_without_a_doer_says_so(small_engine: Engine) -> None:
    assert "root: lost; act: -; doer: none; " in describe(small_engine, Draft("Your bag was lost."))


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
    assert shown.endswith("nearest: 'We will refund you', which fails on doer (is we)")


def reasons(folder: Path, rule: str, text: str) -> list[str]:
    """What is said of a signal with these conditions, without the line that says whether it fires."""
    (folder / "rules.yaml").write_text(
        "rules: [{id: a, kind: signal, votes: other, what: a, examples: {bad: [a], good: [b]},\n" + rule + "}]",
        encoding="utf-8",
    )
    return why(Engine(load_rules([WORDS, folder])), "a", Draft(text)).splitlines()[1:]


REFUND = "clause: {act: refund}"


@pytest.mark.parametrize(
    ("pattern", "text", "reason"),
    [
        (
            f"{{{REFUND},\n unless: [{{words: in full, where: clause}}]}}",
            "We will refund you in full.",
            "matched 'We will refund you in full', but unless (line 3) holds: 'in full'",
        ),
        (
            f"{{{REFUND},\n and: [{{words: [sorry, regret], where: near}}]}}",
            "We will refund you.",
            "matched 'We will refund you', but 'and' (line 3, where: near) does not hold: words: sorry | regret",
        ),
        ("{words: grass, place: [closing]}", "Dry grass.", "matched 'grass', but its place is opening"),
        (
            "{words: grass, at_least: 2}",
            "Dry grass.",
            "matched 'grass', but at_least: 2 is asked for, and the draft has 1",
        ),
        ("{words: grass, within_words: 2}", "Dry grass.", "matched 'grass', but the text has 3 words, more than 2"),
        (
            "{words: grass, mode: template}",
            "Grass.",
            "matched 'Grass', but the text is read as a draft, not as a template",
        ),
        (
            f"{{{REFUND}}}",
            "We do not refund you.",
            "nearest: 'We do not refund you', which fails on polarity (is negative)",
        ),
        (f"{{{REFUND}}}", "Will we refund you?", "nearest: 'we refund you', which fails on certainty (is asked)"),
        ("{clause: {root: refund}}", "We lost it.", "nearest: 'We lost it', which fails on root (is 'lost')"),
    ],
)
def test_a_pattern_names_the_one_thing_that_keeps_it_from_holding(
    tmp_path: Path, pattern: str, text: str, reason: str
) -> None:
    assert reasons(tmp_path, f"when: [{pattern}]", text)[1:] == [f"    {reason}"]


@pytest.mark.parametrize(
    ("rule", "text", "reason"),
    [
        ("place: [closing], when: [{words: grass}]", "Dry grass.", "passed over: 'grass', for its place is opening"),
        ("when: [{words: grass}]", 'You said "dry grass".', "passed over: 'grass', for it stands in quotation marks"),
    ],
)
def test_what_a_rule_passes_over_is_told(tmp_path: Path, rule: str, text: str, reason: str) -> None:
    assert reasons(tmp_path, rule, text)[-1] == f"    {reason}"


def test_an_unless_that_is_out_of_reach_says_so(tmp_path: Path) -> None:
    shown = reasons(tmp_path, "when: [{words: grass}], unless: [{words: dry, where: before}]", "Grass. Dry.")
    assert shown[-1] == "    which stops nothing: it is out of reach (where: before)"


def test_a_residual_credit_names_the_credit_that_came_first(tmp_path: Path) -> None:
    (tmp_path / "rules.yaml").write_text(
        "rules: [{id: left-over, kind: credit, quality: weak, step: solution, residual: true, what: a,"
        " when: [{words: refund}], examples: {bad: [a], good: [b]}}]",
        encoding="utf-8",
    )
    shown = why(Engine(load_rules([SMALL_RULES, tmp_path])), "left-over", Draft("Sorry, we refunded it."))
    assert shown.endswith("    passed over: 'refunded', for 'offers-repair' took it")


def test_a_clause_is_shown_as_its_author_wrote_it(tmp_path: Path) -> None:
    shown = reasons(tmp_path, "when: [{clause: {doer: [us, third], passive: true}}]", "We lost it.")[0]
    assert shown == "  when (line 2) does not hold: clause: {doer: [us, third], passive: true}"


def test_a_rule_that_yields_names_the_one_that_fired_there() -> None:
    shown = why(Engine(load_rules([builtin_rules_dir()])), "blame-customer", Draft("Sorry, but you failed to tell us."))
    assert "  not reported: it yields to 'apology-but', which fired there" in shown


def test_a_step_that_is_there_is_not_missing(tmp_path: Path) -> None:
    (tmp_path / "rules.yaml").write_text(
        "rules: [{id: no-repair, kind: absence, severity: info, step: solution, what: a, message: b, suggestion: c,"
        " why: d, lacks: [{step: solution}], examples: {bad: [a], good: [b]}}]",
        encoding="utf-8",
    )
    engine = Engine(load_rules([WORDS, SMALL_RULES, tmp_path]))
    assert why(engine, "no-repair", Draft("Sorry, we refunded it.")).startswith("no-repair does not fire")
    assert why(engine, "no-repair", Draft("Sorry.")).startswith("no-repair fires")


def test_what_hangs_on_the_words_of_a_finding_is_told_with_it() -> None:
    engine = Engine(load_rules([builtin_rules_dir()]))
    text = "I am sorry. We are committed to improving our ferry service to prevent such incidents in the future."
    marked = [line for line in why(engine, "bare-promise", Draft(text)).splitlines() if line.startswith("  at: ")]
    assert marked == ["  at: committed to improving our ferry service to prevent such incidents in the future"]
