"""Who is meant: our side, the customer, a third party, a system, anyone, a thing, or nobody."""

from __future__ import annotations

from typing import TYPE_CHECKING

from apologint.engine.lexicon import Lexicon

if TYPE_CHECKING:
    from spacy.tokens import Token

WHO = ("we", "us", "customer", "third", "system", "anyone", "someone", "they", "it", "thing", "none")
OWNERS = ("us", "customer", "third", "none")
_LONGEST_NAME = 8
"""Words in the longest name of a firm or product."""


def who(token: Token, lexicon: Lexicon) -> str:
    """Who or what the noun phrase with this head is; one of WHO."""
    found = _by_pronoun(token, lexicon) or _by_name(token, lexicon) or _by_noun(token, lexicon)
    return found or ("someone" if token.pos_ == "PROPN" else "thing")


def _by_pronoun(token: Token, lexicon: Lexicon) -> str | None:
    for person in ("us", "customer", "anyone"):
        if token.lower_ in lexicon.person(person, "pronouns"):
            return "we" if person == "us" else person
    if token.lower_ in lexicon.list("people_pronouns"):
        return "they"
    return "it" if token.lower_ in lexicon.list("pointers") else None


def _by_noun(token: Token, lexicon: Lexicon) -> str | None:
    forms = {token.lower_, token.lemma_.lower()}
    if forms & lexicon.list("partitives"):
        whole = next((n for of in token.children if of.dep_ == "prep" for n in of.children if n.dep_ == "pobj"), None)
        if whole is not None:
            return who(whole, lexicon)
    for person in ("third", "system"):
        if forms & lexicon.person(person, "nouns"):
            return person
    owned_by = owner(token, lexicon)
    if forms & lexicon.person("us", "nouns"):
        return _colleague(token, owned_by, lexicon)
    if forms & lexicon.person("anyone", "nouns"):
        return "customer" if owned_by == "customer" else "anyone"
    for child in token.children:
        if child.dep_ in ("compound", "amod") and child.lower_ in lexicon.person("third", "nouns"):
            return "third"
    return None


def _by_name(token: Token, lexicon: Lexicon) -> str | None:
    """Whose name stands over this word: "Parcels" in "Speedy Parcels"."""
    if not lexicon.name_patterns:
        return None
    first = max(0, token.i - _LONGEST_NAME)
    text = token.doc[first : token.i + _LONGEST_NAME + 1].text
    at = token.idx - token.doc[first].idx
    for person, pattern in lexicon.name_patterns.items():
        if any(name.start() <= at < name.end() for name in pattern.finditer(text)):
            return person
    return None


def _colleague(token: Token, owned_by: str, lexicon: Lexicon) -> str:
    if owned_by in ("customer", "third"):
        return owned_by
    if owned_by != "us" and any(child.lower_ in lexicon.list("others") for child in token.children):
        return "third"
    return "us"


def owner(token: Token, lexicon: Lexicon) -> str:
    """Whose it is: by a possessive, or by "on our side", "of ours", "by us"; one of OWNERS."""
    for child in token.children:
        if child.dep_ in ("poss", "det", "nmod", "compound") and (found := _owned_by(child, lexicon)):
            return found
        if child.dep_ in ("prep", "agent") and (found := _owned_through(child, lexicon)):
            return found
    return "none"


def possessor(token: Token, lexicon: Lexicon) -> str | None:
    """Whom a possessive such as "our" or "ours" stands for."""
    for person in ("us", "customer", "third"):
        if token.lower_ in lexicon.person(person, "possessives"):
            return person
    return None


def _owned_by(child: Token, lexicon: Lexicon) -> str | None:
    if found := possessor(child, lexicon):
        return found
    if child.dep_ == "poss" and child.pos_ in ("NOUN", "PROPN"):
        found = who(child, lexicon)
        return found if found in OWNERS else None
    return None


def _owned_through(preposition: Token, lexicon: Lexicon) -> str | None:
    for noun in preposition.children:
        if noun.dep_ != "pobj":
            continue
        if noun.lower_ in lexicon.list("owner_places") or noun.lemma_ in lexicon.list("owner_places"):
            for child in noun.children:
                if found := _owned_by(child, lexicon):
                    return found
        if noun.pos_ == "PRON" and (found := possessor(noun, lexicon)):
            return found
    return None
