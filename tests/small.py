"""A handful of rules, for tests in which the language is not the point."""

from pathlib import Path

from apologint.config import Config

SMALL_RULES = Path(__file__).parent / "small_rules"
SMALL = Config(rule_dirs=(SMALL_RULES,), builtin_rules=False)

POOR = "Sorry if you were upset about the issue.\n"
OWNED = "Sorry, we refunded it.\n"
OTHER = "We are open on Sundays.\n"
