"""What apologint promises of its speed, as ratios of what is measured in the same run."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from benchmarks.tables import Row, seconds, table


@dataclass(frozen=True, slots=True)
class Target:
    """A figure that shall not be over a limit.

    `says` is the promise in words and `figure` the name of the figure. The limit is the sum of other figures, each
    times its factor in `limit`, and of `seconds`.
    """

    says: str
    figure: str
    limit: Mapping[str, float]
    seconds: float = 0.0

    def limit_in(self, figures: Mapping[str, float]) -> float:
        """The limit with these figures, all in seconds.

        Raises:
            KeyError: One of the figures was not measured.
        """
        return self.seconds + sum(factor * figures[name] for name, factor in self.limit.items())


def verdicts(targets: Sequence[Target], figures: Mapping[str, float]) -> str:
    """A table of the targets whose figures were measured; `figures` are in seconds."""
    measured = [target for target in targets if target.figure in figures]
    head = ("target", "measured", "limit", "measured / limit", "")
    return table(head, [_verdict(target, figures) for target in measured])


def _verdict(target: Target, figures: Mapping[str, float]) -> Row:
    measured = figures[target.figure]
    missing = [name for name in target.limit if name not in figures]
    if missing:
        return target.says, seconds(measured), "-", "-", f"no {missing[0]}"
    limit = target.limit_in(figures)
    verdict = "met" if measured <= limit else "not met"
    return target.says, seconds(measured), seconds(limit), f"{measured / limit:.2f}", verdict
