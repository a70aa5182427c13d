"""apologint as a command to measure, with a cache of its own, so that the user's is neither used nor filled."""

from __future__ import annotations

import itertools
import sys
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from apologint.builtin import DEFAULT_MODEL
from benchmarks.measure import Command, Taken, run

EXCLUDED = ("ner", "senter", "entity_linker", "textcat")
"""As in apologint/engine/nlp.py, which is not imported here: with spaCy in it, this process would be larger than those
that it measures, and a child counts the memory of its parent until it runs its own program.
"""
LOAD_SPACY = Command([sys.executable, "-c", f"import spacy; spacy.load({DEFAULT_MODEL!r}, exclude={list(EXCLUDED)!r})"])
"""What no tool with this parser can do without: the yardstick."""
_APOLOGINT = (sys.executable, "-m", "apologint")
VERSION = Command([*_APOLOGINT, "--version"], worst_status=0)


@dataclass(frozen=True)
class Apologint:
    """apologint in a folder of drafts, with its caches in another one."""

    drafts: Path
    caches: Path
    _numbers: Iterator[int] = field(default_factory=itertools.count)

    @classmethod
    @contextmanager
    def over(cls, drafts: Path) -> Iterator[Apologint]:
        """Caches that are gone at the end."""
        with tempfile.TemporaryDirectory() as caches:
            yield cls(drafts, Path(caches))

    def kept(self, *inputs: str, options: Sequence[str] = ()) -> Taken:
        """Check with what earlier calls of `kept` have left in the cache."""
        return self._check(inputs, [*options, "--cache-dir", str(self.caches / "kept")])

    def nothing_kept(self, *inputs: str, options: Sequence[str] = ()) -> Taken:
        """Check with an empty cache."""
        return self._check(inputs, [*options, "--cache-dir", str(self.caches / f"{next(self._numbers)}")])

    def without_cache(self, *inputs: str, options: Sequence[str] = ()) -> Taken:
        """Check and keep nothing."""
        return self._check(inputs, [*options, "--no-cache"])

    def _check(self, inputs: Sequence[str], options: Sequence[str]) -> Taken:
        words = [*_APOLOGINT, "check", "--exit-zero", *options, *inputs]
        return run(Command(words, self.drafts, worst_status=0))
