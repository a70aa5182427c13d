"""Parts of speech and lemmas, found once for all tokens that are read alike.

The attribute ruler of an English pipeline tries some 180 patterns at each token, nearly all of them of one token, of
which they ask no more than letters, tag and relation. What it and the lemmatizer make of such a token is looked up.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress
from itertools import pairwise
from typing import Any, NamedTuple, Protocol

from spacy.lang.en.lemmatizer import EnglishLemmatizer
from spacy.language import Language
from spacy.matcher import Matcher
from spacy.pipeline import AttributeRuler, DependencyParser, Tagger, Tok2Vec
from spacy.tokens import Doc
from spacy.tokens import Token as SpacyToken

from apologint.engine.lemmas import irregular_pasts, mended_lemmas
from apologint.engine.letters import Letters
from apologint.engine.tokens import Token

_KEPT = 30_000
"""Tokens that are remembered: some 20 MB, and more than the kinds of token in 3,000 replies."""
_MANY = 300
"""New tokens from which on it pays to let the lemmatizer make sets of its lists, which takes some 20 ms."""

Synonyms = Mapping[str, frozenset[str]]
"""By a form or lemma in lower case, the words that it stands for as well."""
_BASE = frozenset(("VB", "VBP"))
"""The tags that a base form has and no past."""
_PAST = ("VBD", "Tense=Past|VerbForm=Fin")
"""The tag and the features of a past."""
_NO_SYNONYMS: Synonyms = {}
_NO_WORDS: frozenset[str] = frozenset()
_Key = tuple[str, int, int]
"""The letters of a token, its tag and its relation, the latter two as spaCy numbers them."""
_Spots = frozenset[tuple[str, int]]
"""Places in patterns of several tokens that a token fits, as name of the pattern and number of the token in it."""


_Kind = tuple[frozenset[str], int, int]
"""What a ruler can tell of a token: the conditions that its letters meet, its tag and its relation."""


class _Ruled(NamedTuple):
    """What a ruler sets; no lemma where it leaves that to the lemmatizer."""

    tag: str
    pos: str
    morph: str
    lemma: str
    dep: str
    fits: _Spots


class Annotator(Protocol):
    """What makes tokens of parsed words.

    `replaced` are the names of the components that it does the work of.
    """

    replaced: Sequence[str]

    def tokens(self, docs: Sequence[Doc], words: Sequence[Sequence[str]]) -> Iterator[list[Token]]:
        """The tokens of each doc; `words` are their letters."""


def annotator(nlp: Language, synonyms: Synonyms = _NO_SYNONYMS) -> Annotator:
    """One that looks up what it can, where the pipeline is of a kind that is understood to the last pattern."""
    token_of = _Reader(nlp, synonyms)
    parts: list[Any] = [part for _, part in nlp.pipeline]
    *before, ruler, lemmatizer = parts if len(parts) > 1 else (None, None)
    if (
        type(ruler) is AttributeRuler
        and type(lemmatizer) is EnglishLemmatizer
        and lemmatizer.mode in ("rule", "lookup")
        and all(type(part) in (Tok2Vec, Tagger, DependencyParser) for part in before)
    ):
        with suppress(ValueError):
            letters = Letters(token for rows, _, _ in _entries(ruler) for row in rows for token in row)
            return _Table(nlp, ruler, lemmatizer, letters, token_of)
    return _AsItIs(token_of)


def _entries(ruler: AttributeRuler) -> Iterator[tuple[list[list[dict[str, Any]]], dict[str, Any], int]]:
    """Patterns, each a row of tokens, with what they set at which of their tokens."""
    entry: Any
    for entry in ruler.patterns:
        yield entry["patterns"], entry["attrs"], entry["index"]


class _AsItIs:
    """Takes what the pipeline's own components say."""

    replaced: Sequence[str] = ()

    def __init__(self, token_of: _Reader) -> None:
        self._token_of = token_of
        self._known: dict[tuple[Any, ...], Token] = {}

    def tokens(self, docs: Sequence[Doc], words: Sequence[Sequence[str]]) -> Iterator[list[Token]]:
        if len(self._known) > _KEPT:
            self._known.clear()
        for doc, texts in zip(docs, words, strict=True):
            read = doc.to_array(["TAG", "POS", "MORPH", "DEP", "LEMMA"]).tolist()
            yield [self._token(doc, at, (text, *row)) for at, (text, row) in enumerate(zip(texts, read, strict=True))]

    def _token(self, doc: Doc, at: int, key: tuple[Any, ...]) -> Token:
        known = self._known.get(key)
        if known is None:
            known = self._known[key] = self._token_of(doc[at])
        return known


class _Table:
    """Does the work of an attribute ruler and a lemmatizer, and asks them only about what is new.

    Tokens side by side that a pattern of several tokens may take together are asked about together.
    """

    def __init__(
        self,
        nlp: Language,
        ruler: AttributeRuler,
        lemmatizer: EnglishLemmatizer,
        letters: Letters,
        token_of: _Reader,
    ) -> None:
        self.replaced: Sequence[str] = nlp.pipe_names[-2:]
        self._vocab = nlp.vocab
        self._ruler = ruler
        self._lemmatizer = lemmatizer
        self._letters = letters
        self._token_of = token_of
        self._single = AttributeRuler(nlp.vocab)
        self._spots = Matcher(nlp.vocab)
        for number, (rows, attrs, index) in enumerate(_entries(ruler)):
            single: list[Any] = [row for row in rows if len(row) == 1]
            if single:
                self._single.add(single, attrs, index)
            for of_entry, row in enumerate(rows):
                for at, token in enumerate(row if len(row) > 1 else ()):
                    self._spots.add(f"{number}.{of_entry} {at}", [[token]])
        self._ruled: dict[_Kind, _Ruled] = {}
        self._known: dict[_Key, Token] = {}
        self._fits: dict[_Key, _Spots] = {}
        self._runs: dict[tuple[_Key, ...], list[Token]] = {}

    def tokens(self, docs: Sequence[Doc], words: Sequence[Sequence[str]]) -> Iterator[list[Token]]:
        if len(self._known) > _KEPT:
            self._forget()
        keyed = [
            [(text, tag, dep) for text, (tag, dep) in zip(texts, doc.to_array(["TAG", "DEP"]).tolist(), strict=True)]
            for doc, texts in zip(docs, words, strict=True)
        ]
        self._learn([*{key: None for keys in keyed for key in keys if key not in self._known}])
        return map(self._look_up, keyed)

    def _forget(self) -> None:
        self._known.clear()
        self._fits.clear()
        self._runs.clear()
        self._lemmatizer.cache.clear()

    def _learn(self, keys: Sequence[_Key]) -> None:
        if len(keys) > _MANY:
            _make_sets(self._lemmatizer)
        new = {key: (self._letters.met_by(self._vocab[key[0]]), *key[1:]) for key in keys}
        self._rule({kind: key for key, kind in new.items() if kind not in self._ruled})
        ruled = [self._ruled[kind] for kind in new.values()]
        doc = Doc(
            self._vocab,
            words=[text for text, _, _ in new],
            tags=[each.tag for each in ruled],
            pos=[each.pos for each in ruled],
            morphs=[each.morph for each in ruled],
            lemmas=[each.lemma for each in ruled],
            deps=[each.dep for each in ruled],
            heads=list(range(len(new))),
        )
        self._known.update(zip(new, map(self._token_of, self._lemmatizer(doc)), strict=True))
        self._fits.update((key, each.fits) for key, each in zip(new, ruled, strict=True) if each.fits)

    def _rule(self, examples: Mapping[_Kind, _Key]) -> None:
        """Ask the patterns of one token about an example of each kind."""
        doc = self._doc([*examples.values()])
        fits: list[set[tuple[str, int]]] = [set() for _ in examples]
        for name, start, _ in self._spots(doc, allow_missing=True) if self._spots else ():
            pattern, at = self._vocab.strings[name].rsplit(" ", 1)
            fits[start].add((pattern, int(at)))
        for kind, token, spots in zip(examples, self._single(doc), fits, strict=True):
            self._ruled[kind] = _Ruled(
                token.tag_, token.pos_, str(token.morph), token.lemma_, token.dep_, frozenset(spots)
            )

    def _look_up(self, keys: list[_Key]) -> list[Token]:
        tokens = [self._known[key] for key in keys]
        fitting = [at for at, key in enumerate(keys) if key in self._fits]
        run: list[int] = []
        for at, following in pairwise([*fitting, len(keys)]):
            run.append(at)
            if following != at + 1 or following == len(keys) or not self._may_join(keys[at], keys[following]):
                if len(run) > 1:
                    tokens[run[0] : at + 1] = self._together(tuple(keys[run[0] : at + 1]))
                run = []
        return tokens

    def _may_join(self, left: _Key, right: _Key) -> bool:
        fits = self._fits[right]
        return any((pattern, at + 1) in fits for pattern, at in self._fits[left])

    def _together(self, keys: tuple[_Key, ...]) -> list[Token]:
        if keys not in self._runs:
            self._runs[keys] = list(map(self._token_of, self._lemmatizer(self._ruler(self._doc(keys)))))
        return self._runs[keys]

    def _doc(self, keys: Sequence[_Key]) -> Doc:
        strings = self._vocab.strings
        words, tags, deps = ([*column] for column in zip(*keys, strict=True)) if keys else ([], [], [])
        return Doc(
            self._vocab,
            words=words,
            tags=[strings[tag] for tag in tags],
            deps=[strings[dep] for dep in deps],
            heads=list(range(len(words))),
        )


def _make_sets(lemmatizer: EnglishLemmatizer) -> None:
    """Let a lemmatizer look its known words up, which it seeks in lists of up to 57,000 as it is loaded."""
    if lemmatizer.lookups.has_table("lemma_index"):
        known = lemmatizer.lookups.get_table("lemma_index")
        known.update((pos, frozenset(words)) for pos, words in known.items() if isinstance(words, list))


class _Reader:
    """Makes a token of one of spaCy's."""

    def __init__(self, nlp: Language, synonyms: Synonyms) -> None:
        self._mended = mended_lemmas(nlp)
        self._pasts = irregular_pasts(nlp)
        self._synonyms = synonyms

    def __call__(self, token: SpacyToken) -> Token:
        lemma, tag, morph = token.lemma_, token.tag_, str(token.morph)
        if token.pos_ == "VERB":
            lemma = self._mended.get(token.lower_, lemma)
            if tag in _BASE and lemma.lower() == token.lower_ in self._pasts:
                lemma, tag, morph = self._pasts[token.lower_], *_PAST
        return Token(
            token.text,
            token.lower_,
            token.norm_,
            lemma,
            tag,
            token.pos_,
            morph,
            token.dep_,
            token.is_punct,
            self._synonyms.get(token.lower_, _NO_WORDS) | self._synonyms.get(lemma.lower(), _NO_WORDS),
        )
