"""Who does it, whose it is, and whom it touches."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from apologint.engine import people
from apologint.engine.grammar import SUBJECTS, TENSED, children
from apologint.engine.lexicon import Lexicon

if TYPE_CHECKING:
    from apologint.engine.clauses import Clause
    from apologint.engine.document import ParsedDraft, Word

_TOUCHED = frozenset(("us", "customer", "third", "anyone"))
_DOER_FROM_ABOVE = ("xcomp", "conj", "advcl", "pcomp", "ccomp", "acl", "dep")


def subject(word: Word) -> Word | None:
    """The subject of a predicate; of "who" and "which" what they stand for.

    Of several before it the last: the others only say who is spoken to ("Ana, our driver took the wrong road").
    """
    subjects = children(word, *SUBJECTS)
    if not subjects:
        return None
    child = next((each for each in reversed(subjects) if each.index < word.index), subjects[0])
    return word.head if child.tag in ("WDT", "WP") and word.dep == "relcl" else child


def add_doer(clause: Clause, lexicon: Lexicon) -> None:
    """Fill `subject`, `doer` and `doer_word`; the clauses above must have theirs."""
    word = clause.root
    own = subject(word)
    if own is not None:
        clause.subject = people.who(own, lexicon)
    if clause.passive:
        agent = next((noun for by in children(word, "agent") for noun in children(by, "pobj")), None)
        _name_doer(clause, agent, lexicon)
        if clause.subject == "none" and word.dep == "acl":
            clause.subject = people.who(word.head, lexicon)
    elif own is not None:
        _name_doer(clause, own, lexicon)
    elif word.dep == "acl" and word.tag == "VBG":
        _name_doer(clause, word.head, lexicon)
    elif clause.governor is not None and word.dep in _DOER_FROM_ABOVE and not _stands_apart(word):
        _inherit_doer(clause, clause.governor, lexicon)
    elif word.dep == "ROOT" and _drops_subject(word):
        clause.doer = "we"


def _name_doer(clause: Clause, word: Word | None, lexicon: Lexicon) -> None:
    if word is not None:
        clause.doer = people.who(word, lexicon)
        clause.doer_word = word


def _inherit_doer(clause: Clause, above: Clause, lexicon: Lexicon) -> None:
    word = clause.root
    head = above.root
    if head.lemma.lower() in lexicon.list("control_by_object") and word.dep in ("xcomp", "ccomp", "pcomp"):
        for child in children(head, "dobj", "dative", "nsubjpass"):
            if child is not word:
                _name_doer(clause, child, lexicon)
                return
    clause.doer, clause.doer_word = above.doer, above.doer_word
    clause.subject = above.subject if clause.subject == "none" else clause.subject


def _stands_apart(word: Word) -> bool:
    """Whether a predicate below another one has not its doer, though it names none.

    "Given the delay" is as good as a preposition; and where a verb with a tense names no subject, the parser has
    hung it elsewhere ("sorry that the item sent for order 7 was late").
    """
    if word.dep == "advcl" and word.tag == "VBN":
        return not children(word, "aux", "auxpass")
    return word.dep in ("advcl", "ccomp") and word.tag in TENSED


def _drops_subject(word: Word) -> bool:
    """Chat and bullets drop the first person: "Refunded your fee", "Will ring you", "Looking into it"."""
    if word.tag in ("VBD", "VBG", "VBP") or (word.tag == "VBN" and children(word, "dobj", "prt")):
        return True
    return word.tag == "VB" and any(child.tag == "MD" for child in word.children)


def owner(clause: Clause, complements: Sequence[Word], nouns: Sequence[Word], lexicon: Lexicon) -> str:
    """Whose the act is: "our error", "a mistake on our side", "the fault was ours"."""
    root = clause.root
    for word in (*nouns, *complements):
        found = people.owner(word, lexicon)
        if found != "none":
            return found
    for word in complements:
        if owned := people.possessor(word, lexicon):
            return owned
    placed = people.owner(root, lexicon)
    above = subject(root)
    if placed == "none" and above is not None and clause.root.lower in lexicon.list("copulas"):
        return people.owner(above, lexicon)
    return placed


def touched(clause: Clause, lexicon: Lexicon) -> frozenset[str]:
    """Whom the act, or whose thing, it is done to."""
    word = clause.root
    targets = children(word, "dobj", "dative", "nsubjpass")
    for preposition in children(word, "prep", "dative"):
        targets += children(preposition, "pobj")
    if not clause.passive and not children(word, "dobj") and clause.doer in ("thing", "none"):
        targets += children(word, "nsubj")
    found = {who(target, lexicon) for target in targets for who in (people.who, people.owner)}
    return _TOUCHED & (found | {"us"} if "we" in found else found)


def resolve_they(parsed: ParsedDraft, lexicon: Lexicon) -> None:
    """'They', 'he' and 'she' are whoever of our side or a third party was named last."""
    last = "someone"
    for sentence in parsed.sentences:
        by_root = {clause.root: clause for clause in sentence.clauses}
        for word in sentence.words:
            if word.pos in ("NOUN", "PROPN"):
                person = people.who(word, lexicon)
                if person in ("us", "third"):
                    last = person
            clause = by_root.get(word)
            if clause is not None:
                clause.doer = last if clause.doer == "they" else clause.doer
                clause.subject = last if clause.subject == "they" else clause.subject
