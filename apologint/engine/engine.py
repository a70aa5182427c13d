"""Runs the rules over a draft: gate, parse, clauses, credits, problems, absences."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from graphlib import CycleError, TopologicalSorter

from apologint.builtin import DEFAULT_MODEL
from apologint.collector import no_collection
from apologint.engine.clauses import add_clauses
from apologint.engine.document import ParsedDraft, parse_many
from apologint.engine.evidence import told
from apologint.engine.hits import Finder, Hit, View, condition
from apologint.engine.nlp import load_model
from apologint.engine.parser import Parser
from apologint.engine.patterns import Compiler, Searches
from apologint.engine.places import add_places
from apologint.engine.reach import Places
from apologint.engine.rules import Pattern, Rule, RuleError, RuleKind, RuleSet
from apologint.engine.settling import settle, widest
from apologint.engine.slots import fill, slots
from apologint.model import Analysis, Draft, Kind, Match, Quality, Step
from apologint.timing import rule_stage, stage

_RANK = (Quality.MISSING, Quality.WEAK, Quality.MET)
_UNLINTED = frozenset(("signature",))
USED_ONLY = (RuleKind.PROBLEM, RuleKind.SIGNAL)
"""The kinds of rules that pass over what stands in quotation marks."""
_VOTE_ORDER = (Kind.APOLOGY, Kind.FOLLOW_UP, Kind.OTHER)


@dataclass(frozen=True, slots=True)
class _Compiled:
    rule: Rule
    when: tuple[Finder, ...]
    unless: tuple[Finder, ...]
    stops: tuple[Callable[[View, Hit], bool], ...]
    gives_way_to: tuple[str, ...]


class Engine:
    """The rules, compiled for one spaCy pipeline.

    Args:
        ruleset: what `load_rules` gave.
        model: the name of an installed spaCy English pipeline, or a path to one.

    Raises:
        ModelError: the pipeline is missing or does not fit.
        RuleError: a pattern that spaCy refuses, or rules that refer to each other in a circle.
    """

    def __init__(self, ruleset: RuleSet, model: str = DEFAULT_MODEL) -> None:
        self.ruleset = ruleset
        self.lexicon = ruleset.lexicon
        self.nlp, self.model = load_model(model)
        self._parser = Parser(self.nlp, self.lexicon)
        _refuse_circles(ruleset)
        self._searches = Searches(self.lexicon)
        self._compiled = {rule.id: self._compile(rule) for rule in ruleset.rules.values()}

    def _compile(self, rule: Rule) -> _Compiled:
        compiler = Compiler(self.lexicon, self.nlp.vocab, rule.path, self._searches)
        unless = tuple(compiler.finder(pattern) for pattern in rule.unless)
        scopes = (pattern.options.get("where", "sentence") for pattern in rule.unless)
        return _Compiled(
            rule,
            tuple(compiler.finder(pattern) for pattern in rule.when),
            unless,
            tuple(condition(find, scope) for find, scope in zip(unless, scopes, strict=True)),
            _others(rule, self.ruleset),
        )

    def credits_before(self, rule: Rule) -> Sequence[str]:
        """The credits that come before a residual one; none for any other rule."""
        return self._compiled[rule.id].gives_way_to

    def parse(self, draft: Draft) -> ParsedDraft:
        """The words, sentences and clauses of a draft."""
        return self.parse_many([draft])[0]

    def parse_many(self, drafts: Sequence[Draft]) -> list[ParsedDraft]:
        """The words, sentences and clauses of each draft, in order; much faster than one draft at a time."""
        with no_collection(), stage("parsing"):
            parsed = parse_many(drafts, self._parser)
            for each in parsed:
                add_places(each, self.lexicon)
                add_clauses(each, self.lexicon)
        return parsed

    def analyse(self, draft: Draft, kind: Kind | None = None) -> Analysis:
        """What the rules see in a draft.

        Args:
            draft: the draft; its own `kind` wins over a guess.
            kind: what the caller says it is, over the draft's own; None lets the draft or the signals decide.
        """
        with self._parser.forgetting():
            return self.judge(self.view(draft), kind or draft.kind)

    def analyse_many(self, drafts: Sequence[Draft]) -> list[Analysis]:
        """What the rules see in each draft, in order, as `analyse` finds it, parsing all of them in one go."""
        with no_collection(), self._parser.forgetting():
            return [self.judge(self._ready(parsed), parsed.draft.kind) for parsed in self.parse_many(drafts)]

    def judge(self, view: View, kind: Kind | None = None) -> Analysis:
        """What the rules see in a draft that is parsed; without a kind the signals decide."""
        with stage("judging"):
            return self._judge(view, kind)

    def _judge(self, view: View, kind: Kind | None) -> Analysis:
        signals = self._run(view, RuleKind.SIGNAL)
        decided = kind or self.decide(signals)
        found_signals = tuple(self._match(view, rule, hit) for rule, hits in signals for hit in hits)
        if decided is Kind.OTHER:
            return Analysis(decided, signals=found_signals)
        credits = self._run(view, RuleKind.CREDIT)
        self._grade(view, credits)
        problems = settle(self._run(view, RuleKind.PROBLEM))
        absences = self._run(view, RuleKind.ABSENCE) if decided is Kind.APOLOGY else []
        return Analysis(
            decided,
            problems=tuple(self._match(view, rule, hit) for rule, hits in problems for hit in hits),
            credits=tuple(
                self._match(view, rule, hit) for rule, hits in credits for hit in widest([told(hit) for hit in hits])
            ),
            absences=tuple(self._match(view, rule, hit, absent=True) for rule, hits in absences for hit in hits[:1]),
            qualities=dict(view.qualities),
            signals=found_signals,
        )

    @staticmethod
    def decide(signals: Iterable[tuple[Rule, list[Hit]]]) -> Kind:
        """The kind with most points, counting each signal once; without any, `other`."""
        points = dict.fromkeys(_VOTE_ORDER, 0.0)
        for rule, hits in signals:
            if hits and rule.votes is not None:
                points[rule.votes] += rule.points
        best = max(_VOTE_ORDER, key=lambda kind: points[kind])
        return best if points[best] > 0 else Kind.OTHER

    def view(self, draft: Draft) -> View:
        """A draft parsed, with every rule ready to be asked where it holds."""
        return self.views([draft])[0]

    def views(self, drafts: Sequence[Draft]) -> list[View]:
        """Some drafts, as `view` gives each, parsed in one go."""
        return [self._ready(parsed) for parsed in self.parse_many(drafts)]

    def _ready(self, parsed: ParsedDraft) -> View:
        return View(parsed, lambda view, rule_id: self._hits(view, self._compiled[rule_id]))

    def _run(self, view: View, kind: RuleKind) -> list[tuple[Rule, list[Hit]]]:
        return [(rule, view.hits(rule.id)) for rule in self.ruleset.of_kind(kind)]

    def _hits(self, view: View, compiled: _Compiled) -> list[Hit]:
        with rule_stage(compiled.rule.id):
            return self._sought(view, compiled)

    @staticmethod
    def _sought(view: View, compiled: _Compiled) -> list[Hit]:
        rule = compiled.rule
        if rule.kind is RuleKind.ABSENCE:
            present = any(find(view) for find in (*compiled.when, *compiled.unless))
            return [] if present else [Hit(0, 0, None)]
        hits = [hit for find in compiled.when for hit in find(view)]
        places = rule.options.get("place")
        hits = [hit for hit in hits if allowed(hit, places)]
        if rule.kind in USED_ONLY:
            hits = [hit for hit in hits if not view.parsed.mentions(hit)]
        hits = [hit for hit in hits if not any(stop(view, hit) for stop in compiled.stops)]
        if compiled.gives_way_to and hits:
            taken = Places([hit for name in compiled.gives_way_to for hit in view.hits(name)])
            hits = [hit for hit in hits if not take(taken, hit)]
        return widest(hits)

    @staticmethod
    def _grade(view: View, credits: Iterable[tuple[Rule, list[Hit]]]) -> None:
        view.qualities = dict.fromkeys(Step, Quality.MISSING)
        for rule, hits in credits:
            if hits and rule.step is not None and rule.quality is not None:
                view.qualities[rule.step] = max(view.qualities[rule.step], rule.quality, key=_RANK.index)

    def _match(self, view: View, rule: Rule, hit: Hit, *, absent: bool = False) -> Match:
        filling = slots(view.parsed, hit)
        return Match(
            hit.start,
            hit.end,
            rule=rule.id,
            message=fill(rule.message, filling),
            suggestion=fill(rule.suggestion, filling),
            absent=absent,
            tags=frozenset({hit.tag}) if hit.tag else frozenset(),
        )


def _refuse_circles(ruleset: RuleSet) -> None:
    graph = {
        rule.id: {*_references((*rule.when, *rule.unless)), *_others(rule, ruleset)} for rule in ruleset.rules.values()
    }
    try:
        TopologicalSorter(graph).prepare()
    except CycleError as error:
        circle = " -> ".join(error.args[1])
        rule = ruleset.rules[error.args[1][0]]
        raise RuleError(rule.path, rule.line, f"rules refer to each other in a circle: {circle}") from error


def _references(patterns: Iterable[Pattern]) -> Iterable[str]:
    for pattern in patterns:
        if pattern.sort == "rule":
            yield pattern.body
        yield from _references((*pattern.options.get("and", ()), *pattern.options.get("unless", ())))


def _others(rule: Rule, ruleset: RuleSet) -> tuple[str, ...]:
    """The credits that come before a residual one; none for any other rule."""
    if not rule.residual:
        return ()
    return tuple(other.id for other in ruleset.of_kind(RuleKind.CREDIT) if not other.residual)


def take(places: Places, hit: Hit) -> bool:
    """Whether other credits, which hold in these places, took the words or the clause of a hit of a residual one."""
    return places.here(hit) or places.in_clause(hit)


def allowed(hit: Hit, places: frozenset[str] | None) -> bool:
    """Whether a rule that looks at some places, or says nothing of them, may fire on a hit."""
    if hit.sentence is None:
        return True
    return hit.sentence.place in places if places is not None else hit.sentence.place not in _UNLINTED
