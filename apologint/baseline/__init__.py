"""The baseline: findings that were there before, which are held back so that only new ones are reported.

A finding is known again by its rule and its sentence, what is absent by its file and item (`fingerprint`). A draft
that scored too little then is known with its score, and fails for it again only when it scores less.
"""

from apologint.baseline.file import BASELINE_NAME, find_baseline, read_baseline, write_baseline
from apologint.baseline.hold_back import FileHoldBack, HoldBack
from apologint.baseline.known import Baseline, KnownFile, merged, shrunk
from apologint.baseline.recorder import Recorder

__all__ = [
    "BASELINE_NAME",
    "Baseline",
    "FileHoldBack",
    "HoldBack",
    "KnownFile",
    "Recorder",
    "find_baseline",
    "merged",
    "read_baseline",
    "shrunk",
    "write_baseline",
]
