"""docs/suppressions.md promises names and comment forms; they must work as they stand there."""

import re
from pathlib import Path

import pytest

from apologint.sources.suppress.directive import Scope
from tests.sources.suppress.reading import covered

PAGE = (Path(__file__).parents[1] / "docs" / "suppressions.md").read_text(encoding="utf-8")


def rows(title: str) -> list[list[str]]:
    lines = re.findall(r"^\| .*", PAGE.split(f"## {title}\n")[1].split("\n## ")[0], re.MULTILINE)
    return [line.strip("|").split(" | ") for line in lines[1:]]


def in_words() -> list[str]:
    """The forms that work in the words of a message."""
    table = [form for place, form in rows("Where to write it") if place.strip() != "a `.txt` file"]
    return [
        each for form in table for each in re.findall(r"`([^`]+)`", form) if not each.startswith(("#", "apologint"))
    ]


def test_every_name_is_there() -> None:
    assert set(re.findall(r"`(ignore[\w-]*)`", str(rows("What to write")))) == {str(scope) for scope in Scope}


def test_the_forms_are_found() -> None:
    assert len(in_words()) == 9


@pytest.mark.parametrize("form", in_words())
def test_every_form_works_in_a_message(form: str) -> None:
    assert covered(f"Hi.\n{form.replace('RULE', 'excuse')}\nSorry.\n") == [("excuse", "Sorry.")]


def test_the_example_works() -> None:
    (example,) = re.findall(r"```markdown\n(.*?)```", PAGE, re.DOTALL)
    assert covered(example) == [("hollow-inconvenience", "We apologise for any inconvenience.")]
