"""The labels of the parse that more than one module asks for."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from apologint.engine.document import Word

SUBJECTS = ("nsubj", "nsubjpass", "csubj", "csubjpass")
COMPLEMENTS = ("acomp", "attr", "oprd")
TENSED = ("VBD", "VBZ", "VBP")
"""The tags of verbs that have a tense of their own."""


def children(word: Word, *deps: str) -> list[Word]:
    """The children of a word that hang on it in one of these relations."""
    return [child for child in word.children if child.dep in deps]
