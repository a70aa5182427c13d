"""The arithmetic, on tables small enough to work out by hand."""

import pytest

from apologint.evaluate.figures import Counts, accuracy, count, quadratic_kappa, spearman


def pairs(table: list[list[int]]) -> list[tuple[int, int]]:
    """The pairs behind a table: rows are what the first judge says, columns the second."""
    return [
        (row, column) for row, cells in enumerate(table) for column, times in enumerate(cells) for _ in range(times)
    ]


def test_precision_asks_what_was_found_and_recall_what_is_there() -> None:
    counts = Counts(right=6, false=2, missed=4)
    assert (counts.precision, counts.recall) == (0.75, 0.6)
    assert counts.f1 == pytest.approx(2 / 3)


def test_where_nothing_was_found_nothing_is_wrong_and_where_nothing_is_there_nothing_is_missed() -> None:
    assert (Counts(missed=3).precision, Counts(missed=3).recall, Counts(missed=3).f1) == (1, 0, 0)
    assert (Counts(false=3).precision, Counts(false=3).recall, Counts(false=3).f1) == (0, 1, 0)
    assert (Counts().f1, bool(Counts())) == (1, False)


def test_a_question_rightly_answered_with_no_counts_nowhere() -> None:
    answers = [(True, True), (True, False), (False, True), (False, True), (False, False)]
    assert count(answers) == Counts(right=1, false=2, missed=1)


@pytest.mark.parametrize(
    ("table", "kappa"),
    [
        ([[5, 0, 0], [0, 3, 0], [0, 0, 2]], 1),
        ([[0, 0, 2], [0, 0, 0], [2, 0, 0]], -1),  # always the other end of the scale
        ([[1, 1], [1, 1]], 0),  # two coins
        ([[20, 5], [10, 15]], 0.4),  # the table of every textbook: with two grades, the weights change nothing
        ([[0, 0, 0], [0, 7, 0], [0, 0, 0]], 1),  # both always say the same one thing
    ],
)
def test_kappa_of_known_tables(table: list[list[int]], kappa: float) -> None:
    assert quadratic_kappa(pairs(table)) == pytest.approx(kappa)


def test_a_disagreement_by_two_places_weighs_four_times_one_by_one_place() -> None:
    # Rows 4, 4, 4 against columns 3, 5, 4: two who guess at these rates lie 1.25 apart on average, squared.
    near = quadratic_kappa(pairs([[3, 1, 0], [0, 4, 0], [0, 0, 4]]))
    assert near == pytest.approx(1 - (1 / 12) / 1.25)
    # Against columns 3, 4, 5 they lie 16 twelfths apart.
    far = quadratic_kappa(pairs([[3, 0, 1], [0, 4, 0], [0, 0, 4]]))
    assert far == pytest.approx(1 - (4 / 12) / (16 / 12))


def test_without_pairs_there_is_no_agreement_to_speak_of() -> None:
    assert (quadratic_kappa([]), accuracy([]), spearman([])) == (None, None, None)


def test_accuracy_is_the_share_of_equal_pairs() -> None:
    assert accuracy([(0, 0), (1, 2), (2, 2), (2, 0)]) == 0.5


@pytest.mark.parametrize(
    ("firsts", "seconds", "correlation"),
    [
        ([1, 2, 3, 4], [10, 20, 30, 99], 1),  # only the order counts
        ([1, 2, 3, 4], [9, 5, 2, 1], -1),
        ([1, 2, 2, 3], [1, 2, 3, 4], 0.9486833),  # ranks 1, 2.5, 2.5, 4: 4.5 / sqrt(4.5 * 5)
        ([1, 1, 2, 2], [5, 5, 7, 7], 1),  # ties in the same places
        ([1, 1, 2, 2], [5, 7, 5, 7], 0),
    ],
)
def test_spearman_with_and_without_ties(firsts: list[float], seconds: list[float], correlation: float) -> None:
    assert spearman(list(zip(firsts, seconds, strict=True))) == pytest.approx(correlation)


def test_what_never_changes_correlates_with_nothing() -> None:
    assert spearman([(3, 1), (3, 2), (3, 3)]) is None
    assert spearman([(1, 3), (2, 3), (3, 3)]) is None


def test_one_point_has_no_direction() -> None:
    assert spearman([(1, 2)]) is None
