"""Running the program inside the test."""

import io
import sys
from dataclasses import dataclass
from pathlib import Path

import pytest

from apologint.cli import main
from tests.small import SMALL_RULES

SMALL = ("--rules", str(SMALL_RULES), "--no-builtin-rules")


@dataclass(frozen=True)
class Result:
    """How a run ended and what it wrote."""

    status: int
    out: str
    err: str


class Program:
    """The command line, in an empty folder."""

    def __init__(self, folder: Path, patch: pytest.MonkeyPatch, capture: pytest.CaptureFixture[str]) -> None:
        patch.chdir(folder)
        self.folder = folder
        self._patch = patch
        self._capture = capture

    def write(self, name: str, content: str | bytes) -> str:
        """Put a file into the folder; its name comes back."""
        path = self.folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
        return name

    def run(self, *args: str, stdin: str | bytes = b"") -> Result:
        """Run it with `args`."""
        content = stdin if isinstance(stdin, bytes) else stdin.encode()
        self._patch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(content), encoding="utf-8"))
        status = main(args)
        captured = self._capture.readouterr()
        return Result(status, captured.out, captured.err)

    def check(self, *args: str, stdin: str | bytes = b"") -> Result:
        """Run `apologint check` with the small rules."""
        return self.run("check", *SMALL, *args, stdin=stdin)
