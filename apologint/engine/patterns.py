"""Patterns as rules write them, made to find their hits in a parsed draft."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from apologint.engine.clauses import Clause
from apologint.engine.document import ParsedDraft, Sentence
from apologint.engine.lexicon import Lexicon
from apologint.engine.rules import Pattern, RuleError
from apologint.engine.schema import CLAUSE_BODIES, as_list
from apologint.engine.wordpattern import Positions, WordPattern, positions
from apologint.model import Quality, Step

_HYPOTHETICAL = frozenset(("conditional", "asked", "told"))


@dataclass(frozen=True, slots=True)
class Hit:
    """Where a pattern holds: offsets in the draft, the sentence, and the clause if there is one."""

    start: int
    end: int
    sentence: Sentence | None
    clause: Clause | None = None
    tag: str | None = None


@dataclass(slots=True)
class View:
    """A parsed draft with what is already known about it: step qualities, and what was found, each sought once."""

    parsed: ParsedDraft
    run: Callable[[View, str], list[Hit]]
    fired: dict[str, list[Hit]] = field(default_factory=dict)
    found: dict[Finder, list[Hit]] = field(default_factory=dict)
    qualities: dict[Step, Quality] = field(default_factory=dict)
    positions: list[Positions] = field(init=False)

    def __post_init__(self) -> None:
        self.positions = [positions(row) for row in self.parsed.words]

    def hits(self, rule_id: str) -> list[Hit]:
        """Where a rule holds in this draft."""
        if rule_id not in self.fired:
            self.fired[rule_id] = self.run(self, rule_id)
        return self.fired[rule_id]


Finder = Callable[[View], list[Hit]]


def once(search: Finder) -> Finder:
    """A finder that looks only once at each view."""

    def find(view: View) -> list[Hit]:
        if search not in view.found:
            view.found[search] = search(view)
        return view.found[search]

    return find


class Compiler:
    """Turns patterns into finders, once, when the rules are loaded into an engine."""

    def __init__(self, lexicon: Lexicon, vocab: Any, path: Any) -> None:
        self.lexicon = lexicon
        self.vocab = vocab
        self.path = path

    def finder(self, pattern: Pattern) -> Finder:
        """The finder of one pattern with its options."""
        search = getattr(self, f"_{pattern.sort}")(pattern)
        options = pattern.options
        with_all = [self._condition(inner) for inner in options.get("and", ())]
        without = [self._condition(inner) for inner in options.get("unless", ())]
        tag, places, mode = options.get("tag"), options.get("place"), options.get("mode")
        least, within = options.get("at_least", 1), options.get("within_words")

        def search_within(view: View) -> list[Hit]:
            if mode is not None and view.parsed.draft.mode != mode:
                return []
            if within is not None and sum(len(row) for row in view.parsed.words) > within:
                return []
            hits: list[Hit] = search(view)
            if places is not None:
                hits = [hit for hit in hits if hit.sentence is None or hit.sentence.place in places]
            if with_all or without:
                hits = [
                    hit
                    for hit in hits
                    if all(holds(view, hit) for holds in with_all) and not any(holds(view, hit) for holds in without)
                ]
            if len(hits) < least:
                return []
            if tag is not None:
                hits = [Hit(hit.start, hit.end, hit.sentence, hit.clause, tag) for hit in hits]
            return hits[-1:] if least > 1 else hits

        return once(search_within)

    def _condition(self, pattern: Pattern) -> Callable[[View, Hit], bool]:
        return condition(self.finder(pattern), pattern.options.get("where", "sentence"))

    def _clause(self, pattern: Pattern) -> Finder:
        test = self.clause_test(pattern.body)

        def find(view: View) -> list[Hit]:
            return [
                Hit(*clause.span(), sentence, clause)
                for sentence in view.parsed.sentences
                for clause in sentence.clauses
                if test(clause)
            ]

        return find

    def _words(self, pattern: Pattern) -> Finder:
        compiled = self.lexicon.notation.any_of(as_list(pattern.body))

        def find(view: View) -> list[Hit]:
            return [
                Hit(row[start].start, row[end - 1].end, row[start].sentence, row[start].clause)
                for row, where in zip(view.parsed.words, view.positions, strict=True)
                for start, end in compiled.find(row, where)
            ]

        return find

    def _tokens(self, pattern: Pattern) -> Finder:
        from spacy.matcher import Matcher

        matcher = Matcher(self.vocab, validate=True)
        self._add(matcher, pattern)

        def find(view: View) -> list[Hit]:
            return [
                _hit(view, row[start].start, row[end - 1].end)
                for row, doc in zip(view.parsed.words, view.parsed.docs, strict=True)
                for _, start, end in matcher(doc)
            ]

        return find

    def _tree(self, pattern: Pattern) -> Finder:
        from spacy.matcher import DependencyMatcher

        matcher = DependencyMatcher(self.vocab, validate=True)
        self._add(matcher, pattern)

        def find(view: View) -> list[Hit]:
            return [
                _hit(view, row[min(found)].start, row[max(found)].end)
                for row, doc in zip(view.parsed.words, view.parsed.docs, strict=True)
                for _, found in matcher(doc)
            ]

        return find

    def _add(self, matcher: Any, pattern: Pattern) -> None:
        try:
            matcher.add("pattern", [_plain(pattern.body, self.lexicon)])
        except Exception as error:  # spaCy raises several kinds; each says what it did not take
            detail = " ".join(str(error).split())
            raise RuleError(self.path, pattern.line, f"spaCy refuses this {pattern.sort} pattern: {detail}") from error

    @staticmethod
    def _rule(pattern: Pattern) -> Finder:
        def find(view: View) -> list[Hit]:
            return view.hits(pattern.body)

        return find

    @staticmethod
    def _step(pattern: Pattern) -> Finder:
        def find(view: View) -> list[Hit]:
            quality = view.qualities.get(Step(pattern.body), Quality.MISSING)
            return [Hit(0, 0, None)] if quality is not Quality.MISSING else []

        return find

    @staticmethod
    def _placeholder(pattern: Pattern) -> Finder:
        def find(view: View) -> list[Hit]:
            return [
                _hit(view, gap.start, gap.end)
                for gap in view.parsed.draft.placeholders
                if pattern.body == "any" or gap.fill_in == (pattern.body == "fill-in")
            ]

        return find

    def clause_test(self, body: Mapping[str, Any]) -> Callable[[Clause], bool]:
        """Whether a clause fits a body such as {doer: us, act: fault}.

        Where a body is silent, the clause must be positive and neither asked, told nor conditional.
        """
        tests: list[Callable[[Clause], bool]] = []
        for key, value in body.items():
            tests.append(self._field(key, value))
        if "polarity" not in body:
            tests.append(lambda clause: not clause.negative)
        wanted = set(as_list(body.get("certainty", [])))
        if "hypothetical" not in body and not wanted & _HYPOTHETICAL:
            tests.append(lambda clause: not clause.certainty & _HYPOTHETICAL)
        return lambda clause: all(test(clause) for test in tests)

    def _field(self, key: str, value: Any) -> Callable[[Clause], bool]:
        wanted = frozenset(map(str, as_list(value))) if key not in CLAUSE_BODIES else frozenset()
        match key:
            case "act":
                return lambda c: bool(c.acts & wanted)
            case "doer" | "subject" | "owner" | "object" | "time":
                values = wanted | {"we"} if "us" in wanted else wanted
                return lambda c: getattr(c, key) in values
            case "to":
                return lambda c: bool(c.to & wanted) or ("none" in wanted and not c.to)
            case "certainty":
                return lambda c: bool(c.certainty & wanted)
            case "place":
                return lambda c: c.place in wanted
            case "link":
                return lambda c: bool(c.links & wanted) or ("none" in wanted and not c.links)
            case "polarity":
                return lambda c: "any" in wanted or c.negative == ("negative" in wanted)
            case "passive" | "nominal":
                return lambda c: getattr(c, key) is value
            case "hypothetical":
                return lambda c: bool(c.certainty & _HYPOTHETICAL) is value or value is True
            case "root" | "has" | "lacks" | "object_has" | "object_lacks":
                return self._word_field(key, self.lexicon.notation.pattern(value))
            case _:
                return self._related(key, [self.clause_test(each) for each in as_list(value)])

    @staticmethod
    def _word_field(key: str, pattern: WordPattern) -> Callable[[Clause], bool]:
        match key:
            case "root":
                return lambda c: pattern.at(c.words, c.words.index(c.root)) is not None
            case "has":
                return lambda c: pattern.occurs(c.words)
            case "lacks":
                return lambda c: not pattern.occurs(c.words)
            case "object_has":
                return lambda c: pattern.occurs(c.object_words)
            case _:
                return lambda c: not pattern.occurs(c.object_words)

    @staticmethod
    def _related(key: str, tests: list[Callable[[Clause], bool]]) -> Callable[[Clause], bool]:
        def fits(clause: Clause) -> bool:
            return any(test(clause) for test in tests)

        match key:
            case "not":
                return lambda c: not fits(c)
            case "under":
                return lambda c: c.governor is not None and fits(c.governor)
            case "beneath":
                return lambda c: any(fits(above) for above in governors(c))
            case "over":
                return lambda c: any(c in governors(each) and fits(each) for each in c.sentence.clauses)
            case _:
                return lambda c: any(each is not c and fits(each) for each in c.sentence.clauses)


def governors(clause: Clause) -> list[Clause]:
    """The clauses that a clause hangs on, nearest first."""
    found: list[Clause] = []
    above = clause.governor
    while above is not None and above not in found:
        found.append(above)
        above = above.governor
    return found


def condition(find: Finder, scope: str) -> Callable[[View, Hit], bool]:
    """Whether a finder has a hit within reach of another hit."""

    def holds(view: View, hit: Hit) -> bool:
        return any(_within(other, hit, scope) for other in find(view))

    return holds


def _within(other: Hit, hit: Hit, scope: str) -> bool:
    if scope == "draft" or other.sentence is None or hit.sentence is None:
        return True
    distance = other.sentence.index - hit.sentence.index
    match scope:
        case "here":
            return other.start < hit.end and hit.start < other.end
        case "clause":
            return other.clause is not None and other.clause is hit.clause
        case "sentence":
            return distance == 0
        case "near":
            return abs(distance) <= 1
        case "before":
            return distance == -1
        case _:
            return distance == 1


def _hit(view: View, start: int, end: int) -> Hit:
    inside = (s for s in view.parsed.sentences if s.start < end and start < s.end)
    return Hit(start, end, next(inside, None))


def _plain(value: Any, lexicon: Lexicon) -> Any:
    """A token pattern with `$name` replaced by that word list."""
    if isinstance(value, Mapping):
        return {key: _plain(each, lexicon) for key, each in value.items()}
    if isinstance(value, list):
        return [_plain(each, lexicon) for each in value]
    if isinstance(value, str) and value.startswith("$"):
        return {"IN": [word for word in lexicon.words.get(value[1:], []) if " " not in word]}
    return value


def finders(patterns: Iterable[Pattern], compiler: Compiler) -> list[Finder]:
    """The finders of several patterns."""
    return [compiler.finder(pattern) for pattern in patterns]


