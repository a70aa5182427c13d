"""The built-in rules measured on the labelled drafts in this folder, and the figures of the last time."""

import json
from pathlib import Path

from apologint.evaluate import judge, measure, read_labels
from apologint.linter import Linter

HERE = Path(__file__).parent
STORED = HERE / "figures.json"

Figures = dict[str, dict[str, float]]
"""By the name of the label file, then by what is measured."""


def label_files() -> list[Path]:
    """All label files here, by name."""
    return sorted(HERE.glob("*.jsonl"))


def now() -> Figures:
    """Measure all label files with one linter."""
    linter = Linter()
    return {path.stem: _figures(path, linter) for path in label_files()}


def stored() -> Figures:
    """The figures of the last time."""
    figures: Figures = json.loads(STORED.read_text(encoding="utf-8"))
    return figures


def store(figures: Figures) -> None:
    """Keep the figures for the next time."""
    STORED.write_text(json.dumps(figures, indent=2) + "\n", encoding="utf-8")


def _figures(path: Path, linter: Linter) -> dict[str, float]:
    labels = read_labels(path)
    measured = measure(labels.drafts, dict(judge(linter, labels.texts)), labels.rules)
    return {
        "problems F1": round(measured.problems.f1, 4),
        "problems precision": round(measured.problems.precision, 4),
        "kind F1": round(measured.kind.f1, 4),
        "steps kappa": round(measured.kappa or 0.0, 4),
        "left alone": round(1 - measured.flagged_faultless / max(measured.faultless, 1), 4),
    }
