"""Rules are tried on their own examples, and those that come with apologint hold."""

from pathlib import Path

import pytest

from apologint.builtin import builtin_rules_dir
from apologint.engine.engine import Engine
from apologint.engine.examples import check_examples
from apologint.engine.loader import load_rules
from apologint.sources import ReadOptions, read_text

RULES = """step: empathy
rules:
  - id: shrugs
    kind: problem
    severity: info
    what: "Shrugs."
    message: "a"
    suggestion: "b"
    why: "c"
    when: [{words: [oh well, so what]}, {clause: {nominal: true}}]
    examples:
      bad:
        - "Oh well."
        - "Never mind."
      good: ["Oh well, well.", "Well done."]
  - id: thanks
    kind: credit
    quality: met
    what: "Thanks."
    when: [{words: thank you}]
    examples: {bad: ["Thank them."], good: ["Thank you.", "Thanks."]}
"""


@pytest.fixture(scope="module")
def engine(tmp_path_factory: pytest.TempPathFactory) -> Engine:
    folder: Path = tmp_path_factory.mktemp("rules")
    (folder / "rules.yaml").write_text(RULES, encoding="utf-8")
    return Engine(load_rules([folder]))


def test_examples_that_do_not_hold_are_named_with_their_line_and_what_was_expected(engine: Engine) -> None:
    failed = [(each.rule, each.text, each.expected, each.line) for each in check_examples(engine) if not each.held]
    assert failed == [
        ("shrugs", "Never mind.", True, 14),
        ("shrugs", "Oh well, well.", False, 15),
        ("thanks", "Thanks.", True, 21),
    ]


def test_a_pattern_that_fires_in_no_example_is_named(engine: Engine) -> None:
    assert check_examples(engine).silent_patterns == (
        ("shrugs", 10, "words: so what"),
        ("shrugs", 10, "clause: {nominal: true}"),
    )


def test_only_some_rules_are_tried_where_asked(engine: Engine) -> None:
    assert {each.rule for each in check_examples(engine, only=["thanks"])} == {"thanks"}


def test_the_rules_that_come_with_apologint_hold_on_their_examples() -> None:
    options = ReadOptions("utf-8", 10**6)
    checked = check_examples(Engine(load_rules([builtin_rules_dir()])), read=lambda text: read_text(text, options))
    assert len(checked.results) > 0
    assert [f"{each.rule}: {each.text}" for each in checked if not each.held] == []
