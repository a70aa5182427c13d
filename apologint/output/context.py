"""What an output format is told besides the reports."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TextIO

from apologint.engine.rules import RuleSet


@dataclass(frozen=True, slots=True)
class OutputContext:
    """Where a format writes and with what settings.

    `color` and `width` (in terminal cells) are None where the format shall find out by itself; `model` is the parser's
    name and version; `fail_on` is a severity or `never`; `encoding` is that of the drafts.
    """

    stream: TextIO
    color: bool | None
    width: int | None
    quiet: bool
    model: str
    min_score: int
    fail_on: str
    rules: RuleSet
    encoding: str = "utf-8"
