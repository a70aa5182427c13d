"""What a measurement ran on, in a line."""

from __future__ import annotations

import os
import platform
import re
from importlib.metadata import version
from pathlib import Path


def machine() -> str:
    """Processor, system, versions, and how busy it is."""
    cores = os.cpu_count() or 1
    load = f"; load {os.getloadavg()[0]:.1f}" if hasattr(os, "getloadavg") else ""
    return (
        f"{cores} x {_processor()}; {platform.system()} {platform.machine()}; "
        f"Python {platform.python_version()}, spaCy {version('spacy')}{load}"
    )


def _processor() -> str:
    try:
        named = re.search(r"^model name\s*: (.*)", Path("/proc/cpuinfo").read_text(encoding="utf-8"), re.MULTILINE)
    except OSError:
        named = None
    return named[1] if named else platform.processor() or "unknown processor"
