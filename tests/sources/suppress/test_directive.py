"""The words of a directive."""

import pytest

from apologint.sources.suppress.directive import Directive, DirectiveError, Scope, is_directive, read_directive


@pytest.mark.parametrize(
    ("words", "scope", "rules"),
    [
        ("apologint: ignore", Scope.HERE, ()),
        (" apologint: ignore all ", Scope.HERE, ()),
        ("apologint: ignore shouting", Scope.HERE, ("shouting",)),
        ("apologint:ignore shouting,excuse", Scope.HERE, ("shouting", "excuse")),
        ("\n  apologint: ignore\n  shouting ,\n  excuse\n", Scope.HERE, ("shouting", "excuse")),
        ("apologint: ignore-line shouting, shouting", Scope.LINE, ("shouting",)),
        ("apologint: ignore-next-line shouting", Scope.NEXT_LINE, ("shouting",)),
        ("apologint: ignore-start", Scope.START, ()),
        ("apologint: ignore-end shouting", Scope.END, ("shouting",)),
        ("apologint: ignore-item missing-solution", Scope.ITEM, ("missing-solution",)),
        ("apologint: ignore-file", Scope.FILE, ()),
    ],
)
def test_it_names_what_it_covers_and_which_rules(words: str, scope: Scope, rules: tuple[str, ...]) -> None:
    assert read_directive(words) == Directive(scope, rules)


@pytest.mark.parametrize(
    "reason", [" -- legal wants it", " -- see #12, and -- the minutes", " \u2014 legal wants it", " --"]
)
def test_a_reason_is_for_people(reason: str) -> None:
    assert read_directive(f"apologint: ignore shouting, excuse{reason}").rules == ("shouting", "excuse")
    assert read_directive(f"apologint: ignore{reason}").rules == ()


@pytest.mark.parametrize(
    ("words", "complaint"),
    [
        ("apologint: ignroe shouting", "unknown directive 'ignroe': did you mean 'ignore'?"),
        ("apologint: disable-next-line x", "unknown directive 'disable-next-line': did you mean 'ignore-next-line'?"),
        ("apologint: disable x", "unknown directive 'disable': did you mean 'ignore-start'?"),
        (
            "apologint: ignore shouting legal wants it",
            "'shouting legal wants it' is no name of a rule: put commas between rules, and ' -- ' before a reason",
        ),
        ("apologint: ignore shouting,", "a name of a rule is missing beside a comma"),
        ("apologint ignore shouting", "a directive begins with 'apologint:', as in 'apologint: ignore'"),
    ],
)
def test_what_is_not_understood_is_said_with_a_remedy(words: str, complaint: str) -> None:
    assert is_directive(words)
    with pytest.raises(DirectiveError) as error:
        read_directive(words)
    assert str(error.value) == complaint


@pytest.mark.parametrize(
    "words", ["", "ignore shouting", "see apologint: ignore", "apologint reads this", "apologinty: x"]
)
def test_other_comments_are_not_for_us(words: str) -> None:
    assert not is_directive(words)
