"""What the parser saw, and why a rule did or did not fire, for those who write rules."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from apologint.engine.clause_test import ANYHOW, ClausePatterns
from apologint.engine.clauses import Clause
from apologint.engine.document import ParsedDraft
from apologint.engine.engine import Engine
from apologint.engine.hits import Finder, Hit, View
from apologint.engine.lexicon import Lexicon
from apologint.engine.patterns import Compiler
from apologint.engine.rules import Pattern, Rule, RuleKind
from apologint.model import Draft

_WIDEST = 160


def describe(engine: Engine, draft: Draft) -> str:
    """The sentences of a draft with their places, words and clauses, as plain text."""
    view = engine.view(draft)
    return "\n".join(_sentences(view.parsed))


def why(engine: Engine, rule_id: str, draft: Draft) -> str:
    """Pattern by pattern, where a rule holds in a draft, what stopped it, and for a clause what came nearest."""
    rule = engine.ruleset.rules[rule_id]
    view = engine.view(draft)
    hits = view.hits(rule_id)
    lines = [f"{rule_id} fires on this text." if hits else f"{rule_id} does not fire on this text."]
    lines += [f"  at: {view.parsed.text(hit.start, hit.end)}" for hit in hits if hit.sentence is not None]
    if hits and rule.kind is RuleKind.PROBLEM:
        lines += _settled(engine, rule, view.parsed.draft)
    compiler = Compiler(engine.lexicon, engine.nlp.vocab, rule.path)
    named = [("lacks" if rule.kind is RuleKind.ABSENCE else "when", pattern) for pattern in rule.when]
    named += [("unless", pattern) for pattern in rule.unless]
    finders = [compiler.finder(pattern) for _, pattern in named]
    for (name, pattern), find in zip(named, finders, strict=True):
        lines += _pattern(name, pattern, find, engine.lexicon, view)
    return "\n".join(lines)


def _settled(engine: Engine, rule: Rule, draft: Draft) -> Iterator[str]:
    analysis = engine.analyse(draft)
    if not any(match.rule == rule.id for match in analysis.problems):
        yield f"  not reported: the draft is taken for '{analysis.kind}', or a rule that this one yields to fired there"


def _pattern(name: str, pattern: Pattern, find: Finder, lexicon: Lexicon, view: View) -> Iterator[str]:
    hits = find(view)
    shown = f"{pattern.sort}: {_short(pattern.body)}"
    if hits:
        places = "; ".join(_place(view, hit) for hit in hits[:3])
        yield f"  {name} (line {pattern.line}) holds: {shown}\n    on: {places}"
        return
    yield f"  {name} (line {pattern.line}) does not hold: {shown}"
    if pattern.sort == "clause":
        nearest = _nearest(pattern.body, lexicon, view)
        if nearest is not None:
            clause, failing = nearest
            yield f"    nearest: '{view.parsed.text(*clause.span())}', which fails on {', '.join(failing)}"


def _nearest(body: Any, lexicon: Lexicon, view: View) -> tuple[Clause, list[str]] | None:
    patterns = ClausePatterns(lexicon)
    numbers = {key: patterns.add({**ANYHOW, key: body[key]}) for key in body}
    fitting = patterns.find(view.parsed.sentences)
    found = []
    for clause in view.parsed.clauses:
        failing = [key for key, number in numbers.items() if clause not in fitting.get(number, ())]
        found.append((len(failing), clause.root.index, clause, failing or ["polarity or a hypothetical"]))
    if not found:
        return None
    _, _, clause, failing = min(found, key=lambda entry: entry[:2])
    return clause, failing


def _place(view: View, hit: Hit) -> str:
    return f"'{view.parsed.text(hit.start, hit.end)}'" if hit.sentence is not None else "the whole draft"


def _short(body: Any) -> str:
    text = " | ".join(map(str, body)) if isinstance(body, list) else str(dict(body) if isinstance(body, dict) else body)
    return text if len(text) <= _WIDEST else text[: _WIDEST - 3] + "..."


def _sentences(parsed: ParsedDraft) -> Iterator[str]:
    for sentence in parsed.sentences:
        yield f"{sentence.index + 1}. [{sentence.place}] {parsed.text(sentence.start, sentence.end)}"
        yield "   " + " ".join(f"{word.text}/{word.pos}" for word in sentence.words)
        for clause in sentence.clauses:
            yield "   - " + _clause(parsed, clause)


def _clause(parsed: ParsedDraft, clause: Clause) -> str:
    fields = {
        "act": ", ".join(sorted(clause.acts)) or "-",
        "doer": clause.doer,
        "subject": clause.subject,
        "owner": clause.owner,
        "to": ", ".join(sorted(clause.to)) or "none",
        "object": clause.object,
        "certainty": ", ".join(sorted(clause.certainty)),
        "polarity": "negative" if clause.negative else "positive",
        "passive": "yes" if clause.passive else "",
        "time": clause.time,
        "link": ", ".join(sorted(clause.links)),
        "under": clause.governor.root.text if clause.governor else "",
    }
    kept = "; ".join(f"{key}: {value}" for key, value in fields.items() if value and value != "none")
    return f"'{parsed.text(*clause.span())}': {kept}"
