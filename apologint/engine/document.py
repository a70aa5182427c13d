"""A parsed draft: its words and sentences, each at its place in the draft."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from apologint.engine.text import Block, blocks
from apologint.model import Draft, Placeholder

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.lexeme import Lexeme
    from spacy.tokens import Doc, Token

    from apologint.engine.clauses import Clause

_TERMINAL = frozenset(".!?")
_JOINERS = frozenset("-&/")


@dataclass(slots=True, eq=False)
class Word:
    """One word of a draft: `start` and `end` in code points of the draft, `index` among all its words."""

    token: Token
    start: int
    end: int
    index: int
    forms: frozenset[str]
    placeholder: Placeholder | None = None
    clause: Clause | None = None

    @property
    def lower(self) -> str:
        """The word in lower case."""
        return self.token.lower_

    @property
    def pos(self) -> str:
        """The part of speech (Universal Dependencies)."""
        return self.token.pos_

    @property
    def dep(self) -> str:
        """The relation to the head (the labels of spaCy's English pipelines)."""
        return self.token.dep_

    @property
    def ends_sentence(self) -> bool:
        """Whether it is a full stop, exclamation or question mark."""
        return self.token.text[0] in _TERMINAL

    @property
    def is_punct(self) -> bool:
        """Whether it is punctuation."""
        return self.token.is_punct


@dataclass(slots=True, eq=False)
class Sentence:
    """One sentence: its words, where it stands in the letter, and its clauses in order."""

    index: int
    words: list[Word]
    block: int
    place: str = "body"
    clauses: list[Clause] = field(default_factory=list)

    @property
    def start(self) -> int:
        """Where it begins in the draft."""
        return self.words[0].start

    @property
    def end(self) -> int:
        """Where it ends in the draft."""
        return self.words[-1].end

    @property
    def asks(self) -> bool:
        """Whether it ends in a question mark."""
        return any(word.token.text == "?" for word in self.words[-3:])


@dataclass(slots=True, eq=False)
class ParsedDraft:
    """A draft with its sentences, in order, and its words by block."""

    draft: Draft
    blocks: list[Block]
    docs: list[Doc]
    words: list[list[Word]]
    sentences: list[Sentence]

    @property
    def clauses(self) -> list[Clause]:
        """All clauses, in order."""
        return [clause for sentence in self.sentences for clause in sentence.clauses]

    def text(self, start: int, end: int) -> str:
        """The draft's own characters, line breaks folded."""
        return " ".join(self.draft.text[start:end].split())


def parse(draft: Draft, nlp: Language) -> ParsedDraft:
    """Parse a draft block by block; clauses and places are filled in by others."""
    found = blocks(draft)
    docs, offsets = [], []
    for block in found:
        doc, at = _tokenise(block, nlp)
        docs.append(doc)
        offsets.append(at)
    docs = [doc for doc, _ in nlp.pipe(((doc, None) for doc in docs), as_tuples=True)]
    gaps = {gap.start: gap for gap in draft.placeholders}
    words: list[list[Word]] = []
    sentences: list[Sentence] = []
    index = 0
    for number, (doc, at) in enumerate(zip(docs, offsets, strict=True)):
        row = []
        for token in doc:
            start = at[token.i]
            row.append(
                Word(token, start, start + len(token.text), index, _forms(token), gaps.get(start)),
            )
            index += 1
        words.append(row)
        for span in doc.sents:
            sentences.append(Sentence(len(sentences), row[span.start : span.end], number))
    return ParsedDraft(draft, found, docs, words, sentences)


def _forms(token: Token) -> frozenset[str]:
    return frozenset((token.lower_, token.lemma_.lower(), token.norm_))


def _tokenise(block: Block, nlp: Language) -> tuple[Doc, list[int]]:
    """Words without blanks between them as tokens, which would unsettle the parser; "mix-up" is one word."""
    from spacy.tokens import Doc

    rough = nlp.tokenizer(block.text)
    groups = list(_joined(rough))
    words = [block.text[first.idx : last.idx + len(last)] for first, last in groups]
    spaces = [
        last.i + 1 >= len(rough) or bool(last.whitespace_) or rough[last.i + 1].is_space for _, last in groups
    ]
    starts = [_starts_sentence([rough.vocab[word] for word in words], i) for i in range(len(words))]
    doc = Doc(rough.vocab, words=words, spaces=spaces, sent_starts=starts)
    return doc, [block.start + first.idx for first, _ in groups]


def _joined(rough: Doc) -> Iterator[tuple[Token, Token]]:
    """The first and last token of each word: tokens that a hyphen or an ampersand holds together are one."""
    at = 0
    while at < len(rough):
        first = last = rough[at]
        while (
            last.i + 2 < len(rough)
            and last.is_alpha
            and not (last.whitespace_ or rough[last.i + 1].whitespace_)
            and rough[last.i + 1].text in _JOINERS
            and rough[last.i + 2].is_alpha
        ):
            last = rough[last.i + 2]
        at = last.i + 1
        if not first.is_space:
            yield first, last


def _starts_sentence(tokens: Sequence[Lexeme], i: int) -> bool | None:
    """True where punctuation leaves no doubt; None leaves it to the parser."""
    if i == 0:
        return True
    before, here = tokens[i - 1], tokens[i]
    if here.is_punct:
        return False
    ended = before.text[0] in _TERMINAL or (before.is_punct and i > 1 and tokens[i - 2].text[0] in _TERMINAL)
    return True if ended else None
