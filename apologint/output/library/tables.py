"""The overview of a library on a screen: its worst drafts, scores, rules, and sentences that recur."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from apologint.output.library.entry import Entry
from apologint.output.library.overview import Overview, RuleCount, Scores
from apologint.output.library.recurring import Recurring
from apologint.output.library.rows import row
from apologint.output.line import Line
from apologint.output.screen import FAINT, SEVERITY_STYLE, Screen
from apologint.text.counted import counted

_WIDEST_BAR = 40


def tables(overview: Overview, screen: Screen) -> Iterator[Line]:
    """The tables that have something to show, each under its heading and with a blank line after it."""
    for heading, lines in (
        ("Worst drafts", _worst(overview.worst(), screen)),
        ("Scores", _scores(overview.scores(), screen)),
        ("Findings by rule", _rules(overview.rules(), screen)),
        ("Sentences that recur", _sentences(list(overview.sentences()), screen)),
    ):
        shown = list(lines)
        if shown:
            yield Line(heading, "bold")
            yield from shown
            yield Line()


def bar(number: int, most: int, width: int, screen: Screen) -> str:
    """A bar of at most `width` cells for a `number` of which `most` is the greatest; any number but 0 shows."""
    return screen.sign("█") * (max(1, round(width * number / most)) if number else 0)


def _worst(entries: Sequence[Entry], screen: Screen) -> Iterator[Line]:
    yield from (Line("  ").append(row(entry, screen)) for entry in entries)


def _scores(scores: Sequence[Scores], screen: Screen) -> Iterator[Line]:
    most = max((each.drafts for each in scores), default=0)
    digits = len(str(most))
    for each in scores:
        line = Line(f"  {each.low:>2} to {each.high:>3}  {each.drafts:>{digits}}  ")
        width = min(_WIDEST_BAR, screen.width - line.cell_len)
        yield line.append(bar(each.drafts, most, width, screen), "red" if each.failing else "green")


def _rules(counts: Sequence[RuleCount], screen: Screen) -> Iterator[Line]:
    digits = len(str(max((each.findings for each in counts), default=0)))
    for each in counts:
        line = Line(f"  {each.findings:>{digits}}  ").append(f"{each.severity:<9}", SEVERITY_STYLE[each.severity])
        rule, *rest = screen.fold(each.rule, screen.width - line.cell_len)
        indent = " " * line.cell_len
        drafts = f"  in {counted(each.drafts, 'draft')}"
        line.append(rule)
        if not screen.narrow and line.cell_len + len(drafts) <= screen.width:
            line.append(drafts, FAINT)
        yield line
        yield from (Line(indent + more) for more in rest)


def _sentences(sentences: Sequence[Recurring], screen: Screen) -> Iterator[Line]:
    digits = len(str(max((each.drafts for each in sentences), default=0)))
    for each in sentences:
        head = Line(f"  in {each.drafts:>{digits}} drafts  ")
        indent = " " * (4 if screen.narrow else head.cell_len)
        if screen.narrow:
            yield head
        quoted = f"{screen.sign('“')}{screen.one_line(each.text)}{screen.sign('”')}"
        for number, words in enumerate(screen.fold(quoted, screen.width - len(indent))):
            yield (head if not number and not screen.narrow else Line(indent)).append(words)
        for words in screen.fold(", ".join(each.rules), screen.width - len(indent)):
            yield Line(indent + words, FAINT)
