"""What a parse says, as plain data that holds nothing of spaCy: it can be kept, and rules run over it without spaCy."""

from __future__ import annotations

from dataclasses import dataclass, field

_TERMINAL = frozenset(".!?")


@dataclass(frozen=True, slots=True, eq=False)
class Token:
    """A word as the parser reads it; all words that are read alike share one.

    `tag` is the fine part of speech (Penn Treebank), `pos` the plain one (Universal Dependencies), `dep` the relation
    to the head (the labels of spaCy's English pipelines), `morph` the features ("Number=Sing|Person=3"), `also` the
    words that it is a synonym of. `forms` are lower case, lemma, norm and those, `keys` these with the part of speech
    ("@NOUN").
    """

    text: str
    lower: str
    norm: str
    lemma: str
    tag: str
    pos: str
    morph: str
    dep: str
    is_punct: bool
    also: frozenset[str] = frozenset()
    ends_sentence: bool = field(init=False)
    forms: frozenset[str] = field(init=False)
    keys: frozenset[str] = field(init=False)

    def __post_init__(self) -> None:
        forms = self.also.union((self.lower, self.lemma.lower(), self.norm))
        object.__setattr__(self, "ends_sentence", self.text[0] in _TERMINAL)
        object.__setattr__(self, "forms", forms)
        object.__setattr__(self, "keys", forms | {f"@{self.pos}"})


@dataclass(frozen=True, slots=True, eq=False)
class Parse:
    """The parse of one block, token by token.

    `offsets` say where each begins in the text of the block (code points), `spaces` whether a blank follows, `heads`
    which token it hangs on (a root on itself); `starts` are the tokens that begin a sentence, the first among them.
    """

    tokens: tuple[Token, ...]
    offsets: tuple[int, ...]
    spaces: tuple[bool, ...]
    heads: tuple[int, ...]
    starts: tuple[int, ...]
