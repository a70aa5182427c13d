"""Parses blocks of text, each once."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import chain

from spacy.language import Language
from spacy.tokens import Doc

from apologint.engine.annotate import annotator
from apologint.engine.docs import Docs
from apologint.engine.lexicon import Lexicon
from apologint.engine.text import Block
from apologint.engine.tokenise import Words, tokenise
from apologint.engine.tokens import Parse

_TOGETHER = 4_000
"""Words that go through the pipeline at once: with many more the arrays no longer fit into the cache of a processor."""


class Parser:
    """Parses blocks, many in one go; a block is read the same alone and among others.

    Args:
        nlp: the spaCy pipeline.
        lexicon: knows how a greeting begins, which is never parsed as one sentence with what follows it.
    """

    def __init__(self, nlp: Language, lexicon: Lexicon) -> None:
        self.nlp = nlp
        self._lexicon = lexicon
        self._annotator = annotator(nlp)

    def parse(self, blocks: Sequence[Block]) -> list[Parse]:
        """The parse of each block, in order; equal ones may be one and the same."""
        texts = dict.fromkeys(block.text for block in blocks)
        tokenised = [tokenise(text, self.nlp.tokenizer, self._lexicon) for text in texts]
        read = dict(zip(texts, chain.from_iterable(map(self._read, _portions(tokenised))), strict=True))
        return [read[block.text] for block in blocks]

    def docs(self, parses: Sequence[Parse]) -> Docs:
        """The parses as spaCy's docs, made where they are asked for."""
        return Docs(parses, self.nlp.vocab)

    def _read(self, portion: Sequence[Words]) -> Iterator[Parse]:
        docs = list(
            self.nlp.pipe(
                (words.doc(self.nlp.vocab) for words in portion),
                batch_size=len(portion),
                disable=self._annotator.replaced,
            )
        )
        annotated = self._annotator.tokens(docs, [words.words for words in portion])
        for doc, words, tokens in zip(docs, portion, annotated, strict=True):
            heads, starts = _tree(doc)
            yield Parse(tuple(tokens), tuple(words.offsets), tuple(words.spaces), heads, starts)


def _portions(tokenised: Iterable[Words]) -> Iterator[list[Words]]:
    portion: list[Words] = []
    count = 0
    for words in tokenised:
        if portion and count + len(words.words) > _TOGETHER:
            yield portion
            portion, count = [], 0
        portion.append(words)
        count += len(words.words)
    if portion:
        yield portion


def _tree(doc: Doc) -> tuple[tuple[int, ...], tuple[int, ...]]:
    """The heads of all tokens, and the tokens that begin a sentence."""
    rows = doc.to_array(["HEAD", "SENT_START"]).astype("int64").tolist()
    heads = tuple(at + distance for at, (distance, _) in enumerate(rows))
    return heads, tuple(at for at, (_, start) in enumerate(rows) if at == 0 or start == 1)
