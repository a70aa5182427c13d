"""Who does it, whose it is, and whom it touches."""

from __future__ import annotations

from typing import TYPE_CHECKING

from apologint.engine import acts, people
from apologint.engine.grammar import SUBJECTS, children
from apologint.engine.lexicon import Lexicon

if TYPE_CHECKING:
    from spacy.tokens import Token

    from apologint.engine.clauses import Clause
    from apologint.engine.document import ParsedDraft

_TOUCHED = frozenset(("us", "customer", "third", "anyone"))
_DOER_FROM_ABOVE = ("xcomp", "conj", "advcl", "pcomp", "ccomp", "acl", "dep")


def subject(token: Token) -> Token | None:
    """The subject of a predicate; of "who" and "which" what they stand for.

    Of several before it the last: the others only say who is spoken to ("Ana, our driver took the wrong road").
    """
    subjects = children(token, *SUBJECTS)
    if not subjects:
        return None
    child = next((each for each in reversed(subjects) if each.i < token.i), subjects[0])
    return token.head if child.tag_ in ("WDT", "WP") and token.dep_ == "relcl" else child


def add_doer(clause: Clause, lexicon: Lexicon) -> None:
    """Fill `subject`, `doer` and `doer_word`; the clauses above must have theirs."""
    token = clause.root.token
    own = subject(token)
    if own is not None:
        clause.subject = people.who(own, lexicon)
    if clause.passive:
        agent = next((noun for by in children(token, "agent") for noun in children(by, "pobj")), None)
        _name_doer(clause, agent, lexicon)
        if clause.subject == "none" and token.dep_ == "acl":
            clause.subject = people.who(token.head, lexicon)
    elif own is not None:
        _name_doer(clause, own, lexicon)
    elif token.dep_ == "acl" and token.tag_ == "VBG":
        _name_doer(clause, token.head, lexicon)
    elif clause.governor is not None and token.dep_ in _DOER_FROM_ABOVE:
        _inherit_doer(clause, clause.governor, lexicon)
    elif token.dep_ == "ROOT" and _drops_subject(token):
        clause.doer = "we"


def _name_doer(clause: Clause, token: Token | None, lexicon: Lexicon) -> None:
    if token is not None:
        clause.doer = people.who(token, lexicon)
        clause.doer_word = clause.sentence.word_of(token)


def _inherit_doer(clause: Clause, above: Clause, lexicon: Lexicon) -> None:
    token = clause.root.token
    head = above.root.token
    if head.lemma_.lower() in lexicon.list("control_by_object") and token.dep_ in ("xcomp", "ccomp", "pcomp"):
        for child in children(head, "dobj", "dative", "nsubjpass"):
            if child.i != token.i:
                _name_doer(clause, child, lexicon)
                return
    clause.doer, clause.doer_word = above.doer, above.doer_word
    clause.subject = above.subject if clause.subject == "none" else clause.subject


def _drops_subject(token: Token) -> bool:
    """Chat and bullets drop the first person: "Refunded your fee", "Will ring you", "Looking into it"."""
    if token.tag_ in ("VBD", "VBG", "VBP") or (token.tag_ == "VBN" and children(token, "dobj", "prt")):
        return True
    return token.tag_ == "VB" and any(child.tag_ == "MD" for child in token.children)


def owner(clause: Clause, lexicon: Lexicon) -> str:
    """Whose the act is: "our error", "a mistake on our side", "the fault was ours"."""
    root = clause.root.token
    complements = acts.complements(clause, lexicon)
    for word in (*acts.nouns(clause, lexicon), *complements):
        found = people.owner(word.token, lexicon)
        if found != "none":
            return found
    for word in complements:
        if owned := people.possessor(word.token, lexicon):
            return owned
    placed = people.owner(root, lexicon)
    above = subject(root)
    if placed == "none" and above is not None and clause.root.lower in lexicon.list("copulas"):
        return people.owner(above, lexicon)
    return placed


def touched(clause: Clause, lexicon: Lexicon) -> frozenset[str]:
    """Whom the act, or whose thing, it is done to."""
    token = clause.root.token
    targets = children(token, "dobj", "dative", "nsubjpass")
    for preposition in children(token, "prep", "dative"):
        targets += children(preposition, "pobj")
    if not clause.passive and not children(token, "dobj") and clause.doer in ("thing", "none"):
        targets += children(token, "nsubj")
    found = {who(target, lexicon) for target in targets for who in (people.who, people.owner)}
    return _TOUCHED & (found | {"us"} if "we" in found else found)


def resolve_they(parsed: ParsedDraft, lexicon: Lexicon) -> None:
    """'They', 'he' and 'she' are whoever of our side or a third party was named last."""
    last = "someone"
    for sentence in parsed.sentences:
        for word in sentence.words:
            if word.pos in ("NOUN", "PROPN"):
                person = people.who(word.token, lexicon)
                if person in ("us", "third"):
                    last = person
            for clause in sentence.clauses:
                if clause.root is word:
                    clause.doer = last if clause.doer == "they" else clause.doer
                    clause.subject = last if clause.subject == "they" else clause.subject
