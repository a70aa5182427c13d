"""The rules that come with apologint."""

from apologint.builtin import builtin_rules_dir


def test_they_are_found() -> None:
    assert list(builtin_rules_dir().rglob("*.yaml"))
