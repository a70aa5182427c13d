"""Importing spaCy without its own command line.

`import spacy` takes one function from there, `spacy.info`, and with it all that its commands need: a web client, two
libraries for commands, the project manager. That is half of the import, and nothing here calls any of it.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from importlib import import_module
from types import ModuleType
from typing import Any

_PACKAGE = "spacy"
_COMMANDS = "spacy.cli"
_INFO = "spacy.cli.info"


@contextmanager
def without_command_line() -> Iterator[None]:
    """While it is open, what imports spaCy for the first time gets a stand-in for its commands.

    Afterwards all is as if it had not been: `spacy.info` works, and so does `import spacy.cli`.
    """
    if _PACKAGE in sys.modules or _COMMANDS in sys.modules:
        yield
        return
    sys.modules.update(_stand_ins())
    try:
        yield
    finally:
        for name in (_COMMANDS, _INFO):
            sys.modules.pop(name, None)
        if hasattr(sys.modules.get(_PACKAGE), "cli"):
            del sys.modules[_PACKAGE].cli


def _stand_ins() -> dict[str, ModuleType]:
    commands, info = ModuleType(_COMMANDS), ModuleType(_INFO)
    commands.__path__ = []
    info.info = _info  # type: ignore[attr-defined]
    return {_COMMANDS: commands, _INFO: info}


def _info(*args: Any, **options: Any) -> Any:
    """What `spacy.info` does."""
    return import_module(_INFO).info(*args, **options)
