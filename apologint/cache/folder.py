"""Where the cache lies, and making the folder."""

from __future__ import annotations

import os
import sys
from collections.abc import Mapping
from pathlib import Path

VARIABLE = "APOLOGINT_CACHE_DIR"
_NAME = "apologint"
_TAG = "CACHEDIR.TAG"
_FILES = {
    _TAG: "Signature: 8a477f597d28d172789f06886806bc55\n# Made by apologint. See https://bford.info/cachedir/\n",
    ".gitignore": "# Made by apologint.\n*\n",
}


def default_folder(environ: Mapping[str, str] = os.environ, platform: str = sys.platform) -> Path | None:
    """The folder of this program among the user's caches, as the platform has it; None where there is no home."""
    if platform == "win32":
        local = environ.get("LOCALAPPDATA")
        return Path(local, _NAME, "Cache") if local else None
    try:
        home = Path.home()
    except RuntimeError:
        return None
    if platform == "darwin":
        return home / "Library" / "Caches" / _NAME
    said = environ.get("XDG_CACHE_HOME", "")
    return (Path(said) if Path(said).is_absolute() else home / ".cache") / _NAME


def prepare(folder: Path) -> None:
    """Make `folder` if it is not there, for the user alone, marked for backups and git as a cache.

    Raises:
        OSError: it cannot be made, or is no folder.
    """
    if folder.is_dir():
        return
    folder.parent.mkdir(parents=True, exist_ok=True)
    folder.mkdir(mode=0o700, exist_ok=True)
    for name, text in _FILES.items():
        (folder / name).write_text(text, encoding="utf-8")
