"""Lines that are put together before it is known whether rich shows them."""

from __future__ import annotations

import pytest
from rich.cells import cell_len as cells_by_rich
from rich.console import Console

from apologint.output.line import Line
from apologint.output.sanitise import NARROW, cell_len
from apologint.output.screen import terminal_width


def test_the_usual_signs_take_one_cell() -> None:
    assert {character: cells_by_rich(character) for character in NARROW} == dict.fromkeys(NARROW, 1)


def test_wide_characters_count_as_rich_counts_them() -> None:
    for text in ("ok", "“ok”", "日本", "e\u0301", "👍🏽", "“日本”"):
        assert cell_len(text) == cells_by_rich(text)


def test_a_line_in_a_line_keeps_its_style() -> None:
    line = Line("a", "bold").append(Line("b", "red").append("c", "dim")).append("")
    assert line.plain == "abc"
    assert list(line.pieces()) == [("a", ""), ("b", "red"), ("c", "red dim")]


@pytest.mark.parametrize("columns", ["40", "200", "", "wide"])
def test_the_terminal_is_as_wide_as_rich_takes_it_for(columns: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", columns)
    assert terminal_width() == Console().width
