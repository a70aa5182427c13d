"""Many drafts on a screen: what fails whole, what passes in one line, what is no apology not at all."""

from __future__ import annotations

from apologint.engine.rules import RuleSet
from apologint.model import Kind, Report
from apologint.output.full import full
from apologint.output.library.entry import Entry
from apologint.output.library.rows import row
from apologint.output.line import Line
from apologint.output.names import full_name, name_in_file
from apologint.output.screen import FAINT, Screen
from apologint.text.counted import counted


class Listing:
    """Shows drafts one after another; where they are `grouped`, items of a library file under the name of that file.

    After `top` drafts that were shown whole, the others that fail get a line each as well.
    """

    def __init__(self, screen: Screen, rules: RuleSet, top: int, *, grouped: bool = True) -> None:
        self._screen = screen
        self._rules = rules
        self._room = top
        self._grouped = grouped
        self._count = 0
        self._short = 0
        self._file: str | None = None
        self._explained: set[str] = set()
        self._in_rows = False

    def add(self, report: Report) -> None:
        """Show one draft as it deserves."""
        self._count += 1
        if report.passed or not self._room:
            self.add_row(Entry.of(report, self._count))
        else:
            self.add_whole(report)

    def add_whole(self, report: Report) -> None:
        """Show all there is to say of a draft."""
        self._room -= 1
        self._break()
        draft = report.draft
        in_group = self._name_file(draft.path, draft.id)
        name = Line(name_in_file(draft, self._screen), "bold") if in_group else full_name(draft, self._screen)
        self._screen.show(full(report, name, self._rules, self._screen, self._explained))

    def add_row(self, entry: Entry) -> None:
        """Show one line, for what is no apology none."""
        if entry.kind is Kind.OTHER:
            return
        self._short += not entry.passed
        in_group = self._name_file(entry.path, entry.id)
        self._in_rows = True
        self._screen.show([row(entry, self._screen, in_group=in_group)])

    def end(self) -> None:
        """Say which drafts were cut short."""
        self._break()
        if self._short:
            are = "fails" if self._short == 1 else "fail"
            note = f"{counted(self._short, 'more draft')} {are}, in one line each: check one, or raise --top"
            self._screen.show(Line(line, FAINT) for line in self._screen.fold(note, self._screen.width))
            self._screen.show([Line()])

    def _name_file(self, path: str, item: str | None) -> bool:
        """Whether a draft stands under the name of its file, which is shown before the first of them."""
        known, self._file = self._file, path if item and self._grouped else None
        if self._file and path != known:
            self._break()
            self._screen.show([Line(self._screen.visible(path), "bold underline")])
        return bool(self._file)

    def _break(self) -> None:
        if self._in_rows:
            self._screen.show([Line()])
        self._in_rows = False
