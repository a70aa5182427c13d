"""Somebody who reads a page and types what it says, in a folder with a few replies."""

from __future__ import annotations

import contextlib
import io
import os
import re
import shlex
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from unittest import mock

from apologint.cli import main
from tests.docs.pages import ROOT

_SHELL = re.compile(r"[|<>&;*$\n]")
_SCREEN = {"COLUMNS": "80"}
_HOME = "/home/ada/desk"
_DESK = Path(__file__).parent / "desk"


@dataclass(frozen=True)
class Reader:
    """Types commands in `folder`, which holds the examples and the files that the pages take for granted."""

    folder: Path

    @classmethod
    def at_desk(cls, folder: Path) -> Reader:
        """A reader in `folder`, filled."""
        shutil.copytree(_DESK, folder, dirs_exist_ok=True)
        shutil.copytree(ROOT / "examples", folder / "examples")
        reader = cls(folder)
        reader.run("git init -q && git add . && git -c user.name=a -c user.email=a@example.com commit -qm all")
        return reader

    def save(self, name: str, text: str) -> None:
        """Save a file that the page shows."""
        path = self.folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")

    def run(self, command: str) -> tuple[int, str]:
        """The exit status of a command, and what it writes on standard output and error.

        In it the folder has a name that is the same each time. A plain call of apologint runs in this process, which
        spares the loading of spaCy; all others go to a shell.
        """
        if command.startswith("apologint ") and not _SHELL.search(command.split(" #", maxsplit=1)[0]):
            return self._inside(shlex.split(command, comments=True)[1:])
        path = os.pathsep.join([str(Path(sys.executable).parent), os.environ["PATH"]])
        done = subprocess.run(
            ["bash", "-o", "pipefail", "-c", command],
            cwd=self.folder,
            env={**os.environ, **_SCREEN, "PATH": path, "PYTHONPATH": str(ROOT)},
            stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
            text=True, encoding="utf-8", check=False,
        )  # fmt: skip
        return done.returncode, self._at_home(done.stdout)

    def _inside(self, words: list[str]) -> tuple[int, str]:
        written = io.BytesIO()
        stream = io.TextIOWrapper(written, encoding="utf-8", write_through=True)
        with (
            contextlib.chdir(self.folder),
            mock.patch.dict(os.environ, _SCREEN),
            contextlib.redirect_stdout(stream),
            contextlib.redirect_stderr(stream),
        ):
            status = main(words)
        return status, self._at_home(written.getvalue().decode())

    def _at_home(self, written: str) -> str:
        return written.replace(str(self.folder.resolve()), _HOME).replace(str(self.folder), _HOME)
