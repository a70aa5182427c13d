"""Patterns as rules write them, made to find their hits in a parsed draft."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from typing import Any

from spacy.matcher import DependencyMatcher, Matcher
from spacy.vocab import Vocab

from apologint.engine.automaton import Automaton
from apologint.engine.clause_test import ClausePatterns
from apologint.engine.hits import Finder, Hit, View, condition, once
from apologint.engine.lexicon import Lexicon
from apologint.engine.rules import Pattern, RuleError
from apologint.engine.schema import PLAIN_WORDS, as_list
from apologint.engine.token_sieve import TokenSieve
from apologint.model import Placeholder, Quality, Step

_NAME_WORD = re.compile(r"[A-Z]?[a-z]+|[A-Z]+(?![a-z])")
_GAPS: Mapping[str, Callable[[Placeholder], bool]] = {
    "any": lambda _: True,
    "fill-in": lambda gap: gap.fill_in,
    "merge": lambda gap: not gap.fill_in,
    "can-be-empty": lambda gap: gap.can_be_empty,
}


class Searches:
    """What is sought together: the words and the clauses of many patterns."""

    def __init__(self, lexicon: Lexicon) -> None:
        self.wording = Automaton(lexicon.notation.vocabulary)
        self.clauses = ClausePatterns(lexicon)


class Compiler:
    """Turns patterns into finders, once, when the rules are loaded into an engine.

    Args:
        lexicon: the word lists of the rules.
        vocab: what the pipeline's docs are made of.
        path: the rule file, for complaints.
        searches: what the finders share with those of other compilers. All that share are best made before one of them
            looks at a draft, for a new one makes them look again.
    """

    def __init__(self, lexicon: Lexicon, vocab: Vocab, path: Path, searches: Searches | None = None) -> None:
        self.lexicon = lexicon
        self.vocab = vocab
        self.path = path
        self.searches = searches or Searches(lexicon)

    def finder(self, pattern: Pattern) -> Finder:
        """The finder of one pattern with its options."""
        search = getattr(self, f"_{pattern.sort}")(pattern)
        options = pattern.options
        with_all = [self._condition(inner) for inner in options.get("and", ())]
        without = [self._condition(inner) for inner in options.get("unless", ())]
        tag, places, mode = options.get("tag"), options.get("place"), options.get("mode")
        least, within = options.get("at_least", 1), options.get("within_words")
        first = options.get("first", False)

        def search_within(view: View) -> list[Hit]:
            hits: list[Hit] = search(view)
            if not hits:
                return hits
            if mode is not None and view.parsed.draft.mode != mode:
                return []
            if within is not None and sum(len(row) for row in view.parsed.words) > within:
                return []
            if places is not None:
                hits = [hit for hit in hits if hit.sentence is None or hit.sentence.place in places]
            if with_all or without:
                hits = [
                    hit
                    for hit in hits
                    if all(holds(view, hit) for holds in with_all) and not any(holds(view, hit) for holds in without)
                ]
            if len(hits) < least:
                return []
            if tag is not None:
                hits = [Hit(hit.start, hit.end, hit.sentence, hit.clause, tag) for hit in hits]
            if first:
                return hits[:1]
            return hits[-1:] if least > 1 else hits

        return once(search_within if options.keys() - {"where"} else search)

    def _condition(self, pattern: Pattern) -> Callable[[View, Hit], bool]:
        return condition(self.finder(pattern), pattern.options.get("where", "sentence"))

    def _clause(self, pattern: Pattern) -> Finder:
        clauses = self.searches.clauses
        number = clauses.add(pattern.body)

        def find(view: View) -> list[Hit]:
            return [Hit(*clause.span(), clause.sentence, clause) for clause in view.clauses(clauses, number)]

        return find

    def _words(self, pattern: Pattern) -> Finder:
        wording = self.searches.wording
        number = wording.add(self.lexicon.notation.any_of(as_list(pattern.body)).part)
        return lambda view: view.matches(wording, number)

    def _tokens(self, pattern: Pattern) -> Finder:
        matcher = Matcher(self.vocab, validate=True)
        self._add(matcher, pattern)
        sieve = TokenSieve(_plain(pattern.body, self.lexicon))

        def find(view: View) -> list[Hit]:
            return [
                _hit(view, row[start].start, row[end - 1].end)
                for at, row in enumerate(view.parsed.words)
                if sieve.may_match(row)
                for _, start, end in matcher(view.parsed.docs[at])
            ]

        return find

    def _tree(self, pattern: Pattern) -> Finder:
        matcher = DependencyMatcher(self.vocab, validate=True)
        self._add(matcher, pattern)

        def find(view: View) -> list[Hit]:
            return [
                _hit(view, row[min(found)].start, row[max(found)].end)
                for row, doc in zip(view.parsed.words, view.parsed.docs, strict=True)
                for _, found in matcher(doc)
            ]

        return find

    def _add(self, matcher: Any, pattern: Pattern) -> None:
        try:
            matcher.add("pattern", [_plain(pattern.body, self.lexicon)])
        except Exception as error:  # spaCy raises several kinds; each says what it did not take
            detail = " ".join(str(error).split())
            raise RuleError(self.path, pattern.line, f"spaCy refuses this {pattern.sort} pattern: {detail}") from error

    @staticmethod
    def _rule(pattern: Pattern) -> Finder:
        def find(view: View) -> list[Hit]:
            return view.hits(pattern.body)

        return find

    @staticmethod
    def _step(pattern: Pattern) -> Finder:
        def find(view: View) -> list[Hit]:
            quality = view.qualities.get(Step(pattern.body), Quality.MISSING)
            return [Hit(0, 0, None)] if quality is not Quality.MISSING else []

        return find

    def _placeholder(self, pattern: Pattern) -> Finder:
        is_meant = _GAPS[pattern.body]
        says = _named_so(pattern.options["says"], self.lexicon) if "says" in pattern.options else None

        def find(view: View) -> list[Hit]:
            return [
                _hit(view, gap.start, gap.end)
                for gap in view.parsed.draft.placeholders
                if is_meant(gap) and (says is None or says.search(_spelt_out(gap.name)))
            ]

        return find


def _hit(view: View, start: int, end: int) -> Hit:
    return Hit(start, end, view.sentence_at(start, end))


def _named_so(texts: Iterable[str], lexicon: Lexicon) -> re.Pattern[str]:
    """Finds one of some words in the name of a gap; `$name` stands for the plain entries of a word list."""
    words = [word for text in texts for word in (lexicon.words[text[1:]] if text.startswith("$") else [text.lower()])]
    plain = sorted(filter(PLAIN_WORDS.fullmatch, words), key=len, reverse=True)
    return re.compile(rf"\b(?:{'|'.join(plain) or '(?!)'})\b")


def _spelt_out(name: str) -> str:
    """The words in the name of a gap: "delayReason" and "DELAY_REASON" are "delay reason"."""
    return " ".join(_NAME_WORD.findall(name)).lower()


def _plain(value: Any, lexicon: Lexicon) -> Any:
    """A token pattern with `$name` replaced by that word list."""
    if isinstance(value, Mapping):
        return {key: _plain(each, lexicon) for key, each in value.items()}
    if isinstance(value, list):
        return [_plain(each, lexicon) for each in value]
    if isinstance(value, str) and value.startswith("$"):
        return {"IN": [word for word in lexicon.words.get(value[1:], []) if " " not in word]}
    return value
