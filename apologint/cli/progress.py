"""A bar on the terminal while many drafts are linted."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable, Iterator

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

from apologint.model import Report


def with_bar(reports: Iterable[Report], total: Callable[[], int | None]) -> Iterator[Report]:
    """The reports as they come, with a bar on standard error that shows how many of `total` are done.

    `total` is asked with each report, as it may be known later only; as long as it gives None the bar has no end.
    Where reports go to a terminal too, the bar is taken away while one is printed.
    """
    columns = (TextColumn("Linting"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    progress = Progress(*columns, console=Console(stderr=True), transient=True, auto_refresh=False)
    task = progress.add_task("", total=total())
    shares_terminal = sys.stdout.isatty()
    with progress:
        for report in reports:
            progress.update(task, advance=1, total=total())
            if shares_terminal:
                progress.stop()
            yield report
            progress.start()
            progress.refresh()
