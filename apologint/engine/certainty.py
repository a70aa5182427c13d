"""How surely a clause says that something happens, and whether it denies it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from apologint.engine.grammar import children
from apologint.engine.lexicon import MODALS, Lexicon

if TYPE_CHECKING:
    from spacy.tokens import Token

    from apologint.engine.clauses import Clause

CERTAINTIES = (
    "done",
    "perfect",
    "doing",
    "gerund",
    "now",
    *MODALS,
    *(f"{modal}-have" for modal in ("should", "could", "must", "may", "would")),
    "tried",
    "wished",
    "seems",
    "failed",
    "conditional",
    "asked",
    "told",
    "noun",
)
_DENIED_THROUGH = ("nsubj", "nsubjpass", "dobj", "attr", "prep", "acomp", "aux")
_LEAD = 2  # words before a predicate that its operator may begin with: "would like to"
HYPOTHETICAL = frozenset(("conditional", "asked", "told"))


def read(clause: Clause, has_subject: bool, lexicon: Lexicon) -> tuple[frozenset[str], bool]:
    """The certainties of a clause, and whether it is negative."""
    token = clause.root.token
    found: set[str] = set()
    governor = clause.governor
    operator = _operator(clause, lexicon)
    if operator is not None:
        found.add(operator)
        if governor is not None:
            found |= governor.certainty & (HYPOTHETICAL - {"told"} if operator in ("will", "can") else HYPOTHETICAL)
    modal = next((m for c in _auxiliaries(token) if (m := _modal(c, lexicon))), None)
    if modal == "would" and _is_participle_alone(token):
        modal = None
    perfect = any(c.dep_ == "aux" and c.lemma_ in lexicon.list("perfect") for c in token.children)
    is_inverted = inverted(token, lexicon)
    if modal is not None and not is_inverted:
        found.add(f"{modal}-have" if perfect and f"{modal}-have" in CERTAINTIES else modal)
    elif operator is None and token.dep_ == "conj" and governor is not None and not has_subject and not _tensed(token):
        found |= governor.certainty
    elif operator is None:
        found |= _tense(token, perfect)
    if _is_told(clause, has_subject, modal):
        found -= {"now"}
        found.add("told")
    if clause.sentence.asks and clause.root.token.dep_ not in ("relcl", "acl"):
        found.add("asked")
    if any(
        c.dep_ in ("mark", "advmod", "prep") and c.lower_ in lexicon.list("conditionals") for c in token.children
    ) or (is_inverted and not clause.sentence.asks):
        found.add("conditional")
    hopeful = lexicon.pattern("operators", "tried")
    if hopeful is not None and any(w.token.dep_ == "advmod" and hopeful.at([w], 0) for w in clause.words):
        found.add("tried")
    denied_above = operator is not None and governor is not None and governor.negative
    return frozenset(found), denied_above or _negative(clause, lexicon)


def inverted(token: Token, lexicon: Lexicon) -> bool:
    """A conditional without "if", by an auxiliary before the subject: "should you need", "had you told us"."""
    aux = next((c for c in token.children if c.dep_ in ("aux", "auxpass")), None)
    subject = next((c for c in token.children if c.dep_ in ("nsubj", "nsubjpass")), None)
    if aux is None or subject is None or aux.i > subject.i:
        return False
    return aux.lower_ in lexicon.map_words("modals", "should") or aux.tag_ == "VBD"


def _auxiliaries(token: Token) -> list[Token]:
    return children(token, "aux", "auxpass")


def _is_participle_alone(token: Token) -> bool:
    """Whether a predicate is a participle behind one auxiliary: the 'd of "you'd paid" is had, and not would."""
    return token.tag_ in ("VBN", "VBD") and len(_auxiliaries(token)) == 1


def _modal(token: Token, lexicon: Lexicon) -> str | None:
    for modal in MODALS:
        if {token.lower_, token.norm_} & lexicon.map_words("modals", modal):
            return modal
    return None


def _tensed(token: Token) -> bool:
    return token.tag_ in ("VBD", "VBZ", "VBP")


def _tense(token: Token, perfect: bool) -> set[str]:
    auxiliaries = _auxiliaries(token)
    if token.tag_ == "VBN" and any(c.tag_ == "VBG" for c in auxiliaries):
        return {"doing"}
    if perfect and not any(c.tag_ == "VBD" for c in auxiliaries):
        return {"done", "perfect"}
    if perfect or token.tag_ == "VBD" or any(c.tag_ == "VBD" for c in auxiliaries if token.tag_ != "VBG"):
        return {"done"}
    if token.tag_ == "VBN":
        return {"now"} if any(c.tag_ in ("VBZ", "VBP") and c.dep_ == "auxpass" for c in auxiliaries) else {"done"}
    if token.tag_ == "VBG":
        return {"doing"} if auxiliaries or token.dep_ in ("ROOT", "conj") else {"gerund"}
    return {"now"}


def _operator(clause: Clause, lexicon: Lexicon) -> str | None:
    """What the governing predicate makes of this one: "try to refund", "let me fix", "unable to find"."""
    token = clause.root.token
    governor = clause.governor
    if governor is None or token.dep_ not in ("xcomp", "ccomp", "pcomp", "advcl", "acl", "conj"):
        return None
    if token.dep_ == "conj" and any(c.dep_ in ("nsubj", "nsubjpass") for c in token.children):
        return None
    if token.dep_ == "advcl" and not any(c.tag_ == "TO" for c in token.children):
        return None
    words = clause.sentence.words
    heads = {token.head.i, governor.root.token.i}
    last = words.index(clause.root)
    first = max(0, min((at for at, word in enumerate(words) if word.token.i in heads), default=last) - _LEAD)
    for operator in ("tried", "wished", "failed", "can", "will", "seems", "asked"):
        pattern = lexicon.pattern("operators", operator)
        if pattern is None:
            continue
        for at, end in pattern.find(words[first:last]):
            if any(word.token.i in heads for word in words[first + at : first + end]):
                return operator
    return None


def _is_told(clause: Clause, has_subject: bool, modal: str | None) -> bool:
    token = clause.root.token
    if has_subject or modal is not None or token.tag_ not in ("VB", "VBP"):
        return False
    if token.dep_ == "ROOT" or (
        token.dep_ in ("conj", "ccomp", "dep", "parataxis") and not any(c.tag_ == "TO" for c in token.children)
    ):
        governor = clause.governor
        return governor is None or "told" in governor.certainty or token.dep_ in ("ccomp", "dep", "parataxis")
    return False


def _negative(clause: Clause, lexicon: Lexicon) -> bool:
    negators = lexicon.list("negators")
    token = clause.root.token
    for child in token.children:
        if child.dep_ == "neg" or (child.lower_ in negators and child.dep_ != "prep"):
            return True
        if child.dep_ in _DENIED_THROUGH and any(
            each.lower_ in negators and each.dep_ in ("det", "neg", "preconj") for each in child.children
        ):
            return True
    return clause.root.token.head.lower_ in negators and clause.root.token.dep_ == "pcomp"
