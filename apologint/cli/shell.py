"""Words as they are written on a command line."""

from __future__ import annotations

import shlex

_SPELT_OUT = str.maketrans({"\n": r"\n", "\r": r"\r", "\\": r"\\", "'": r"\'"})


def quoted(word: str) -> str:
    r"""One word for a shell, in one line: a text of several lines as `$'...\n...'`, which bash and zsh read."""
    if "\n" not in word and "\r" not in word:
        return shlex.quote(word)
    return "$'" + word.translate(_SPELT_OUT) + "'"
