"""From the keys that a pattern asks for to what stands in a text where a word has them.

All is read from the tables of the loaded pipeline: its lemmatizer, its norms, its attribute ruler and the special cases
of its tokenizer. A pipeline that does any of this in another way than spaCy's English ones gives no surfaces.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import cache, partial
from itertools import product
from string import ascii_lowercase
from typing import Any

from spacy.attrs import NORM, ORTH  # type: ignore[import-not-found]
from spacy.lang.en import English
from spacy.lang.en.lemmatizer import EnglishLemmatizer
from spacy.lang.lex_attrs import lower
from spacy.language import Language
from spacy.strings import get_string_id
from spacy.util import compile_infix_regex, compile_prefix_regex, compile_suffix_regex

from apologint.engine.gate import UNIT

_UNDERSTOOD = frozenset(
    ("tok2vec", "transformer", "tagger", "morphologizer", "parser", "attribute_ruler", "lemmatizer")
)
_RULED = frozenset(("POS", "TAG", "MORPH", "DEP", "LEMMA"))
_NOT_PLAIN = re.compile(r"\(\?|[\\|^$]")
"""What in an expression can ask for more than the characters of a word."""
_LETTERS = re.compile(r"[a-z]*")
_EDGE = "(?:(?<![a-z])|(?![a-z]))"
_STEM = 3
_SHORTEST, _SHORT = 1, 4
_ENDINGS = ("", "s", "es", "d", "ed", "ing", "r", "er", "rs", "ers", "ly")


class Surfaces:
    """What words can look like in a text, for one pipeline.

    Args:
        nlp: a pipeline that `are_known` has passed.
    """

    def __init__(self, nlp: Language) -> None:
        self._nlp = nlp
        self.others: dict[str, list[str]] = defaultdict(list)
        self.several: dict[str, list[tuple[frozenset[str], str]]] = defaultdict(list)
        self.shapes: list[tuple[str, str]] = []
        self._is_known = cache(self._read)
        lemmatizer = nlp.get_pipe("lemmatizer")
        tables = lemmatizer.lookups  # type: ignore[attr-defined]
        endings = {(old, new) for rules in tables.get_table("lemma_rules").values() for old, new in rules}
        self.endings = tuple(sorted(ending for ending in endings if _LETTERS.fullmatch("".join(ending))))
        self._odd_endings = endings.difference(self.endings)
        self._exceptions: dict[str, set[str]] = defaultdict(set)
        self._stems: dict[str, set[str]] = defaultdict(set)
        for exceptions in tables.get_table("lemma_exc").values():
            for form, lemmas in exceptions.items():
                for lemma in lemmas:
                    self._exceptions[lemma.lower()].add(form)
        for words in tables.get_table("lemma_index").values():
            for word in words:
                self._stems[word[:_STEM]].add(word)
        self._norms: dict[str, list[str | int]] = defaultdict(list)
        for table in _norm_tables(nlp) or ():
            for form, norm in table.items():
                self._norms[norm].append(form)
        self._parts: dict[str, set[str]] = defaultdict(set)
        self._orths: dict[str, set[str]] = defaultdict(set)
        self._stemmed: dict[str, set[str]] = defaultdict(set)
        for whole, parts in nlp.tokenizer.rules.items():  # type: ignore[union-attr]
            for part in parts:
                orth = part[ORTH].lower()
                self._orths[orth].add(whole)
                self._parts[part.get(NORM, orth)].add(whole)
                for old, new in self.endings:
                    if orth.endswith(old):
                        self._stemmed[orth[: len(orth) - len(old)] + new].add(whole)
        self._ruled = _ruled(nlp)

    def are_known(self, keys: Iterable[str]) -> bool:
        """Whether it is known what words with these keys look like; where it is, they are read."""
        return all(map(self._is_known, keys))

    def _read(self, key: str) -> bool:
        forms = self._forms(key)
        if forms is None:
            return False
        wholes = {units(whole) for whole in (*self._parts.get(key, ()), *self._stemmed.get(key, ()))}
        for form in forms:
            if isinstance(form, re.Pattern):
                self.shapes.append((f"{_EDGE}{form.pattern}{_EDGE}", key))
                wholes |= {units(whole) for orth in self._orths if form.fullmatch(orth) for whole in self._orths[orth]}
            else:
                wholes |= {units(form), *map(units, self._orths.get(form, ()))}
        if frozenset() in wholes:
            return False
        for whole in wholes:
            first, *more = sorted(whole, key=lambda unit: (-len(unit), unit))
            if more and not any(other < whole for other in wholes):
                self.several[first].append((frozenset(more), key))
            elif not more and first != key:
                self.others[first].append(key)
        return True

    def _forms(self, key: str) -> set[str | re.Pattern[str]] | None:
        """The words in lower case that can have a key, or expressions for them."""
        normed = [self._spelling(key, form) for form in self._norms.get(key, ())]
        if None in normed or None in self._ruled.get(key, ()):
            return None
        forms: set[Any] = {key, *normed, *self._ruled.get(key, ()), *self._exceptions.get(key, ())}
        endings = self._odd_endings.union(() if _LETTERS.fullmatch(key) else self.endings)
        forms.update(key[: len(key) - len(new)] + old for old, new in endings if key.endswith(new))
        return forms

    def _spelling(self, norm: str, form: str | int) -> str | None:
        """A word with a norm; of some the tables know only a hash, and it has to be found among likely spellings."""
        if isinstance(form, str):
            return form.lower()
        if form in self._nlp.vocab.strings:  # type: ignore[operator]
            return self._nlp.vocab.strings[form].lower()
        return next((word.lower() for word in self._likely(norm) if get_string_id(word) == form), None)

    def _likely(self, norm: str) -> Iterator[str]:
        for at in range(len(norm) + 1):
            for letter in ascii_lowercase:
                word = norm[:at] + letter + norm[at:]
                yield word
                yield word.title()
        stems = {norm, *self._stems.get(norm[:_STEM], ())}
        for stem in stems:
            for ending in _ENDINGS:
                for word in (stem + ending, stem[:-1] + ending, stem + stem[-1:] + ending):
                    yield word
                    yield word.title()
        for length in range(_SHORTEST, _SHORT + 1):
            for letters in product(ascii_lowercase, repeat=length - 1):
                word = norm[:1] + "".join(letters)
                yield word
                yield word.title()


def are_known(nlp: Language) -> bool:
    """Whether words get their forms in the ways that `Surfaces` reads back."""
    lemmatizer = nlp.get_pipe("lemmatizer")
    return (
        _UNDERSTOOD.issuperset(nlp.pipe_names)
        and type(lemmatizer) is EnglishLemmatizer
        and lemmatizer.mode == "rule"
        and _norm_tables(nlp) is not None
        and all(_RULED.issuperset(rule["attrs"]) for rule in _rules(nlp))
        and _cuts_as_english(nlp.tokenizer)
    )


def units(form: str) -> frozenset[str]:
    """What of a word must stand in one chunk of a text."""
    return frozenset(UNIT.findall(form.lower()))


def _cuts_as_english(tokenizer: Any) -> bool:
    """Whether a word is cut within its letters only by special cases."""
    defaults = English.Defaults
    ways: Mapping[str, tuple[Callable[[Any], re.Pattern[str]], Any]] = {
        "prefix_search": (compile_prefix_regex, defaults.prefixes),
        "suffix_search": (compile_suffix_regex, defaults.suffixes),
        "infix_finditer": (compile_infix_regex, defaults.infixes),
    }
    return (
        tokenizer.token_match is None
        and getattr(tokenizer.url_match, "__self__", None) == getattr(defaults.url_match, "__self__", None)
        and all(len(whole.split()) < 2 for whole in tokenizer.rules)  # noqa: PLR2004
        and all(
            getattr(getattr(tokenizer, name), "__self__", None) == made(parts) for name, (made, parts) in ways.items()
        )
    )


def _norm_tables(nlp: Language) -> list[Mapping[Any, str]] | None:
    """The tables in which a norm is looked up before it is the word in lower case; None where it is found otherwise."""
    tables: list[Mapping[Any, str]] = []
    getter = nlp.vocab.lex_attr_getters[NORM]  # type: ignore[attr-defined]
    while isinstance(getter, partial) and len(getter.args) == 2 and not getter.keywords:  # noqa: PLR2004
        if getattr(getter.func, "__name__", "") != "_get_attr_unless_lookup":
            return None
        getter, found = getter.args
        tables.extend(found)
    return tables if getter is lower else None


def _rules(nlp: Language) -> list[dict[str, Any]]:
    return nlp.get_pipe("attribute_ruler").patterns if "attribute_ruler" in nlp.pipe_names else []  # type: ignore[attr-defined]


def _ruled(nlp: Language) -> dict[str, set[str | re.Pattern[str] | None]]:
    """Lemma -> the words that the attribute ruler gives it; None stands for any word."""
    ruled: dict[str, set[str | re.Pattern[str] | None]] = defaultdict(set)
    for rule in _rules(nlp):
        if "LEMMA" in rule["attrs"]:
            for pattern in rule["patterns"]:
                repeats = any("OP" in token for token in pattern)
                spelt = (None,) if repeats else _spelt(pattern[rule["index"]].get("LOWER"))
                ruled[rule["attrs"]["LEMMA"].lower()].update(spelt)
    return ruled


def _spelt(lower: Any) -> Iterable[str | re.Pattern[str] | None]:
    if isinstance(lower, str):
        return (lower,)
    if isinstance(lower, dict) and set(lower) == {"IN"}:
        return tuple(lower["IN"])
    if isinstance(lower, dict) and set(lower) == {"REGEX"}:
        source = lower["REGEX"]
        if source[:1] == "^" and source[-1:] == "$" and not _NOT_PLAIN.search(source[1:-1]):
            return (re.compile(source[1:-1]),)
    return (None,)
