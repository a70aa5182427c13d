"""Who is meant: our side, the customer, a third party, a system, anyone, a thing, or nobody."""

from __future__ import annotations

from typing import TYPE_CHECKING

from apologint.engine.lexicon import Lexicon

if TYPE_CHECKING:
    from apologint.engine.document import Word

WHO = ("we", "us", "customer", "third", "system", "anyone", "someone", "they", "it", "thing", "none")
OWNERS = ("us", "customer", "third", "none")
_LONGEST_NAME = 8
"""Words in the longest name of a firm or product."""


def who(word: Word, lexicon: Lexicon) -> str:
    """Who or what the noun phrase with this head is; one of WHO."""
    if word.who is None:
        found = lexicon.lookups.pronouns.get(word.lower) or _by_name(word, lexicon) or _by_noun(word, lexicon)
        word.who = found or ("someone" if word.pos == "PROPN" else "thing")
    return word.who


def _by_noun(word: Word, lexicon: Lexicon) -> str | None:
    forms = {word.lower, word.lemma.lower()}
    if forms & lexicon.list("partitives"):
        whole = next((n for of in word.children if of.dep == "prep" for n in of.children if n.dep == "pobj"), None)
        if whole is not None:
            return who(whole, lexicon)
    for person in ("third", "system"):
        if forms & lexicon.person(person, "nouns"):
            return person
    owned_by = owner(word, lexicon)
    if forms & lexicon.person("us", "nouns"):
        return _colleague(word, owned_by, lexicon)
    if forms & lexicon.person("anyone", "nouns"):
        return "customer" if owned_by == "customer" else "anyone"
    for child in word.children:
        if child.dep in ("compound", "amod") and child.lower in lexicon.person("third", "nouns"):
            return "third"
    return None


def _by_name(word: Word, lexicon: Lexicon) -> str | None:
    """Whose name stands over this word: "Parcels" in "Speedy Parcels"."""
    if not lexicon.name_patterns:
        return None
    row = word.row
    position = word.index - row[0].index
    first = max(0, position - _LONGEST_NAME)
    before = "".join(map(_spaced, row[first:position]))
    text = (before + "".join(map(_spaced, row[position : position + _LONGEST_NAME + 1]))).removesuffix(" ")
    at = len(before)
    for person, pattern in lexicon.name_patterns.items():
        if any(name.start() <= at < name.end() for name in pattern.finditer(text)):
            return person
    return None


def _spaced(word: Word) -> str:
    return word.text + " " if word.space else word.text


def _colleague(word: Word, owned_by: str, lexicon: Lexicon) -> str:
    if owned_by in ("customer", "third"):
        return owned_by
    if owned_by != "us" and any(child.lower in lexicon.list("others") for child in word.children):
        return "third"
    return "us"


def owner(word: Word, lexicon: Lexicon) -> str:
    """Whose it is: by a possessive, or by "on our side", "of ours", "by us"; one of OWNERS."""
    for child in word.children:
        if child.dep in ("poss", "det", "nmod", "compound") and (found := _owned_by(child, lexicon)):
            return found
        if child.dep in ("prep", "agent") and (found := _owned_through(child, lexicon)):
            return found
    return "none"


def possessor(word: Word, lexicon: Lexicon) -> str | None:
    """Whom a possessive such as "our" or "ours" stands for."""
    return lexicon.lookups.possessors.get(word.lower)


def _owned_by(child: Word, lexicon: Lexicon) -> str | None:
    if found := possessor(child, lexicon):
        return found
    if child.dep == "poss" and child.pos in ("NOUN", "PROPN"):
        found = who(child, lexicon)
        return found if found in OWNERS else None
    return None


def _owned_through(preposition: Word, lexicon: Lexicon) -> str | None:
    for noun in preposition.children:
        if noun.dep != "pobj":
            continue
        if noun.lower in lexicon.list("owner_places") or noun.lemma in lexicon.list("owner_places"):
            for child in noun.children:
                if found := _owned_by(child, lexicon):
                    return found
        if noun.pos == "PRON" and (found := possessor(noun, lexicon)):
            return found
    return None
