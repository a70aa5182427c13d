"""The names of firms and products, which no rule can know: they come from the configuration."""

from pathlib import Path

import pytest

from apologint.config import Config
from apologint.linter import Linter
from apologint.model import Draft

NAMES = {
    "third": {"names": ("Zippo", "Speedy Parcels", "Sainsbury's")},
    "us": {"names": ("Acme Lamps",)},
    "system": {"names": ("Lumen-Hub",)},
}


@pytest.fixture(scope="module")
def knowing() -> Linter:
    return Linter(Config(people=NAMES))


def doers(linter: Linter, text: str) -> set[str]:
    return {clause.doer for clause in linter.engine.parse(Draft(text)).clauses}


@pytest.mark.parametrize(
    ("text", "doer"),
    [
        ("Zippo damaged the box.", "third"),
        ("Speedy Parcels lost your parcel on Tuesday.", "third"),
        ("speedy parcels lost your parcel on Tuesday.", "third"),
        ("Sainsbury’s lost your parcel.", "third"),
        ("Acme Lamps lost your parcel.", "us"),
        ("Lumen-Hub deleted your booking.", "system"),
        ("Zippora lost your parcel.", "someone"),
        ("Parcels lost their labels.", "thing"),
    ],
)
def test_a_name_says_who_did_it(knowing: Linter, text: str, doer: str) -> None:
    assert doers(knowing, text) == {doer}


@pytest.mark.parametrize("text", ["Zippo damaged the box.", "Sainsbury's lost your parcel."])
def test_a_name_that_takes_the_blame_is_a_third_party(knowing: Linter, text: str) -> None:
    (report,) = knowing.check([Draft(f"I am sorry that your parcel is late. {text}")])
    assert "blame-third-party" in [finding.rule for finding in report.findings]


def test_rule_files_can_give_names_and_use_them(tmp_path: Path) -> None:
    (tmp_path / "rules.yaml").write_text(
        "words:\n  culprit: [$people.third.names, weather]\npeople:\n  third:\n    names: [Speedy Parcels]\nrules: []\n"
    )
    linter = Linter(Config(rule_dirs=(tmp_path,), builtin_rules=False, people={"third": {"names": ("Zippo's",)}}))
    assert linter.rules.lexicon.words["culprit"] == ["speedy parcels", "zippo 's", "weather"]
    assert linter.rules.lexicon.person("third", "names") == {"speedy parcels", "zippo's"}
