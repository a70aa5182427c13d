"""One line for a draft."""

from __future__ import annotations

from apologint.model import Kind
from apologint.output.library.entry import Entry
from apologint.output.line import Line
from apologint.output.names import full_name, name_in_file
from apologint.output.screen import FAINT, Screen

_SCORE_WIDTH = 3
_GRADE_WIDTH = 6


def row(entry: Entry, screen: Screen, *, in_group: bool = False) -> Line:
    """Whether it passed, its score and grade, its name, and how many findings it has.

    Where it stands `in_group` under its file, that is left out.
    """
    style = "green" if entry.passed else "red"
    score = "-" if entry.score is None else str(entry.score)
    line = Line("  " if in_group else "")
    line.append(f"{screen.sign('✓' if entry.passed else '✗')} ", style)
    line.append(f"{score:>{_SCORE_WIDTH}} {screen.visible(entry.grade or ''):<{_GRADE_WIDTH}}  ", style)
    line.append(name_in_file(entry, screen) if in_group else full_name(entry, screen))
    notes = [*(["a follow-up"] if entry.kind is Kind.FOLLOW_UP else []), *entry.found()]
    return line.append(f": {', '.join(notes)}", FAINT) if notes else line
