"""Parses blocks of text, each once."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from itertools import chain

from spacy.language import Language
from spacy.tokens import Doc

from apologint.engine.annotate import annotator
from apologint.engine.docs import Docs
from apologint.engine.lexicon import Lexicon
from apologint.engine.parse_memo import ParseMemo
from apologint.engine.text import Block
from apologint.engine.tokenise import Words, tokenise
from apologint.engine.tokens import Parse

_KEPT = 50_000
"""Words of parses that are kept, some 10 MB."""
_TOGETHER = 4_000
"""Words that go through the pipeline at once: with many more the arrays no longer fit into the cache of a processor."""


class Parser:
    """Parses blocks, many in one go; a block is read the same alone and among others.

    Args:
        nlp: the spaCy pipeline.
        lexicon: knows how a greeting begins, which is never parsed as one sentence with what follows it; has synonyms.
        new_strings: how many strings spaCy may remember beside those that it comes with, before it has to forget again
            what is new in a batch; it never does by itself. The default takes some 20 MB.
    """

    def __init__(self, nlp: Language, lexicon: Lexicon, new_strings: int = 100_000) -> None:
        self.nlp = nlp
        self._lexicon = lexicon
        self._annotator = annotator(nlp, lexicon.lookups.stands_for)
        self._memo = ParseMemo(_KEPT)
        self._forgets = False
        self._full = len(nlp.vocab.strings) + new_strings

    def parse(self, blocks: Sequence[Block]) -> list[Parse]:
        """The parse of each block, in order; equal ones may be one and the same."""
        texts = [block.text for block in blocks]
        known = {text: kept for text in dict.fromkeys(texts) if (kept := self._memo.get(text)) is not None}
        new = [text for text in dict.fromkeys(texts) if text not in known]
        with self.forgetting():
            tokenised = [tokenise(text, self.nlp.tokenizer, self._lexicon) for text in new]
            read = list(chain.from_iterable(map(self._read, _portions(tokenised))))
        for text, made in zip(new, read, strict=True):
            known[text] = made
            self._memo.keep(text, made)
        return [known[text] for text in texts]

    @contextmanager
    def forgetting(self) -> Iterator[None]:
        """Let spaCy forget at the end what words are new, if it knows enough of them; no doc may be used afterwards."""
        if self._forgets or len(self.nlp.vocab.strings) < self._full:
            yield
            return
        self._forgets = True
        try:
            with self.nlp.memory_zone():
                yield
        finally:
            self._forgets = False

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
