"""The commands and files in a page of Markdown, and the output that it shows.

A comment above a fence says what the reader does with it:

- `<!-- file: NAME -->`: saves it under this name;
- `<!-- not run: REASON -->`: it cannot be run in a test, for it needs the network or a build server;
- `<!-- checked: SCHEMA -->`: it is a file of a build server, which a test holds against a schema of check-jsonschema.

A fence of `sh` holds a command a line. In one of `console` a line that begins with `$ ` is a command, and what follows
is what it writes. A fence without a comment and in another language is only read.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).parents[2]
PAGES = [ROOT / "README.md", *sorted((ROOT / "docs").glob("*.md"))]
_FENCE = re.compile(r"(?:^<!-- (?P<mark>.*?) -->\n+)?^```(?P<language>\w*)\n(?P<body>.*?)^```$", re.M | re.S)
_SHOWN = re.compile(r"^\$ (?P<command>.*\n)(?P<output>(?:(?!\$ ).*\n)*)", re.M)


@dataclass(frozen=True, slots=True)
class Block:
    """A fence: its language, its text, what the comment above it says, and its line in the page."""

    language: str
    body: str
    mark: str
    line: int

    @property
    def file(self) -> str | None:
        """The name under which the reader saves it."""
        return self.mark.removeprefix("file: ") if self.mark.startswith("file: ") else None

    @property
    def is_run(self) -> bool:
        """Whether it holds commands for a test to run."""
        return self.language in ("sh", "console") and not self.mark.startswith("not run: ") and not self.file

    def commands(self) -> Iterator[tuple[str, str | None]]:
        """Each command, and what the page says that it writes: None where it says nothing."""
        if self.language == "console":
            for match in _SHOWN.finditer(self.body):
                yield match["command"].strip(), match["output"]
        else:
            for line in self.body.replace("\\\n", "").splitlines():
                if line.strip():
                    yield line, None


def blocks(page: str) -> Iterator[Block]:
    """The fences of a page from top to bottom."""
    for match in _FENCE.finditer(page):
        yield Block(match["language"], match["body"], match["mark"] or "", page.count("\n", 0, match.start("body")))


def shown(output: str) -> str:
    """What a command writes, as a page shows it: without empty lines around it."""
    return output.strip("\n") + "\n" if output.strip() else ""


def rewritten(page: str, run: Callable[[str], str], save: Callable[[str, str], None]) -> str:
    """The page with what each command writes now; `run` takes a command, `save` a name and the text of a file."""

    def renew(match: re.Match[str]) -> str:
        block = Block(match["language"], match["body"], match["mark"] or "", 0)
        if block.file:
            save(block.file, block.body)
        if not block.is_run:
            return match[0]
        outputs = [(command, run(command)) for command, _ in block.commands()]
        if block.language == "sh":
            return match[0]
        body = "".join(f"$ {command}\n{shown(output)}" for command, output in outputs)
        return match[0].replace(match["body"], body)

    return _FENCE.sub(renew, page)
