"""The six steps as a table: how well each is done, what it earned, by which words or for want of what."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from apologint.model import Quality, Step, StepResult
from apologint.output.line import Line
from apologint.output.points import earned
from apologint.output.screen import FAINT, QUALITY_MARK, QUALITY_STYLE, Screen

TITLES = {
    Step.ACKNOWLEDGE: "Acknowledge the issue",
    Step.EMPATHY: "Show empathy",
    Step.RESPONSIBILITY: "Take responsibility",
    Step.SOLUTION: "Offer a solution",
    Step.FOLLOW_UP: "Follow up",
    Step.IMPROVE: "Learn and improve",
}
WANTED = {
    Step.ACKNOWLEDGE: "say what went wrong",
    Step.EMPATHY: "name what it cost them",
    Step.RESPONSIBILITY: "say that it was your fault",
    Step.SOLUTION: "say how you put it right",
    Step.FOLLOW_UP: "say who writes, and when",
    Step.IMPROVE: "say what you changed",
}
_QUOTE_WIDTH = 70
_TITLE_WIDTH = max(map(len, TITLES.values()))
_QUALITY_WIDTH = max(map(len, Quality))
_NARROW_INDENT = 4


def step_table(steps: Sequence[StepResult], screen: Screen) -> Iterator[Line]:
    """One row a step, with notes beside it or, on a narrow screen, under it."""
    amounts = [_amount(step) for step in steps]
    width = max(map(len, amounts), default=0)
    for step, amount in zip(steps, amounts, strict=True):
        head = _head(step, screen).append(f"  {amount:>{width}}  ")
        indent = _NARROW_INDENT if screen.narrow else head.cell_len
        first, *others = [row for note in _notes(step, screen) for row in screen.fold(note, screen.width - indent)]
        if screen.narrow:
            yield head
            others.insert(0, first)
        else:
            yield head.append(first)
        yield from (Line(" " * indent + row) for row in others)


def _amount(step: StepResult) -> str:
    return f"{earned(step.points)}/{earned(step.weight)}"


def _head(step: StepResult, screen: Screen) -> Line:
    style = QUALITY_STYLE[step.quality] if step.weight else FAINT
    mark = screen.sign(QUALITY_MARK[step.quality]) if step.weight else "-"
    head = Line("  ").append(mark, style).append(f" {TITLES[step.step]:<{_TITLE_WIDTH}}")
    return head if screen.narrow else head.append(f"  {_quality(step):<{_QUALITY_WIDTH}}", style)


def _quality(step: StepResult) -> str:
    return step.quality if step.weight else "-"


def _notes(step: StepResult, screen: Screen) -> Iterator[str]:
    """What earned the points, then what would earn the rest; on a narrow screen the quality stands before it."""
    quality = f"{step.quality}: " if screen.narrow else ""
    if not step.weight:
        yield "not asked for"
    elif step.quality is Quality.MISSING:
        yield quality + WANTED[step.step]
    else:
        yield quality + _earned(step, screen) if step.evidence else quality.removesuffix(": ")
        if step.quality is Quality.WEAK:
            yield f"for all {earned(step.weight)}: {WANTED[step.step]}"


def _earned(step: StepResult, screen: Screen) -> str:
    """The first words that earned the points, and how many more there are."""
    words = list(dict.fromkeys(evidence.location.text or "" for evidence in step.evidence))
    more = f" and {len(words) - 1} more" if len(words) > 1 else ""
    return screen.quote(words[0], _QUOTE_WIDTH) + more
