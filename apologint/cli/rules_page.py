"""The rules as a page of Markdown, such as docs/rules.md."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from apologint.cli.explanation import standing
from apologint.config import CeilingSetting, Config
from apologint.engine.rules import Rule, RuleKind, RuleSet
from apologint.model import Severity, Step
from apologint.output.markdown_text import escape
from apologint.output.steps import TITLES

_SEVERITIES = list(Severity)
_STEPS = list(Step)
_EXAMPLES = 4
_CHAPTERS = {
    RuleKind.PROBLEM: ("Problems", "Words that spoil an apology. Each is a finding where it stands.", "Bad", "Good"),
    RuleKind.ABSENCE: (
        "Absences",
        "What an apology lacks. Each is a finding on the whole draft.",
        "Lacks it",
        "Has it",
    ),
    RuleKind.CREDIT: ("Credits", "What earns a step its points, in full (met) or in part (weak).", "Not", "Earns it"),
    RuleKind.SIGNAL: ("Signals", "What tells whether a message is an apology, or only serves other rules.", "", ""),
}


def rules_page(rules: RuleSet, config: Config) -> Iterator[str]:
    """The lines of the page; `config` knows the ceilings."""
    yield "# Rules"
    yield ""
    yield "Written from the rule files by `apologint rules --format markdown`. `apologint explain RULE --all` shows"
    yield 'one rule with all examples and patterns, `apologint explain RULE --on "text"` says why it fires on a text.'
    for kind, (title, about, _, _) in _CHAPTERS.items():
        listed = sorted(rules.of_kind(kind), key=_order)
        if not listed:
            continue
        yield from ("", f"## {title}", "", about, "")
        yield from _table(listed)
        if kind is not RuleKind.SIGNAL:
            for rule in listed:
                yield from _entry(rule, config.ceilings)


def _order(rule: Rule) -> tuple[int, int, str]:
    """By step, then the worst first."""
    step = _STEPS.index(rule.step) if rule.step else len(_STEPS)
    severity = _SEVERITIES.index(rule.severity) if rule.severity else 0
    return step, severity, rule.id


def _table(rules: Iterable[Rule]) -> Iterator[str]:
    yield "| rule | step | | what it sees |"
    yield "|---|---|---|---|"
    for rule in rules:
        name = rule.id if rule.kind is RuleKind.SIGNAL else f"[{rule.id}](#{rule.id})"
        step = TITLES[rule.step] if rule.step else ""
        yield f"| {name} | {step} | {_weight(rule)} | {escape(rule.what)} |"


def _weight(rule: Rule) -> str:
    if rule.kind is RuleKind.SIGNAL:
        return f"{rule.points:g} for {rule.votes}".replace("_", "-") if rule.votes and rule.points else ""
    return rule.severity or rule.quality or ""


def _entry(rule: Rule, ceilings: Iterable[CeilingSetting]) -> Iterator[str]:
    _, _, bad, good = _CHAPTERS[rule.kind]
    yield from ("", f"### {rule.id}", "", f"*{standing(rule).replace('_', '-')}*")
    yield from ("", escape(rule.what))
    for heading, text in (("Why", rule.why), ("Instead", rule.suggestion), ("Source", rule.source)):
        if text:
            yield from ("", f"**{heading}:** {escape(text)}")
    for ceiling in ceilings:
        if ceiling.rule == rule.id:
            yield from ("", f"**Holds the score at {ceiling.at_most:g}**{_when(ceiling)}: {escape(ceiling.reason)}")
    for heading, examples in ((bad, rule.bad), (good, rule.good)):
        if examples:
            yield from ("", f"{heading}:", "")
            yield from (f"- {escape(example)}" for example in examples[:_EXAMPLES])


def _when(ceiling: CeilingSetting) -> str:
    if ceiling.tag:
        return f", where it is tagged {escape(ceiling.tag)}"
    return f", where it is not tagged {escape(ceiling.without_tag)}" if ceiling.without_tag else ""
