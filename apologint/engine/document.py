"""A parsed draft: its words and sentences, each at its place in the draft."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import islice
from typing import TYPE_CHECKING

from spacy.language import Language
from spacy.lexeme import Lexeme
from spacy.tokens import Doc, Token

from apologint.engine.lexicon import Lexicon
from apologint.engine.openings import greeting_end
from apologint.engine.text import Block, blocks
from apologint.model import Draft, Placeholder

if TYPE_CHECKING:
    from apologint.engine.clauses import Clause

_TERMINAL = frozenset(".!?")
_JOINERS = frozenset("-&/")
_QUOTE = re.compile(r'(?<!\w)"(?=\S)[^"]*(?<=\S)"(?!\w)')


@dataclass(slots=True, eq=False)
class Word:
    """One word of a draft: `start` and `end` in code points of the draft, `index` among all its words.

    `lower`, `pos` (Universal Dependencies), `dep` (the labels of spaCy's English pipelines) and `is_punct` are the
    token's; `forms` are its lower case, lemma and norm, and `keys` these with the part of speech ("@NOUN").
    """

    token: Token
    start: int
    end: int
    index: int
    placeholder: Placeholder | None = None
    sentence: Sentence | None = None
    clause: Clause | None = None
    lower: str = field(init=False)
    pos: str = field(init=False)
    dep: str = field(init=False)
    is_punct: bool = field(init=False)
    ends_sentence: bool = field(init=False)
    forms: frozenset[str] = field(init=False)
    keys: frozenset[str] = field(init=False)

    def __post_init__(self) -> None:
        token = self.token
        self.lower = token.lower_
        self.pos = token.pos_
        self.dep = token.dep_
        self.is_punct = token.is_punct
        self.ends_sentence = token.text[0] in _TERMINAL
        self.forms = frozenset((self.lower, token.lemma_.lower(), token.norm_))
        self.keys = self.forms | {f"@{self.pos}"}


@dataclass(slots=True, eq=False)
class Sentence:
    """One sentence: its words, where it stands in the letter, and its clauses in order."""

    index: int
    words: list[Word]
    block: int
    place: str = "body"
    clauses: list[Clause] = field(default_factory=list)
    _by_token: dict[int, Word] = field(init=False)

    def __post_init__(self) -> None:
        self._by_token = {word.token.i: word for word in self.words}

    def word_of(self, token: Token) -> Word:
        """The word of one of its tokens."""
        return self._by_token[token.i]

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
    quotes: list[tuple[int, int]] = field(init=False)

    def __post_init__(self) -> None:
        quotes = [
            (block.start + quote.start(), block.start + quote.end())
            for block in self.blocks
            for quote in _QUOTE.finditer(block.text)
        ]
        spoken = (word for row in self.words for word in row if not word.is_punct)
        self.quotes = quotes if any(not _inside(word.start, word.end, quotes) for word in spoken) else []

    def mentions(self, start: int, end: int) -> bool:
        """Whether a stretch stands wholly inside double quotes, and so is talked about and not said.

        A message that is in quotes as a whole is taken as said.
        """
        return _inside(start, end, self.quotes)

    @property
    def clauses(self) -> list[Clause]:
        """All clauses, in order."""
        return [clause for sentence in self.sentences for clause in sentence.clauses]

    def text(self, start: int, end: int) -> str:
        """The draft's own characters, line breaks folded."""
        return " ".join(self.draft.text[start:end].split())


def parse_many(drafts: Sequence[Draft], nlp: Language, lexicon: Lexicon) -> list[ParsedDraft]:
    """Parse drafts block by block, all blocks in one go; clauses and places are filled in by others."""
    found = [blocks(draft) for draft in drafts]
    tokenised = [_tokenise(block, nlp, lexicon) for of_draft in found for block in of_draft]
    docs = iter([doc for doc, _ in nlp.pipe(((doc, None) for doc, _ in tokenised), as_tuples=True)])
    offsets = iter([at for _, at in tokenised])
    return [
        _put_together(draft, of_draft, list(islice(docs, len(of_draft))), list(islice(offsets, len(of_draft))))
        for draft, of_draft in zip(drafts, found, strict=True)
    ]


def _put_together(draft: Draft, found: list[Block], docs: list[Doc], offsets: list[list[int]]) -> ParsedDraft:
    gaps = {gap.start: gap for gap in draft.placeholders}
    words: list[list[Word]] = []
    sentences: list[Sentence] = []
    index = 0
    for number, (doc, at) in enumerate(zip(docs, offsets, strict=True)):
        row = []
        for token in doc:
            start = at[token.i]
            row.append(Word(token, start, start + len(token.text), index, gaps.get(start)))
            index += 1
        words.append(row)
        for span in doc.sents:
            sentence = Sentence(len(sentences), row[span.start : span.end], number)
            for word in sentence.words:
                word.sentence = sentence
            sentences.append(sentence)
    return ParsedDraft(draft, found, docs, words, sentences)


def _inside(start: int, end: int, quotes: Iterable[tuple[int, int]]) -> bool:
    return any(begin <= start and end <= stop for begin, stop in quotes)


def _tokenise(block: Block, nlp: Language, lexicon: Lexicon) -> tuple[Doc, list[int]]:
    """Words without blanks between them as tokens, which would unsettle the parser; "mix-up" is one word."""
    rough = nlp.tokenizer(block.text)
    groups = list(_joined(rough))
    words = [block.text[first.idx : last.idx + len(last)] for first, last in groups]
    spaces = [last.i + 1 >= len(rough) or bool(last.whitespace_) or rough[last.i + 1].is_space for _, last in groups]
    lexemes = [rough.vocab[word] for word in words]
    starts: list[bool | int | None] = [_starts_sentence(lexemes, i) for i in range(len(words))]
    greeted = greeting_end(words, lexicon)
    if 0 < greeted < len(words):
        starts[greeted] = True
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
