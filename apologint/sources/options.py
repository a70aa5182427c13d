"""What the user says about the drafts before they are read."""

from __future__ import annotations

from dataclasses import dataclass

from apologint.model import Fault, Kind, Mode


@dataclass(frozen=True, slots=True)
class ReadOptions:
    """How inputs are read.

    `encoding` is the name of a Python codec; a file of more than `max_bytes` is refused. `mode` None takes a file for
    a template and standard input for a draft. `kind` and `fault`, where given, hold over a draft's own front matter.
    """

    encoding: str
    max_bytes: int
    mode: Mode | None = None
    kind: Kind | None = None
    fault: Fault | None = None
