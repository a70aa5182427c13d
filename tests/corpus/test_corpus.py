"""Drafts written blind to the rules: what the rules see in them may get better and may not get worse."""

import pytest

from apologint.evaluate import read_labels
from tests.corpus.measured import Figures, label_files, now, stored

SLACK = 0.005
FEWEST_DRAFTS = 120
NAMES = [path.stem for path in label_files()]


@pytest.fixture(scope="module")
def measured() -> Figures:
    return now()


@pytest.mark.parametrize("name", NAMES)
def test_no_figure_falls(name: str, measured: Figures) -> None:
    before = stored().get(name)
    assert before, f"no figures for {name}.jsonl: python -m tests.corpus.store"
    fell = {
        what: f"{was} fell to {measured[name][what]}"
        for what, was in before.items()
        if measured[name][what] < was - SLACK
    }
    assert not fell, f"see why with: apologint evaluate tests/corpus/{name}.jsonl --show all"


def test_every_figure_is_of_drafts_that_are_still_there() -> None:
    assert sorted(stored()) == NAMES


def test_the_labels_are_whole() -> None:
    labels = [read_labels(path) for path in label_files()]
    assert [error for one in labels for error in one.unplaced] == []
    ids = [draft.id for one in labels for draft in one.drafts]
    assert len(ids) == len(set(ids)) >= FEWEST_DRAFTS
