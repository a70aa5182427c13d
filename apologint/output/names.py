"""What a draft is called on a screen."""

from __future__ import annotations

from typing import Protocol

from apologint.output.line import Line
from apologint.output.screen import FAINT, Screen


class Named(Protocol):
    """A draft, or what a list says of one."""

    @property
    def path(self) -> str:
        """Its file."""

    @property
    def id(self) -> str | None:
        """Its place in a library file, None where it is the whole file."""

    @property
    def title(self) -> str | None:
        """Its title."""


def full_name(draft: Named, screen: Screen) -> Line:
    """The file, then what the draft is called in it: `macros.json · macros[12] "Late delivery"`."""
    name = Line().append(screen.visible(draft.path), "bold")
    inner = name_in_file(draft, screen)
    return name.append(f" {screen.sign('·')} ", FAINT).append(inner) if inner else name


def name_in_file(draft: Named, screen: Screen) -> str:
    """What a draft is called besides its file: `macros[12] "Late delivery"`, `Charged twice`, or nothing."""
    title = screen.one_line(draft.title or "")
    if not draft.id:
        return title
    return f'{screen.one_line(draft.id)} "{title}"' if title else screen.one_line(draft.id)
