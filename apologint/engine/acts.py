"""What is done in a clause: the acts of its verb, of a noun behind a light verb, of an adjective."""

from __future__ import annotations

from typing import TYPE_CHECKING

from apologint.engine.grammar import COMPLEMENTS
from apologint.engine.lexicon import Act, Lexicon

if TYPE_CHECKING:
    from apologint.engine.clauses import Clause
    from apologint.engine.document import Word


def acts(clause: Clause, lexicon: Lexicon) -> frozenset[str]:
    """The names of all acts that a clause does."""
    described = frozenset(form for word in complements(clause, lexicon) for form in word.forms)
    named = frozenset(form for word in nouns(clause, lexicon) for form in word.forms)
    return frozenset(name for name, act in lexicon.acts.items() if _does(clause, act, described, named))


def _does(clause: Clause, act: Act, described: frozenset[str], named: frozenset[str]) -> bool:
    root = clause.root
    adjective = root.forms if root.pos != "VERB" else frozenset()
    return (
        _is_verb(clause, act)
        or not act.adjectives.isdisjoint(adjective | described)
        or not act.nouns.isdisjoint(named)
        or (act.manner is not None and root.pos in ("VERB", "AUX") and act.manner.occurs(clause.words))
    )


def _is_verb(clause: Clause, act: Act) -> bool:
    root = clause.root
    if root.pos in ("NOUN", "PROPN"):
        return False
    others = [word for word in clause.words if word is not root]
    return any(
        all(any(word.forms & part for word in others) for part in entry.rest)
        for form in root.forms
        for entry in act.verbs.get(form, ())
    )


def complements(clause: Clause, lexicon: Lexicon) -> list[Word]:
    """What a copula says of its subject, with what is joined to it by "and"."""
    root = clause.root
    found = []
    for child in root.children:
        if child.dep in COMPLEMENTS or (child.dep == "advmod" and root.lower in lexicon.list("copulas")):
            for each in (child, *(c for c in child.children if c.dep == "conj")):
                word = each
                if word.clause is clause:
                    found.append(word)
    return found


def nouns(clause: Clause, lexicon: Lexicon) -> list[Word]:
    """The nouns that carry the act of a light verb, a copula or a there-is; or the root itself."""
    root = clause.root
    found = [root] if root.pos in ("NOUN", "PROPN", "INTJ", "ADJ") or root.dep == "ROOT" else []
    copula = bool(root.forms & lexicon.list("copulas"))
    if copula or root.forms & lexicon.list("light_verbs"):
        kinds = ("attr",) if copula else ("dobj", "attr", "nsubjpass")
        found += [child for child in root.children if child.dep in kinds]
    return found
