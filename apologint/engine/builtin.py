"""Where the rules that come with apologint lie."""

from __future__ import annotations

from pathlib import Path


def builtin_rules_dir() -> Path:
    """The folder of the built-in rules: inside an installed package, at the top of a source tree otherwise."""
    package = Path(__file__).resolve().parent.parent
    shipped = package / "rules_data"
    return shipped if shipped.is_dir() else package.parent / "rules"
