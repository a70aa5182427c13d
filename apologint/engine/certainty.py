"""How surely a clause says that something happens, and whether it denies it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from apologint.engine.grammar import TENSED, children
from apologint.engine.lexicon import MODALS, Lexicon

if TYPE_CHECKING:
    from apologint.engine.clauses import Clause
    from apologint.engine.document import Word

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
    word = clause.root
    found: set[str] = set()
    governor = clause.governor
    operator = _operator(clause, lexicon)
    if operator is not None:
        found.add(operator)
        if governor is not None:
            found |= governor.certainty & (HYPOTHETICAL - {"told"} if operator in ("will", "can") else HYPOTHETICAL)
    modal = next((m for c in _auxiliaries(word) if (m := _modal(c, lexicon))), None)
    if modal == "would" and _is_participle_alone(word):
        modal = None
    perfect = any(c.dep == "aux" and c.lemma in lexicon.list("perfect") for c in word.children)
    is_inverted = inverted(word, lexicon)
    if modal is not None and not is_inverted:
        found.add(f"{modal}-have" if perfect and f"{modal}-have" in CERTAINTIES else modal)
    elif (
        operator is None
        and word.dep == "conj"
        and governor is not None
        and not has_subject
        and _shares_tense(word, governor)
    ):
        found |= governor.certainty
    elif operator is None:
        found |= _tense(word, perfect)
    if _is_told(clause, has_subject, modal):
        found -= {"now"}
        found.add("told")
    if clause.sentence.asks and clause.root.dep not in ("relcl", "acl"):
        found.add("asked")
    if any(c.dep in ("mark", "advmod", "prep") and c.lower in lexicon.list("conditionals") for c in word.children) or (
        is_inverted and not clause.sentence.asks
    ):
        found.add("conditional")
    hopeful = lexicon.pattern("operators", "tried")
    if hopeful is not None and any(w.dep == "advmod" and hopeful.at([w], 0) for w in clause.words):
        found.add("tried")
    denied_above = operator is not None and governor is not None and governor.negative
    return frozenset(found), denied_above or _negative(clause, lexicon)


def inverted(word: Word, lexicon: Lexicon) -> bool:
    """A conditional without "if", by an auxiliary before the subject: "should you need", "had you told us"."""
    aux = next((c for c in word.children if c.dep in ("aux", "auxpass")), None)
    subject = next((c for c in word.children if c.dep in ("nsubj", "nsubjpass")), None)
    if aux is None or subject is None or aux.index > subject.index:
        return False
    return aux.lower in lexicon.list("inverting")


def _auxiliaries(word: Word) -> list[Word]:
    return children(word, "aux", "auxpass")


def _is_participle_alone(word: Word) -> bool:
    """Whether a predicate is a participle behind one auxiliary: the 'd of "you'd paid" is had, and not would."""
    return word.tag in ("VBN", "VBD") and len(_auxiliaries(word)) == 1


def _modal(word: Word, lexicon: Lexicon) -> str | None:
    for modal in MODALS:
        if {word.lower, word.norm} & lexicon.map_words("modals", modal):
            return modal
    return None


def _shares_tense(word: Word, governor: Clause) -> bool:
    """Whether what is joined to a predicate stands in its tense, as in "we will call and check".

    So it does in "we have called and checked": the parser often takes such a participle for a past tense.
    """
    return word.tag not in TENSED or (word.tag == "VBD" and "perfect" in governor.certainty)


def _tense(word: Word, perfect: bool) -> set[str]:
    auxiliaries = _auxiliaries(word)
    if word.tag == "VBN" and any(c.tag == "VBG" for c in auxiliaries):
        return {"doing"}
    if perfect and not any(c.tag == "VBD" for c in auxiliaries):
        return {"done", "perfect"}
    if perfect or word.tag == "VBD" or any(c.tag == "VBD" for c in auxiliaries if word.tag != "VBG"):
        return {"done"}
    if word.tag == "VBN":
        return {"now"} if any(c.tag in ("VBZ", "VBP") and c.dep == "auxpass" for c in auxiliaries) else {"done"}
    if word.tag == "VBG":
        return {"doing"} if auxiliaries or word.dep in ("ROOT", "conj") else {"gerund"}
    return {"now"}


def _operator(clause: Clause, lexicon: Lexicon) -> str | None:
    """What the governing predicate makes of this one: "try to refund", "let me fix", "unable to find"."""
    word = clause.root
    governor = clause.governor
    if governor is None or word.dep not in ("xcomp", "ccomp", "pcomp", "advcl", "acl", "conj"):
        return None
    if word.dep == "conj" and any(c.dep in ("nsubj", "nsubjpass") for c in word.children):
        return None
    if word.dep == "advcl" and not any(c.tag == "TO" for c in word.children):
        return None
    heads = (word.head, governor.root)
    last = clause.sentence.position(word)
    first = min((at for at in map(clause.sentence.position, heads) if at < last), default=last)
    between = clause.sentence.words[max(0, first - _LEAD) : last]
    for operator, spans in lexicon.lookups.operators.find(between).items():
        if any(each in heads for start, end in spans for each in between[start:end]):
            return operator
    return None


def _is_told(clause: Clause, has_subject: bool, modal: str | None) -> bool:
    word = clause.root
    if has_subject or modal is not None or word.tag not in ("VB", "VBP"):
        return False
    if word.dep == "ROOT" or (
        word.dep in ("conj", "ccomp", "dep", "parataxis") and not any(c.tag == "TO" for c in word.children)
    ):
        governor = clause.governor
        return governor is None or "told" in governor.certainty or word.dep in ("ccomp", "dep", "parataxis")
    return False


def _negative(clause: Clause, lexicon: Lexicon) -> bool:
    word = clause.root
    for child in word.children:
        if child.dep != "prep" and _denies(child, lexicon):
            return True
        if child.dep in _DENIED_THROUGH and any(
            each.dep in ("det", "neg", "preconj") and _denies(each, lexicon) for each in child.children
        ):
            return True
    return clause.root.dep == "pcomp" and _denies(clause.root.head, lexicon)


def _denies(word: Word, lexicon: Lexicon) -> bool:
    """Whether a word is a negator, and not one that denies nothing, as in "not only"."""
    if word.lower not in lexicon.list("negators"):
        return False
    after = word.index - word.row[0].index + 1
    return after == len(word.row) or word.row[after].lower not in lexicon.list("focusing")
