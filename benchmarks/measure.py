"""How long a command takes, of which processor time, how much memory, and how soon it says something."""

from __future__ import annotations

import os
import subprocess
import tempfile
import time
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from typing import IO

_KIBIBYTE = 1024
_FOUND_SOMETHING = 1


class CommandFailed(Exception):
    """A command did not do its work; its message is one line."""


@dataclass(frozen=True, slots=True)
class Command:
    """A command and where it runs. A status over `worst_status` means that it did not do its work."""

    words: Sequence[str]
    folder: Path | None = None
    environment: Mapping[str, str] | None = None
    worst_status: int = _FOUND_SOMETHING


@dataclass(frozen=True, slots=True)
class Taken:
    """What a run took: times in seconds, of all its processes, and the bytes of memory in the largest of them."""

    elapsed: float
    processor: float
    first_output: float
    memory: float


def run(command: Command) -> Taken:
    """Run a command; what it writes is read and forgotten.

    Raises:
        CommandFailed: It cannot be started, or ends with a status that is none of a linter.
    """
    with tempfile.TemporaryFile() as complaints:
        begun = time.perf_counter()
        try:
            child = subprocess.Popen(
                command.words, cwd=command.folder, env=command.environment,
                stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=complaints,
            )  # fmt: skip
        except OSError as error:
            raise CommandFailed(f"{command.words[0]}: {error.strerror}") from None
        assert child.stdout is not None
        with child.stdout as output:
            output.read(1)
            first = time.perf_counter()
            while output.read(1 << 20):
                pass
        _, status, used = os.wait4(child.pid, 0)
        ended = time.perf_counter()
        child.returncode = os.waitstatus_to_exitcode(status)
        if not 0 <= child.returncode <= command.worst_status:
            said = _last_line(complaints)
            raise CommandFailed(f"{' '.join(command.words[:4])}: ended with status {child.returncode}: {said}")
    return Taken(ended - begun, used.ru_utime + used.ru_stime, first - begun, used.ru_maxrss * _KIBIBYTE)


def _last_line(complaints: IO[bytes]) -> str:
    complaints.seek(0)
    lines = complaints.read().decode(errors="replace").split("\n")
    return next((line.strip() for line in reversed(lines) if line.strip()), "no word on standard error")


def middle(runs: Iterable[Taken]) -> Taken:
    """The median of each figure."""
    runs = list(runs)
    return Taken(
        median(each.elapsed for each in runs),
        median(each.processor for each in runs),
        median(each.first_output for each in runs),
        median(each.memory for each in runs),
    )


def in_turn(actions: Mapping[str, Callable[[], Taken]], runs: int, *, warm_up: bool = True) -> dict[str, Taken]:
    """The medians of some actions, each run so many times, after a first one that does not count if it shall `warm_up`.

    They take turns, so that a machine that is busy for a while is so for all of them.
    """
    if warm_up:
        for action in actions.values():
            action()
    taken = [{name: action() for name, action in actions.items()} for _ in range(runs)]
    return {name: middle(each[name] for each in taken) for name in actions}
