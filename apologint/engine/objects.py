"""What a clause is about."""

from __future__ import annotations

from typing import TYPE_CHECKING

from apologint.engine.grammar import SUBJECTS

if TYPE_CHECKING:
    from apologint.engine.clauses import Clause
    from apologint.engine.document import Sentence, Word

_GRAMMATICAL = ("aux", "auxpass", "neg", "cc", "mark")
_DOING = (*SUBJECTS, "agent")
_HELD = ("ccomp", "xcomp", "pcomp", "relcl", "acl", "csubj")


def object_words(clause: Clause) -> list[Word]:
    """Object, complement and prepositional phrases; in a passive also the subject, which is what it is done to."""
    root = clause.root
    doing: set[Word] = set()
    undergoing: set[Word] = set()
    for child in root.children:
        if child.dep == "nsubjpass":
            undergoing.update(child.subtree())
        elif child.dep in _DOING:
            doing.update(child.subtree())
    return [
        word
        for word in clause.words
        if word is not root
        and word not in doing
        and (word.index > root.index or (clause.passive and word in undergoing))
        and not word.is_punct
        and word.dep not in _GRAMMATICAL
    ]


def complement(clause: Clause) -> list[Word]:
    """The object with the clauses that it holds ("sorry you had to wait"), without what is merely joined on."""
    if _is_bare(clause):
        return []
    inside = set(clause.words)
    found = list(clause.object_words)
    for word in clause.words:
        for child in word.children:
            if child not in inside and child.dep in _HELD and child.index > clause.root.index:
                found += child.subtree()
    if not found and clause.root.pos not in ("VERB", "AUX"):
        found = _what_follows(clause)
    return [word for word in found if not _is_called_by_name(word, clause.sentence)]


def _is_called_by_name(word: Word, sentence: Sentence) -> bool:
    """Whether a name between commas or at the end only says who is spoken to: "sorry to hear this, Heather!"."""
    if word.pos != "PROPN" or word.placeholder is not None:
        return False
    at = sentence.position(word)
    before = sentence.words[at - 1] if at else None
    after = sentence.words[at + 1] if at + 1 < len(sentence.words) else None
    return before is not None and before.text == "," and (after is None or after.is_punct)


def _is_bare(clause: Clause) -> bool:
    """A bare "sorry," governs nothing, wherever the parser hangs the rest."""
    root = clause.root
    if root.pos in ("VERB", "AUX"):
        return False
    words = clause.sentence.words
    following = clause.sentence.position(root) + 1
    return following < len(words) and words[following].is_punct


def _what_follows(clause: Clause) -> list[Word]:
    """The words up to the next comma or stop: the parser often hangs what a bare "sorry" is about elsewhere."""
    found = []
    words = clause.sentence.words
    for at in range(clause.sentence.position(clause.root) + 1, len(words)):
        word = words[at]
        if word.is_punct or word.dep == "cc":
            break
        found.append(word)
    return found
