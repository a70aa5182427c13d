"""What to write instead of a wrong name."""

from apologint.text.nearest import instead

RULES = [
    "missing-apology",
    "missing-empathy",
    "missing-greeting",
    "minimising",
    "vague-apology",
    *(f"other-{n}" for n in range(20)),
]


def test_the_nearest_name_is_suggested() -> None:
    assert instead("vage-apology", RULES) == "did you mean 'vague-apology'?"
    assert instead("vague", RULES) == "did you mean 'vague-apology'?"
    assert instead("MINIMISE", RULES) == "did you mean 'minimising'?"


def test_names_that_begin_with_it_come_before_one_that_only_looks_like_it() -> None:
    assert instead("missing", RULES) == "did you mean 'missing-apology', 'missing-empathy' or 'missing-greeting'?"


def test_few_names_are_listed_and_many_are_not() -> None:
    assert instead("zzz", ["ours", "shared"]) == "use one of ours, shared"
    assert instead("zzz", RULES) == ""
    assert instead("", RULES) == ""
