"""What an output format is told besides the reports."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TextIO

from apologint.engine.rules import RuleSet

TOP = 10


class Order(StrEnum):
    """In what order drafts are shown: as they were found, or the worst first."""

    PATH = "path"
    SCORE = "score"


@dataclass(frozen=True, slots=True)
class OutputContext:
    """Where a format writes and with what settings.

    `color` and `width` (in terminal cells) are None where the format shall find out by itself; `model` is the parser's
    name and version; `fail_on` is a severity or `never`; `encoding` is that of the drafts. `order`, `top` (the most
    drafts shown whole, and rows of a table) and `statistics` (tables and nothing else) are wishes for the text report.
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
    order: Order = Order.PATH
    top: int = TOP
    statistics: bool = False
