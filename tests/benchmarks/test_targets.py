"""The arithmetic of the tables."""

import pytest

from benchmarks.measure import Taken, middle
from benchmarks.scale import growth
from benchmarks.tables import table
from benchmarks.targets import Target, verdicts

ONE_CHANGED = Target("one changed", "changed", {"unchanged": 1.0, "spaCy": 1.0}, seconds=0.3)


def cells(page: str) -> list[list[str]]:
    return [[cell.strip() for cell in line.strip("|").split("|")] for line in page.splitlines()]


@pytest.mark.parametrize(
    ("changed", "ratio", "verdict"), [(1.0, "0.67", "met"), (1.5, "1.00", "met"), (3.0, "2.00", "not met")]
)
def test_a_limit_is_made_of_other_figures(changed, ratio, verdict) -> None:
    page = verdicts([ONE_CHANGED], {"changed": changed, "unchanged": 0.5, "spaCy": 0.7})
    assert cells(page)[2] == ["one changed", f"{changed:.2f} s", "1.50 s", ratio, verdict]


def test_a_target_beside_something_that_is_not_installed_has_no_verdict() -> None:
    page = verdicts([ONE_CHANGED], {"changed": 1.0, "spaCy": 0.7})
    assert cells(page)[2] == ["one changed", "1.00 s", "-", "-", "no unchanged"]


def test_a_target_that_was_not_looked_at_is_not_shown() -> None:
    assert len(cells(verdicts([ONE_CHANGED], {"unchanged": 1.0, "spaCy": 0.7}))) == 2


def test_the_median_is_taken_of_each_figure() -> None:
    runs = [Taken(3.0, 1.0, 0.5, 10.0), Taken(1.0, 2.0, 0.1, 30.0), Taken(2.0, 9.0, 0.2, 20.0)]
    assert middle(runs) == Taken(2.0, 2.0, 0.2, 20.0)


def test_growth_is_per_template_and_memory_is_not() -> None:
    small, large = Taken(1.0, 2.0, 0.5, 100.0), Taken(20.0, 20.0, 0.5, 131.0)
    runs = {"nothing kept": small, "unchanged": small}, {"nothing kept": large, "unchanged": small}
    page = growth({100: runs[0], 1000: runs[1]})
    assert cells(page)[2] == ["nothing kept", "2.00", "1.00", "1.31", "not met"]
    assert cells(page)[3] == ["unchanged", "0.10", "0.10", "1.00", "met"]


def test_a_table_is_markdown_with_straight_columns() -> None:
    assert table(("what", "time"), [("a", "1.00 s"), ("bcdef", "12 s")]) == (
        "| what  |   time |\n"
        "| ----- | -----: |\n"
        "| a     | 1.00 s |\n"
        "| bcdef |   12 s |"
    )  # fmt: skip
