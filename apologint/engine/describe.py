"""What the parser saw, and why a rule did or did not fire, for those who write rules."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from apologint.engine.clauses import Clause
from apologint.engine.document import ParsedDraft
from apologint.engine.engine import USED_ONLY, Engine, allowed, take
from apologint.engine.hits import Hit, View, condition
from apologint.engine.patterns import Compiler
from apologint.engine.reach import Places
from apologint.engine.reasons import quote, reasons, shown
from apologint.engine.rules import Pattern, Rule, RuleKind
from apologint.engine.settling import joined
from apologint.model import Analysis, Draft, Kind


def describe(engine: Engine, draft: Draft) -> str:
    """The sentences of a draft with their places, words and clauses, as plain text."""
    view = engine.view(draft)
    return "\n".join(_sentences(view.parsed))


def why(engine: Engine, rule_id: str, draft: Draft) -> str:
    """Pattern by pattern, where a rule holds in a draft, and what stopped it or came nearest."""
    rule = engine.ruleset.rules[rule_id]
    view = engine.view(draft)
    analysis = engine.judge(view, draft.kind)
    if analysis.kind is Kind.OTHER:
        engine.judge(view, Kind.APOLOGY)  # only then is it known which steps are missing
    hits = view.hits(rule_id)
    lines = [f"{rule_id} fires on this text." if hits else f"{rule_id} does not fire on this text."]
    marked = joined(hits) if rule.kind is RuleKind.PROBLEM else hits
    lines += [f"  at: {view.parsed.text(hit.start, hit.end)}" for hit in marked if hit.sentence is not None]
    if hits and rule.kind in (RuleKind.PROBLEM, RuleKind.ABSENCE):
        lines += _settled(rule, analysis, view)
    compiler = Compiler(engine.lexicon, engine.nlp.vocab, rule.path)
    lacking = rule.kind is RuleKind.ABSENCE
    for pattern in rule.when:
        lines += _pattern("lacks" if lacking else "when", pattern, compiler, view)
        if not (hits or lacking):
            lines += _passed_over(rule, engine.credits_before(rule), compiler.finder(pattern)(view), view)
    found = [hit for pattern in rule.when for hit in compiler.finder(pattern)(view)]
    for pattern in rule.unless:
        lines += _pattern("unless", pattern, compiler, view)
        if not lacking:
            lines += _out_of_reach(pattern, found, compiler, view)
    return "\n".join(lines)


def _out_of_reach(pattern: Pattern, found: list[Hit], compiler: Compiler, view: View) -> Iterator[str]:
    """What to know of a pattern under `unless` that holds, and nowhere that counts."""
    find, scope = compiler.finder(pattern), pattern.options.get("where", "sentence")
    if find(view) and found and not any(condition(find, scope)(view, hit) for hit in found):
        yield f"    which stops nothing: it is out of reach (where: {scope})"


def _passed_over(rule: Rule, before: Iterable[str], found: list[Hit], view: View) -> Iterator[str]:
    """Where a pattern holds in vain, for no rule of its kind or place looks there, or a credit `before` it took it."""
    for hit in found:
        taken = [name for name in before if take(Places(view.hits(name)), hit)]
        if hit.sentence is not None and not allowed(hit, rule.options.get("place")):
            yield f"    passed over: {quote(view, hit)}, for its place is {hit.sentence.place}"
        elif rule.kind in USED_ONLY and view.parsed.mentions(hit):
            yield f"    passed over: {quote(view, hit)}, for it stands in quotation marks"
        elif taken:
            yield f"    passed over: {quote(view, hit)}, for {' and '.join(map(repr, taken))} took it"


def _settled(rule: Rule, analysis: Analysis, view: View) -> Iterator[str]:
    """Why a rule that fires is not reported, if it is not."""
    if any(match.rule == rule.id for match in (*analysis.problems, *analysis.absences)):
        return
    if analysis.kind is Kind.OTHER or rule.kind is RuleKind.ABSENCE:
        yield f"  not reported: the draft is taken for '{analysis.kind}'"
        return
    over = [name for name in rule.yields_to if any(map(Places(view.hits(name)).here, view.hits(rule.id)))]
    yield f"  not reported: it yields to {' and '.join(map(repr, over))}, which fired there"


def _pattern(name: str, pattern: Pattern, compiler: Compiler, view: View) -> Iterator[str]:
    hits = compiler.finder(pattern)(view)
    holds = "holds" if hits else "does not hold"
    yield f"  {name} (line {pattern.line}) {holds}: {shown(pattern)}"
    if hits:
        yield f"    on: {'; '.join(quote(view, hit) for hit in hits[:3])}"
    else:
        yield from (f"    {reason}" for reason in reasons(pattern, compiler, view))


def _sentences(parsed: ParsedDraft) -> Iterator[str]:
    for sentence in parsed.sentences:
        yield f"{sentence.index + 1}. [{sentence.place}] {parsed.text(sentence.start, sentence.end)}"
        yield "   " + " ".join(f"{word.text}/{word.pos}" for word in sentence.words)
        for clause in sentence.clauses:
            yield "   - " + _clause(parsed, clause)


def _clause(parsed: ParsedDraft, clause: Clause) -> str:
    fields = {
        "root": clause.root.text,
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
    kept = "; ".join(f"{key}: {value}" for key, value in fields.items() if key == "doer" or value not in ("", "none"))
    return f"'{parsed.text(*clause.span())}': {kept}"
