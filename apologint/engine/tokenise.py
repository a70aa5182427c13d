"""From the text of a block to words that the parser knows, with the sentence ends that leave no doubt."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from spacy.tokens import Doc
from spacy.vocab import Vocab

from apologint.engine.lexicon import Lexicon
from apologint.engine.openings import greeting_end

_TERMINAL = frozenset(".!?")
_JOINERS = frozenset("-&/")
_GLUED = re.compile(r"(?<=[a-z]{2})([!?]+(?=[A-Z])|\.(?=\d/\d))")
"""The end of a sentence that the next one begins right behind: "no trouble!We", "so sorry.2/2"."""
_LONG_RUN = re.compile(r"\S{200,}")
_PIECE = re.compile(r"[^\w\s]{200}|\S{1000}")
"""spaCy takes signs off the ends of what stands between two blanks, and goes over all that is left for each of them."""
LONGEST_SENTENCE = 300
"""Words after which a sentence is cut, at a comma where it has one: what is sought within a sentence, or up a chain of
words that hang on each other, costs no more than that. The longest sentence in 3,400 replies has 51.
"""


@dataclass(frozen=True, slots=True)
class Words:
    """The words of a block.

    `offsets` say where each begins in the text, `spaces` whether a blank follows, `starts` whether it begins a
    sentence (None: the parser will say).
    """

    words: list[str]
    offsets: list[int]
    spaces: list[bool]
    starts: list[bool | None]

    def doc(self, vocab: Vocab) -> Doc:
        """The words for spaCy."""
        doc = Doc(vocab, words=self.words, spaces=self.spaces)
        for at, start in enumerate(self.starts):
            if start is not None:
                doc[at].is_sent_start = start
        return doc


def tokenise(text: str, tokenizer: Callable[[str], Doc], lexicon: Lexicon) -> Words:
    """Words without blanks between them as tokens, which would unsettle the parser; "mix-up" is one word."""
    docs = [tokenizer(piece) for piece in _pieces(text)]
    rough = [(token.text, bool(token.whitespace_)) for doc in docs for token in doc]
    if _GLUED.search(text):
        rough = [part for word, space in rough for part in _unglued(word, space)]
    words, offsets, spaces = [], [], []
    for word, offset, space in _joined(rough):
        words.append(word)
        offsets.append(offset)
        spaces.append(space)
    starts = _starts(words, docs[0].vocab)
    greeted = greeting_end(words, lexicon)
    if 0 < greeted < len(words):
        starts[greeted] = True
    _cut_long(words, starts)
    return Words(words, offsets, spaces, starts)


def _pieces(text: str) -> Iterator[str]:
    """A text cut within what goes on for too long without a blank; a single word, such as a link, is left whole."""
    at = 0
    for run in _LONG_RUN.finditer(text):
        if not run[0].isalnum():
            for piece in _PIECE.finditer(text, *run.span()):
                yield text[at : piece.end()]
                at = piece.end()
    yield text[at:]


def _unglued(word: str, space: bool) -> Iterator[tuple[str, bool]]:
    """What spaCy takes for one word, cut where a sentence ends in it."""
    *parts, last = filter(None, _GLUED.split(word))
    yield from ((part, False) for part in parts)
    yield last, space


def _joined(rough: Sequence[tuple[str, bool]]) -> Iterator[tuple[str, int, bool]]:
    """Each word with its offset and whether a blank follows; what a hyphen or an ampersand holds together is one."""
    count = len(rough)
    at = offset = 0
    while at < count:
        word, space = rough[at]
        begin = offset
        offset += len(word) + space
        at += 1
        last = word
        while (
            not space
            and at + 1 < count
            and rough[at][0] in _JOINERS
            and not rough[at][1]
            and last.isalpha()
            and rough[at + 1][0].isalpha()
        ):
            last, space = rough[at + 1]
            word += rough[at][0] + last
            offset += 1 + len(last) + space
            at += 2
        if not word.isspace():
            yield word, begin, at >= count or space or rough[at][0].isspace()


def _starts(words: Sequence[str], vocab: Vocab) -> list[bool | None]:
    """True where punctuation leaves no doubt; None leaves it to the parser."""
    starts: list[bool | None] = [None] * len(words)
    ended = stopped = False
    for at, word in enumerate(words):
        punct = not word[0].isalnum() and vocab[word].is_punct
        if at == 0:
            starts[at] = True
        elif punct:
            starts[at] = False
        elif ended:
            starts[at] = True
        stops = word[0] in _TERMINAL
        ended = stops or (punct and stopped)
        stopped = stops
    return starts


def _cut_long(words: Sequence[str], starts: list[bool | None]) -> None:
    """Begin a sentence wherever one would have more than LONGEST_SENTENCE words."""
    begun = after_comma = 0
    for at, word in enumerate(words):
        if starts[at]:
            begun = at
        elif at - begun >= LONGEST_SENTENCE:
            begun = after_comma if after_comma > begun else at
            starts[begun] = True
        if word == ",":
            after_comma = at + 1
