"""The labels of the parse that more than one module asks for."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.tokens import Token

SUBJECTS = ("nsubj", "nsubjpass", "csubj", "csubjpass")
COMPLEMENTS = ("acomp", "attr", "oprd")


def children(token: Token, *deps: str) -> list[Token]:
    """The children of a token that hang on it in one of these relations."""
    return [child for child in token.children if child.dep_ in deps]
