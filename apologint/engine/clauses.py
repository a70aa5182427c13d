"""The parse as clauses: who did what, to whom, how surely, when, and how it hangs on its neighbours.

Knows the labels of the parse and the fields of a clause; which words mean what stands in the lexicons.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from apologint.engine import certainty, people
from apologint.engine.document import ParsedDraft, Sentence, Word
from apologint.engine.lexicon import Act, Lexicon
from apologint.engine.naming import naming

if TYPE_CHECKING:
    from spacy.tokens import Token

_HELPERS = frozenset(("aux", "auxpass", "amod", "compound", "prep", "case", "mark", "nmod", "predet", "quantmod"))
_SUBJECTS = ("nsubj", "nsubjpass", "csubj", "csubjpass")
_COMPLEMENTS = ("acomp", "attr", "oprd")
_OBJECTS = ("dobj", "dative", "attr", "oprd", "pobj")


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
    for row in parsed.words:
        by_token = {word.token.i: word for word in row}
        for sentence in parsed.sentences:
            if sentence.words and by_token.get(sentence.words[0].token.i) is sentence.words[0]:
                _Reader(sentence, by_token, lexicon).read()
    _resolve_they(parsed, lexicon)


class _Reader:
    """Reads the clauses of one sentence."""

    def __init__(self, sentence: Sentence, by_token: dict[int, Word], lexicon: Lexicon) -> None:
        self.sentence = sentence
        self.by_token = by_token
        self.lexicon = lexicon

    def read(self) -> None:
        roots = [word for word in self.sentence.words if self._is_predicate(word)]
        root_tokens = {word.token.i for word in roots}
        clauses = []
        for word in roots:
            own = [self.by_token[t.i] for t in self._own(word.token, root_tokens)]
            clause = Clause(word, self.sentence, sorted(own, key=lambda w: w.index))
            for each in clause.words:
                each.clause = clause
            clauses.append(clause)
        for clause in clauses:
            self._fill(clause)
        clauses += list(self._nominal(clauses))
        self.sentence.clauses = sorted(clauses, key=lambda c: c.root.index)

    def _is_predicate(self, word: Word) -> bool:
        token = word.token
        if token.dep_ == "ROOT":
            return not token.is_punct
        if token.pos_ in ("VERB", "AUX"):
            return token.dep_ not in _HELPERS
        if token.pos_ not in ("ADJ", "INTJ", "ADV") or token.dep_ in _COMPLEMENTS:
            return False
        if not any(word.forms & act.adjectives for act in self.lexicon.acts.values()):
            return False
        head = token.head
        if token.dep_ in ("amod", "compound"):
            return not (head.pos_ in ("NOUN", "PROPN") and head.i > token.i)
        if token.dep_ == "advmod" and token.pos_ == "ADV" and head.pos_ in ("VERB", "AUX"):
            return token.i < head.i
        return not (token.dep_ == "conj" and head.dep_ in _COMPLEMENTS)

    def _own(self, token: Token, roots: set[int]) -> Iterator[Token]:
        yield token
        for child in token.children:
            if child.i not in roots and child.i in self.by_token:
                yield from self._own(child, roots)

    def _fill(self, clause: Clause) -> None:
        token = clause.root.token
        head = self._head(clause)
        clause.governor = head
        clause.passive = any(child.dep_ in ("auxpass", "nsubjpass") for child in token.children) or (
            token.tag_ == "VBN" and token.dep_ in ("acl", "advcl", "relcl") and not _children(token, "aux", "dobj")
        )
        subject = self._subject(token)
        clause.subject = people.who(subject, self.lexicon) if subject is not None else "none"
        self._set_doer(clause, subject, head)
        clause.acts = self._acts(clause)
        clause.owner = self._owner(clause)
        if _children(token, "expl"):
            clause.doer, clause.doer_word = clause.owner, None
        clause.to = self._to(clause)
        clause.certainty, clause.negative = certainty.read(clause, subject is not None, self.lexicon)
        clause.object_words = self._object_words(clause)
        clause.object = naming(self._complement(clause), self.lexicon)
        clause.time = self._time(clause.words)
        clause.links = self._links(clause)

    def _head(self, clause: Clause) -> Clause | None:
        token = clause.root.token
        if token.dep_ == "ROOT":
            return None
        word = self.by_token.get(token.head.i)
        return word.clause if word is not None and word.clause is not clause else None

    def _subject(self, token: Token) -> Token | None:
        for child in token.children:
            if child.dep_ in _SUBJECTS:
                if child.tag_ in ("WDT", "WP") and token.dep_ == "relcl":
                    return token.head
                return child
        return None

    def _set_doer(self, clause: Clause, subject: Token | None, head: Clause | None) -> None:
        token = clause.root.token
        if clause.passive:
            agent = next((n for by in _children(token, "agent") for n in _children(by, "pobj")), None)
            self._name_doer(clause, agent)
            if clause.subject == "none" and token.dep_ == "acl":
                clause.subject = people.who(token.head, self.lexicon)
        elif subject is not None:
            self._name_doer(clause, subject)
        elif token.dep_ == "acl" and token.tag_ == "VBG":
            self._name_doer(clause, token.head)
        elif head is not None and token.dep_ in ("xcomp", "conj", "advcl", "pcomp", "ccomp", "acl", "dep"):
            self._inherit_doer(clause, head)
        elif token.dep_ == "ROOT" and self._dropped_subject(token):
            clause.doer = "we"

    def _name_doer(self, clause: Clause, token: Token | None) -> None:
        if token is not None:
            clause.doer = people.who(token, self.lexicon)
            clause.doer_word = self.by_token.get(token.i)

    def _inherit_doer(self, clause: Clause, head: Clause) -> None:
        heads = head.root.token
        control = heads.lemma_.lower() in self.lexicon.list("control_by_object")
        if control and clause.root.token.dep_ in ("xcomp", "ccomp", "pcomp"):
            for child in heads.children:
                if child.dep_ in ("dobj", "dative", "nsubjpass") and child.i != clause.root.token.i:
                    self._name_doer(clause, child)
                    return
        clause.doer, clause.doer_word = head.doer, head.doer_word
        clause.subject = head.subject if clause.subject == "none" else clause.subject

    @staticmethod
    def _dropped_subject(token: Token) -> bool:
        """Chat and bullets drop the first person: "Refunded your fee", "Will ring you", "Looking into it"."""
        if token.tag_ in ("VBD", "VBG", "VBP") or (token.tag_ == "VBN" and _children(token, "dobj", "prt")):
            return True
        return token.tag_ == "VB" and any(child.tag_ == "MD" for child in token.children)

    def _acts(self, clause: Clause) -> frozenset[str]:
        found = {name for name, act in self.lexicon.acts.items() if self._does(clause, act)}
        return frozenset(found)

    def _does(self, clause: Clause, act: Act) -> bool:
        root = clause.root
        for form in root.forms:
            for entry in act.verbs.get(form, ()):
                if root.pos not in ("NOUN", "PROPN") and all(
                    any(w.forms & part for w in clause.words if w is not root) for part in entry.rest
                ):
                    return True
        if root.forms & act.adjectives and root.pos not in ("VERB",):
            return True
        if any(word.forms & act.adjectives for word in self._complements(root)):
            return True
        if any(word.forms & act.nouns for word in self._act_nouns(clause)):
            return True
        return act.manner is not None and root.pos in ("VERB", "AUX") and any(True for _ in act.manner.find(clause.words))

    def _complements(self, root: Word) -> list[Word]:
        found = []
        for child in root.token.children:
            if child.dep_ in _COMPLEMENTS or (child.dep_ == "advmod" and root.lower in self.lexicon.list("copulas")):
                for each in (child, *(c for c in child.children if c.dep_ == "conj")):
                    word = self.by_token.get(each.i)
                    if word is not None and word.clause is root.clause:
                        found.append(word)
        return found

    def _act_nouns(self, clause: Clause) -> list[Word]:
        """The nouns that carry the act of a light verb, a copula or a there-is; or the root itself."""
        root = clause.root
        nouns = [root] if root.pos in ("NOUN", "PROPN", "INTJ", "ADJ") or root.token.dep_ == "ROOT" else []
        if root.forms & (self.lexicon.list("light_verbs") | self.lexicon.list("copulas")):
            kinds = ("dobj", "attr", "nsubjpass") if not root.forms & self.lexicon.list("copulas") else ("attr",)
            for child in root.token.children:
                if child.dep_ in kinds and child.i in self.by_token:
                    nouns.append(self.by_token[child.i])
        return nouns

    def _owner(self, clause: Clause) -> str:
        for word in (*self._act_nouns(clause), *self._complements(clause.root)):
            found = people.owner(word.token, self.lexicon)
            if found != "none":
                return found
        subject = self._subject(clause.root.token)
        if clause.root.lower in self.lexicon.list("copulas"):
            placed = people.owner(clause.root.token, self.lexicon)
            if placed != "none":
                return placed
            if subject is not None:
                return people.owner(subject, self.lexicon)
        return people.owner(clause.root.token, self.lexicon)

    def _to(self, clause: Clause) -> frozenset[str]:
        found: set[str] = set()
        token = clause.root.token
        targets = [c for c in token.children if c.dep_ in ("dobj", "dative", "nsubjpass")]
        for prep in _children(token, "prep", "dative", "agent"):
            if prep.dep_ != "agent":
                targets += _children(prep, "pobj")
        if not clause.passive and not _children(token, "dobj") and clause.doer in ("thing", "none"):
            targets += _children(token, "nsubj")
        for target in targets:
            person = people.who(target, self.lexicon)
            found.add("us" if person == "we" else person)
            found.add(people.owner(target, self.lexicon))
        return frozenset(found & {"us", "customer", "third", "anyone"})

    def _object_words(self, clause: Clause) -> list[Word]:
        """What the predicate is about: object, complement and prepositional phrases, without the subject."""
        token = clause.root.token
        skipped: set[int] = set()
        for child in token.children:
            if child.dep_ in (*_SUBJECTS, "agent") and not (child.dep_ == "nsubjpass"):
                skipped.update(t.i for t in child.subtree)
        return [
            word
            for word in clause.words
            if word is not clause.root
            and word.token.i not in skipped
            and (word.index > clause.root.index or self._fronted(word, clause))
            and not word.is_punct
            and word.token.dep_ not in ("aux", "auxpass", "neg", "cc", "mark")
        ]

    def _complement(self, clause: Clause) -> list[Word]:
        """The object with the clauses that it holds ("sorry you had to wait"), without what is merely joined on."""
        inside = {word.index for word in clause.words}
        if self._stands_alone(clause.root):
            return []
        found = list(clause.object_words)
        for word in clause.words:
            for child in word.token.children:
                if child.i not in self.by_token or self.by_token[child.i].index in inside:
                    continue
                if child.dep_ in ("ccomp", "xcomp", "pcomp", "relcl", "acl", "csubj") and child.i > clause.root.token.i:
                    found += [self.by_token[t.i] for t in child.subtree if t.i in self.by_token]
        if not found and clause.root.pos not in ("VERB", "AUX"):
            found = self._what_follows(clause)
        return found

    def _stands_alone(self, root: Word) -> bool:
        """A bare "sorry," governs nothing, wherever the parser hangs the rest."""
        after = next((word for word in self.sentence.words if word.index == root.index + 1), None)
        return root.pos not in ("VERB", "AUX") and after is not None and after.is_punct

    def _what_follows(self, clause: Clause) -> list[Word]:
        """The words up to the next comma or stop: the parser often hangs what a bare "sorry" is about elsewhere."""
        found = []
        for word in self.sentence.words:
            if word.index <= clause.root.index:
                continue
            if word.is_punct or word.dep == "cc":
                break
            found.append(word)
        return found

    @staticmethod
    def _fronted(word: Word, clause: Clause) -> bool:
        return clause.passive and any(
            word.token.i == t.i for c in clause.root.token.children if c.dep_ == "nsubjpass" for t in c.subtree
        )

    def _time(self, words: list[Word]) -> str:
        for key in ("dated", "vague"):
            pattern = self.lexicon.pattern("times", key)
            if pattern is not None and any(True for _ in pattern.find(words)):
                return key
        roles = self.lexicon.map_words("roles", "time")
        if any(w.placeholder and any(role in w.placeholder.name.lower() for role in roles) for w in words):
            return "dated"
        return "none"

    def _links(self, clause: Clause) -> frozenset[str]:
        token = clause.root.token
        first = clause.words[0]
        found: set[str] = set()
        markers = [c for c in token.children if c.dep_ in ("mark", "advmod", "cc", "prep", "preconj")]
        before = [w for w in self.sentence.words if w.index in (first.index - 1, first.index - 2)]
        if token.dep_ == "conj":
            markers += [c for c in token.head.children if c.dep_ == "cc" and c.i < token.i]
        names = {m.lower_ for m in markers} | {w.lower for w in before if w.token.dep_ in ("cc", "mark")}
        names |= {clause.words[0].lower}
        for link, listed in (("if", "conditionals"), ("but", "contrasts"), ("because", "causes"), ("so_that", "purposes")):
            if names & self.lexicon.list(listed):
                found.add(link)
        if certainty.inverted(token, self.lexicon) and not self.sentence.asks:
            found.add("if")
        return frozenset(found)

    def _nominal(self, clauses: list[Clause]) -> Iterator[Clause]:
        """Nouns that are an act by themselves ("our error cost you a day") and no other predicate's already."""
        taken = {w.index for c in clauses for w in self._act_nouns(c)}
        for word in self.sentence.words:
            if word.index in taken or word.pos not in ("NOUN", "PROPN") or word.clause is None:
                continue
            acts = frozenset(name for name, act in self.lexicon.acts.items() if word.forms & act.nouns)
            if not acts:
                continue
            own = [self.by_token[t.i] for t in word.token.subtree if t.i in self.by_token]
            clause = Clause(word, self.sentence, sorted(own, key=lambda w: w.index), acts, nominal=True)
            clause.owner = people.owner(word.token, self.lexicon)
            above = word.clause
            if clause.owner == "none" and word.dep in _SUBJECTS and above.root.lower in self.lexicon.list("copulas"):
                clause.owner = above.owner
            clause.doer = clause.owner
            clause.governor = word.clause
            clause.object_words = [w for w in clause.words if w is not word and not w.is_punct]
            clause.object = naming(clause.object_words, self.lexicon)
            clause.time = self._time(clause.words)
            clause.negative = any(w.lower in self.lexicon.list("negators") for w in clause.words if w.token.head is word.token)
            clause.certainty = frozenset({"noun"})
            yield clause


def _children(token: Token, *deps: str) -> list[Token]:
    return [child for child in token.children if child.dep_ in deps]


def _resolve_they(parsed: ParsedDraft, lexicon: Lexicon) -> None:
    """'They', 'he' and 'she' are whoever of our side or a third party was named last."""
    last = "someone"
    for sentence in parsed.sentences:
        for word in sentence.words:
            if word.pos in ("NOUN", "PROPN"):
                person = people.who(word.token, lexicon)
                if person in ("us", "third"):
                    last = person
            for clause in sentence.clauses:
                if clause.doer == "they" and clause.root is word:
                    clause.doer = last
                if clause.subject == "they" and clause.root is word:
                    clause.subject = last
