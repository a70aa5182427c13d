"""The parse as clauses: who did what, to whom, how surely, when, and how it hangs on its neighbours.

Knows the labels of the parse and the fields of a clause; which words mean what stands in the lexicons.
"""

from __future__ import annotations

from collections.abc import Container
from dataclasses import dataclass, field

from apologint.engine import acts, certainty, doers, links, objects, people
from apologint.engine.document import ParsedDraft, Sentence, Word
from apologint.engine.grammar import COMPLEMENTS, SUBJECTS, children
from apologint.engine.lexicon import Lexicon
from apologint.engine.naming import naming

_HELPERS = frozenset(("aux", "auxpass", "amod", "compound", "prep", "case", "mark", "nmod", "predet", "quantmod"))


@dataclass(slots=True, eq=False)
class Clause:
    """One predicate with what belongs to it. See `rules/README.md` for the values of each field."""

    root: Word
    sentence: Sentence
    words: list[Word]
    acts: frozenset[str] = frozenset()
    doer: str = "none"
    doer_word: Word | None = None
    subject: str = "none"
    owner: str = "none"
    to: frozenset[str] = frozenset()
    object: str = "none"
    object_words: list[Word] = field(default_factory=list)
    certainty: frozenset[str] = frozenset()
    negative: bool = False
    passive: bool = False
    time: str = "none"
    links: frozenset[str] = frozenset()
    governor: Clause | None = None
    nominal: bool = False

    @property
    def place(self) -> str:
        """Where its sentence stands in the letter."""
        return self.sentence.place

    def span(self) -> tuple[int, int]:
        """The words a person would point at: from the doer over the predicate to the object, as offsets."""
        marked = [self.root, *self.object_words]
        if self.doer_word is not None and self.doer_word in self.words:
            marked.append(self.doer_word)
        first = min(word.index for word in marked)
        last = max(word.index for word in marked)
        kept = [word for word in self.words if first <= word.index <= last] or [self.root]
        return min(kept[0].start, self.root.start), max(kept[-1].end, self.root.end)


def add_clauses(parsed: ParsedDraft, lexicon: Lexicon) -> None:
    """Fill `sentence.clauses` and `word.clause` throughout a parsed draft."""
    for sentence in parsed.sentences:
        clauses = _clauses(sentence, lexicon)
        clauses += _nominal(sentence, clauses, lexicon)
        sentence.clauses = sorted(clauses, key=lambda clause: clause.root.index)
    doers.resolve_they(parsed, lexicon)


def _clauses(sentence: Sentence, lexicon: Lexicon) -> list[Clause]:
    by_root = {word: Clause(word, sentence, []) for word in sentence.words if _is_predicate(word, lexicon)}
    for word in sentence.words:
        word.clause = by_root.get(_predicate(word, by_root))
        if word.clause is not None:
            word.clause.words.append(word)
    clauses = list(by_root.values())
    for clause in clauses:
        _fill(clause, lexicon)
    return clauses


def _predicate(word: Word, predicates: Container[Word]) -> Word:
    """The nearest predicate above a word, which may be itself; its root where there is none."""
    while word not in predicates and word.head is not word:
        word = word.head
    return word


def _is_predicate(word: Word, lexicon: Lexicon) -> bool:
    if word.dep == "ROOT":
        return not word.is_punct
    if word.pos in ("VERB", "AUX"):
        return word.dep not in _HELPERS
    if word.pos not in ("ADJ", "INTJ", "ADV") or word.dep in COMPLEMENTS:
        return False
    return bool(lexicon.lookups.acts_of_adjective(word.forms)) and _stands_alone(word)


def _stands_alone(word: Word) -> bool:
    """Whether an adjective that is an act is one by itself ("so sorry about this") and not only added to something."""
    head = word.head
    if word.dep in ("amod", "compound"):
        return not (head.pos in ("NOUN", "PROPN") and head.index > word.index)
    if word.dep == "advmod" and word.pos == "ADV" and head.pos in ("VERB", "AUX"):
        return word.index < head.index
    return not (word.dep == "conj" and head.dep in COMPLEMENTS)


def _fill(clause: Clause, lexicon: Lexicon) -> None:
    word = clause.root
    clause.governor = _governor(clause)
    clause.passive = any(child.dep in ("auxpass", "nsubjpass") for child in word.children) or (
        word.tag == "VBN" and word.dep in ("acl", "advcl", "relcl") and not children(word, "aux", "dobj")
    )
    doers.add_doer(clause, lexicon)
    said = lexicon.lookups.in_clause.find(clause.words)
    described, named = acts.complements(clause, lexicon), acts.nouns(clause, lexicon)
    clause.acts = acts.acts(clause, described, named, said, lexicon)
    clause.owner = doers.owner(clause, described, named, lexicon)
    if children(word, "expl"):
        clause.doer, clause.doer_word = clause.owner, None
    clause.to = doers.touched(clause, lexicon)
    clause.certainty, clause.negative = certainty.read(clause, doers.subject(word) is not None, lexicon)
    clause.object_words = objects.object_words(clause)
    clause.object = naming(objects.complement(clause), lexicon)
    clause.time = links.time(clause.words, said, lexicon)
    clause.links = links.links(clause, lexicon)


def _governor(clause: Clause) -> Clause | None:
    word = clause.root
    if word.dep == "ROOT":
        return None
    above = word.head.clause
    return above if above is not clause else None


def _nominal(sentence: Sentence, clauses: list[Clause], lexicon: Lexicon) -> list[Clause]:
    """Nouns that are an act by themselves ("our error cost you a day") and no other predicate's already."""
    taken = {word.index for clause in clauses for word in acts.nouns(clause, lexicon)}
    found = []
    for word in sentence.words:
        if word.index in taken or word.pos not in ("NOUN", "PROPN") or word.clause is None:
            continue
        done = lexicon.lookups.acts_of_noun(word.forms)
        if done:
            found.append(_noun_clause(word, word.clause, done, lexicon))
    return found


def _noun_clause(word: Word, above: Clause, done: frozenset[str], lexicon: Lexicon) -> Clause:
    sentence = above.sentence
    own = sorted(word.subtree(), key=lambda each: each.index)
    clause = Clause(word, sentence, own, done, governor=above, nominal=True)
    clause.owner = people.owner(word, lexicon)
    if clause.owner == "none" and word.dep in SUBJECTS and above.root.lower in lexicon.list("copulas"):
        clause.owner = above.owner
    clause.doer = clause.owner
    clause.object_words = [each for each in clause.words if each is not word and not each.is_punct]
    clause.object = naming(clause.object_words, lexicon)
    clause.time = links.time(clause.words, lexicon.lookups.in_clause.find(clause.words), lexicon)
    negators = lexicon.list("negators")
    clause.negative = any(each.lower in negators for each in word.children)
    clause.certainty = frozenset({"noun"})
    return clause
