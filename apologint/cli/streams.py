"""The standard streams, which a caller may have closed."""

from __future__ import annotations

import sys
from typing import BinaryIO


def standard_input() -> BinaryIO | None:
    """The bytes of standard input, or None where it is closed."""
    return sys.stdin.buffer if sys.stdin else None


def is_keyboard() -> bool:
    """Whether standard input is typed on a terminal."""
    return bool(sys.stdin) and sys.stdin.isatty()
