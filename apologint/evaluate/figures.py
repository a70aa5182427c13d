"""The figures: plain arithmetic on counts and pairs, nothing about apologies."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from statistics import StatisticsError, correlation, mean


@dataclass(frozen=True, slots=True)
class Counts:
    """How often something was rightly found, wrongly found, and missed."""

    right: int = 0
    false: int = 0
    missed: int = 0

    def __add__(self, other: Counts) -> Counts:
        return Counts(self.right + other.right, self.false + other.false, self.missed + other.missed)

    def __bool__(self) -> bool:
        return bool(self.right or self.false or self.missed)

    @property
    def precision(self) -> float:
        """The share of what was found that is right; 1 where nothing was found."""
        return _share(self.right, self.false)

    @property
    def recall(self) -> float:
        """The share of what is there that was found; 1 where nothing is there."""
        return _share(self.right, self.missed)

    @property
    def f1(self) -> float:
        """The harmonic mean of precision and recall."""
        both = self.precision + self.recall
        return 2 * self.precision * self.recall / both if both else 0.0


def _share(right: int, wrong: int) -> float:
    return right / (right + wrong) if right or wrong else 1.0


def count(pairs: Iterable[tuple[bool, bool]]) -> Counts:
    """The counts of a yes-or-no question, from pairs of what is so and what was found."""
    tally = Counter((so, found) for so, found in pairs)
    return Counts(tally[True, True], tally[False, True], tally[True, False])


def accuracy(pairs: Sequence[tuple[int, int]]) -> float | None:
    """The share of pairs whose two are equal; None without pairs."""
    return mean(first == second for first, second in pairs) if pairs else None


def quadratic_kappa(pairs: Sequence[tuple[int, int]]) -> float | None:
    """Cohen's kappa with quadratic weights of two judges who each put the same things on a scale of whole numbers.

    1 is full agreement, 0 what two who guess at their own rates would reach, less is worse than guessing; a
    disagreement by two places weighs four times one by one place. 1 where both always say the same one thing, None
    without pairs. After Cohen, "Weighted kappa" (Psychological Bulletin 70, 1968).
    """
    if not pairs:
        return None
    firsts, seconds = zip(*pairs, strict=True)
    seen = mean((first - second) ** 2 for first, second in pairs)
    guessed = (
        sum(
            times * others * (first - second) ** 2
            for first, times in Counter(firsts).items()
            for second, others in Counter(seconds).items()
        )
        / len(pairs) ** 2
    )
    return 1 - seen / guessed if guessed else 1.0


def spearman(pairs: Sequence[tuple[float, float]]) -> float | None:
    """Spearman's rank correlation; equal values share the mean of their ranks.

    None for fewer than two pairs, or where one side never changes.
    """
    try:
        return correlation(_ranks([first for first, _ in pairs]), _ranks([second for _, second in pairs]))
    except StatisticsError:
        return None


def _ranks(values: Sequence[float]) -> list[float]:
    """The place from 0 of each value among all; equal ones stand together in the middle of theirs."""
    times = Counter(values)
    place: dict[float, float] = {}
    below = 0
    for value in sorted(times):
        place[value] = below + (times[value] - 1) / 2
        below += times[value]
    return [place[value] for value in values]
