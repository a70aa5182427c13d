"""A parsed draft: its words and sentences, each at its place in the draft."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import chain, islice, pairwise
from typing import TYPE_CHECKING

from apologint.engine.text import Block, blocks
from apologint.model import Draft, Placeholder, Region
from apologint.text.touching import Extent, Touching

if TYPE_CHECKING:
    from spacy.tokens import Doc

    from apologint.engine.clauses import Clause
    from apologint.engine.parser import Parser
    from apologint.engine.tokens import Parse, Token

_QUOTE = re.compile(r'(?<!\w)"(?=\S)[^"]*(?<=\S)"(?!\w)')


class Word:
    """One word of a draft: `start` and `end` in code points of the draft, `index` among all its words.

    It has all that its token has. `head` is the word that it hangs on, which for a root is itself; `children`, in
    order, hang on it; `row` are the words of its block, `space` is whether a blank follows; `who` is whom it means,
    once somebody asked.
    """

    __slots__ = (
        "children",
        "clause",
        "dep",
        "end",
        "ends_sentence",
        "forms",
        "head",
        "index",
        "is_punct",
        "keys",
        "lemma",
        "lower",
        "norm",
        "placeholder",
        "pos",
        "row",
        "sentence",
        "space",
        "start",
        "tag",
        "text",
        "who",
    )

    def __init__(
        self, token: Token, start: int, index: int, row: list[Word], placeholder: Placeholder | None, *, space: bool
    ) -> None:
        self.text = token.text
        self.lower = token.lower
        self.norm = token.norm
        self.lemma = token.lemma
        self.tag = token.tag
        self.pos = token.pos
        self.dep = token.dep
        self.is_punct = token.is_punct
        self.ends_sentence = token.ends_sentence
        self.forms = token.forms
        self.keys = token.keys
        self.start = start
        self.end = start + len(token.text)
        self.index = index
        self.row = row
        self.space = space
        self.placeholder = placeholder
        self.head = self
        self.children: list[Word] = []
        self.sentence: Sentence | None = None
        self.clause: Clause | None = None
        self.who: str | None = None

    def subtree(self) -> list[Word]:
        """The word and all that hangs on it, in order."""
        found: list[Word] = []
        waiting = [(self, False)]
        while waiting:
            word, opened = waiting.pop()
            if opened or not word.children:
                found.append(word)
                continue
            waiting += [(child, False) for child in reversed(word.children) if child.index > word.index]
            waiting.append((word, True))
            waiting += [(child, False) for child in reversed(word.children) if child.index < word.index]
        return found


@dataclass(slots=True, eq=False)
class Sentence:
    """One sentence: its words, where it stands in the letter, and its clauses in order.

    `asks` is whether it ends in a question mark.
    """

    index: int
    words: list[Word]
    block: int
    place: str = "body"
    clauses: list[Clause] = field(default_factory=list)
    asks: bool = field(init=False)

    def __post_init__(self) -> None:
        self.asks = any(word.text == "?" for word in self.words[-3:])
        for word in self.words:
            word.sentence = self

    @property
    def start(self) -> int:
        """Where it begins in the draft."""
        return self.words[0].start

    @property
    def end(self) -> int:
        """Where it ends in the draft."""
        return self.words[-1].end

    def position(self, word: Word) -> int:
        """Which of its words this one is, from 0."""
        return word.index - self.words[0].index


@dataclass(slots=True, eq=False)
class ParsedDraft:
    """A draft with its sentences, in order, and its words by block; `docs` are the blocks for spaCy's matchers."""

    draft: Draft
    blocks: list[Block]
    docs: Sequence[Doc]
    words: list[list[Word]]
    sentences: list[Sentence]
    _quotes: Touching = field(init=False)

    def __post_init__(self) -> None:
        quotes = Touching(
            Region(block.start + quote.start(), block.start + quote.end())
            for block in self.blocks
            for quote in _QUOTE.finditer(block.text)
        )
        spoken = (word for row in self.words for word in row if not word.is_punct)
        self._quotes = Touching(()) if all(map(quotes.cover, spoken)) else quotes

    def mentions(self, stretch: Extent) -> bool:
        """Whether a stretch stands wholly inside double quotes, and so is talked about and not said.

        A message that is in quotes as a whole is taken as said.
        """
        return self._quotes.cover(stretch)

    @property
    def clauses(self) -> list[Clause]:
        """All clauses, in order."""
        return [clause for sentence in self.sentences for clause in sentence.clauses]

    def text(self, start: int, end: int) -> str:
        """The draft's own characters, line breaks folded."""
        return " ".join(self.draft.text[start:end].split())


def parse_many(drafts: Sequence[Draft], parser: Parser) -> list[ParsedDraft]:
    """Parse drafts block by block, all blocks in one go; clauses and places are filled in by others."""
    found = [blocks(draft) for draft in drafts]
    parses = iter(parser.parse([*chain.from_iterable(found)]))
    return [
        _put_together(draft, of_draft, list(islice(parses, len(of_draft))), parser)
        for draft, of_draft in zip(drafts, found, strict=True)
    ]


def _put_together(draft: Draft, found: list[Block], parses: list[Parse], parser: Parser) -> ParsedDraft:
    gaps = {gap.start: gap for gap in draft.placeholders}
    words: list[list[Word]] = []
    sentences: list[Sentence] = []
    index = 0
    for number, (block, parse) in enumerate(zip(found, parses, strict=True)):
        row = _row(parse, block.start, index, gaps)
        index += len(row)
        words.append(row)
        for begin, end in pairwise((*parse.starts, len(row))):
            sentences.append(Sentence(len(sentences), row[begin:end], number))
    return ParsedDraft(draft, found, parser.docs(parses), words, sentences)


def _row(parse: Parse, start: int, index: int, gaps: dict[int, Placeholder]) -> list[Word]:
    row: list[Word] = []
    for at, (token, offset, space) in enumerate(zip(parse.tokens, parse.offsets, parse.spaces, strict=True), index):
        row.append(Word(token, start + offset, at, row, gaps.get(start + offset), space=space))
    for word, head in zip(row, parse.heads, strict=True):
        above = row[head]
        if above is not word:
            word.head = above
            above.children.append(word)
    return row
