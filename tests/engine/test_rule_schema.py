"""The schema of rule files says what the loader says, as far as a schema can."""

from pathlib import Path

import pytest
from jsonschema import Draft202012Validator

from apologint.builtin import builtin_rules_dir
from apologint.engine.rule_schema import rule_schema
from apologint.yaml_lines.read import YamlError, read_yaml
from tests.engine import test_loader
from tests.small import SMALL_RULES

SCHEMA = Draft202012Validator(rule_schema())
NOT_A_SHAPE = (
    "unknown word list",
    "unknown list",
    "is not closed",
    "act 'fold'",
    "the rule 'shrug' is unknown",
    "yields to 'shrug'",
    "yield to each other",
    "stands already in",
)


def refusals(test):
    """The broken texts that the loader's own tests refuse, without those refused for what they refer to."""
    (mark,) = (mark for mark in test.pytestmark if mark.name == "parametrize")
    return [text for text, complaint in mark.args[1] if not any(said in complaint for said in NOT_A_SHAPE)]


def test_it_is_a_schema():
    Draft202012Validator.check_schema(rule_schema())


@pytest.mark.parametrize("path", sorted(builtin_rules_dir().rglob("*.yaml")), ids=lambda path: path.stem)
def test_the_rules_that_come_with_it_are_valid(path: Path):
    SCHEMA.validate(read_yaml(path, "rules"))


def test_so_are_those_of_the_tests():
    SCHEMA.validate(read_yaml(SMALL_RULES / "rules.yaml", "rules"))


def test_a_gap_may_say_words_and_word_lists(tmp_path: Path):
    path = tmp_path / "rules.yaml"
    path.write_text(test_loader.changed(test_loader.WHEN, "- {placeholder: any, says: [What happened, $remedy]}"))
    SCHEMA.validate(read_yaml(path, "rules"))


@pytest.mark.parametrize(
    "text", [*refusals(test_loader.test_a_rule_that_does_not_hold), *refusals(test_loader.test_words_that_do_not_hold)]
)
def test_what_the_loader_refuses_by_its_shape_it_refuses_too(tmp_path: Path, text: str):
    path = tmp_path / "rules.yaml"
    path.write_text(text)
    try:
        content = read_yaml(path, "rules")
    except YamlError:
        return
    assert not SCHEMA.is_valid(content)
