"""What is done in a clause: the acts of its verb, of a noun behind a light verb, of an adjective."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from apologint.engine.grammar import COMPLEMENTS, children

if TYPE_CHECKING:
    from apologint.engine.clauses import Clause
    from apologint.engine.document import Word
    from apologint.engine.lexicon import Lexicon, VerbEntry
    from apologint.engine.lookups import Lookups


def acts(
    clause: Clause,
    described: Iterable[Word],
    named: Iterable[Word],
    said: Iterable[tuple[str, str]],
    lexicon: Lexicon,
) -> frozenset[str]:
    """The names of all acts that a clause does.

    Args:
        clause: the clause, with its words.
        described: its `complements`.
        named: its `nouns`.
        said: what its wording gives away (`Lookups.in_clause`).
        lexicon: which words do which acts.
    """
    root = clause.root
    lookups = lexicon.lookups
    done = {name for name, entry in _verbs(root, lookups) if _stands_beside(entry, clause)}
    for word in described:
        done |= lookups.acts_of_adjective(word.forms)
    if root.pos != "VERB":
        done |= lookups.acts_of_adjective(root.forms)
    for word in named:
        done |= lookups.acts_of_noun(word.forms)
    if root.pos in ("VERB", "AUX"):
        done.update(name for sort, name in said if sort == "act")
    return frozenset(done)


def _verbs(root: Word, lookups: Lookups) -> Iterator[tuple[str, VerbEntry]]:
    if root.pos not in ("NOUN", "PROPN"):
        for form in root.forms:
            yield from lookups.verbs.get(form, ())


def _stands_beside(entry: VerbEntry, clause: Clause) -> bool:
    """Whether what a verb needs stands in its clause ("mix" needs "up")."""
    return all(
        any(not part.isdisjoint(word.forms) for word in clause.words if word is not clause.root) for part in entry.rest
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


def _may_be_a_noun(root: Word) -> bool:
    """Whether the head of a sentence may be a noun all the same: the parser takes "Apologies" for a verb."""
    return root.dep == "ROOT" and not children(root, "aux", "auxpass", "nsubj", "dobj")


def nouns(clause: Clause, lexicon: Lexicon) -> list[Word]:
    """The nouns that carry the act of a light verb, a copula or a there-is; or the root itself."""
    root = clause.root
    found = [root] if root.pos in ("NOUN", "PROPN", "INTJ", "ADJ") or _may_be_a_noun(root) else []
    copula = bool(root.forms & lexicon.list("copulas"))
    if copula or root.forms & lexicon.list("light_verbs"):
        kinds = ("attr",) if copula else ("dobj", "attr", "nsubjpass")
        found += [child for child in root.children if child.dep in kinds]
    return found
