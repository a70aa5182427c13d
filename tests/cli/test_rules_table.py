"""The table of rules, on wide and narrow screens."""

from apologint.cli.rules_table import rules_table
from apologint.linting.loading import rules_of
from tests.small import SMALL

RULES = [rules_of(SMALL).rules[name] for name in ("conditional-apology", "missing-solution", "says-sorry")]


def table(width: int | None) -> str:
    return "\n".join(rules_table(RULES, width))


def test_a_rule_has_one_line_without_blanks_behind_it_where_a_program_reads() -> None:
    assert table(None) == (
        "rule                 kind     step            severity  what\n"
        "conditional-apology  problem  responsibility  error     An 'if' makes the apology doubtful.\n"
        "missing-solution     absence  solution        warning   No repair.\n"
        "says-sorry           signal                             An apology."
    )


def test_columns_that_matter_less_make_room_for_what_a_rule_sees() -> None:
    assert table(70) == (
        "rule                 severity  what\n"
        "conditional-apology  error     An 'if' makes the apology doubtful.\n"
        "missing-solution     warning   No repair.\n"
        "says-sorry                     An apology."
    )


def test_what_a_rule_sees_is_folded_and_nothing_is_cut_off() -> None:
    assert table(50) == (
        "rule                 what\n"
        "conditional-apology  An 'if' makes the apology\n"
        "                     doubtful.\n"
        "missing-solution     No repair.\n"
        "says-sorry           An apology."
    )


def test_on_the_narrowest_screens_it_stands_below_the_name() -> None:
    assert table(30) == (
        "rule\n  what\n"
        "conditional-apology\n  An 'if' makes the apology\n  doubtful.\n"
        "missing-solution\n  No repair.\n"
        "says-sorry\n  An apology."
    )
