"""Parses as spaCy's docs, for rules that are written for spaCy's matchers."""

from __future__ import annotations

from collections.abc import Sequence
from typing import overload

from spacy.tokens import Doc
from spacy.vocab import Vocab

from apologint.engine.tokens import Parse


class Docs(Sequence[Doc]):
    """The docs of some parses, each made when it is asked for."""

    def __init__(self, parses: Sequence[Parse], vocab: Vocab) -> None:
        self._parses = parses
        self._vocab = vocab
        self._made: dict[int, Doc] = {}

    def __len__(self) -> int:
        return len(self._parses)

    @overload
    def __getitem__(self, at: int) -> Doc: ...

    @overload
    def __getitem__(self, at: slice) -> Sequence[Doc]: ...

    def __getitem__(self, at: int | slice) -> Doc | Sequence[Doc]:
        if isinstance(at, slice):
            return Docs(self._parses[at], self._vocab)
        if at not in self._made:
            self._made[at] = _doc(self._parses[at], self._vocab)
        return self._made[at]


def _doc(parse: Parse, vocab: Vocab) -> Doc:
    tokens = parse.tokens
    return Doc(
        vocab,
        words=[token.text for token in tokens],
        spaces=list(parse.spaces),
        tags=[token.tag for token in tokens],
        pos=[token.pos for token in tokens],
        morphs=[token.morph for token in tokens],
        lemmas=[token.lemma for token in tokens],
        heads=list(parse.heads),
        deps=[token.dep for token in tokens],
    )
