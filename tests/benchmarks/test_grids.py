"""Grids of frames and fillings are whole, and their sentences are held against what is expected of them."""

import re
from pathlib import Path

import pytest

from apologint.linter import Linter
from benchmarks.grids import Grid, filled, grids, judged, missed

FILES = sorted((Path(__file__).parents[2] / "benchmarks" / "grids").glob("*.yaml"))
UNFILLED = re.compile(r"(?<!\{)\{\w+\}(?!\})")
"""A slot of a frame; a placeholder of a template has two braces."""


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_every_frame_of_a_grid_takes_every_filling(path: Path) -> None:
    for grid in grids(path):
        for sentence in grid.sentences():
            assert UNFILLED.search(sentence.draft[sentence.start : sentence.end]) is None, grid.id


def test_a_slot_with_a_capital_begins_with_one() -> None:
    assert filled("{Doing} is what we {do}.", {"do": "row", "doing": "rowing"}) == "Rowing is what we row."


def test_a_frame_that_is_missed_is_shown_with_a_sentence() -> None:
    grid = Grid(
        id="boats",
        expect={"step": "solution", "quality": "met"},
        before="I am sorry that we sank your boat. ",
        after="",
        frames=["We have refunded {thing}.", "The gulls like {thing}."],
        fillings=[{"thing": "the fare"}, {"thing": "the ticket"}],
        held=False,
    )
    results = judged(grid, Linter())
    assert [ok for _, ok in results] == [True, True, False, False]
    assert next(missed(results)) == "  0.00 frame The gulls like {thing}. | The gulls like the fare."
