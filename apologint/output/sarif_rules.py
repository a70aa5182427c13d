"""What SARIF says about each rule: the page that GitHub shows beside an alert."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

from apologint.engine.rules import Rule, RuleKind, RuleSet
from apologint.model import Severity
from apologint.output.issues import SCORE_RULE
from apologint.output.markdown_text import escape
from apologint.output.sanitise import one_line, visible

LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "note"}
_LONGEST = 1024
_SCORE = "A draft scores less than it must."
_SCORE_HELP = "The steps of an apology earn points, problems take some. Mend the findings of the draft, errors first."


def rule_objects(rules: RuleSet) -> list[dict[str, Any]]:
    """A `reportingDescriptor` for each rule that makes findings, and for the gate on the score."""
    reported = [*rules.of_kind(RuleKind.PROBLEM), *rules.of_kind(RuleKind.ABSENCE)]
    return [*map(_rule, reported), _score()]


def _rule(rule: Rule) -> dict[str, Any]:
    what = one_line(rule.what or rule.id)
    return {
        **_names(rule.id),
        "shortDescription": {"text": what[:_LONGEST]},
        "fullDescription": {"text": f"{what} {one_line(rule.why)}".rstrip()[:_LONGEST]},
        "help": {"text": "\n".join(_help(rule, one_line, "")), "markdown": "\n\n".join(_help(rule, escape, "**"))},
        "defaultConfiguration": {"level": LEVELS[rule.severity or Severity.WARNING]},
        "properties": {"tags": ["apology", *([rule.step.replace("_", "-")] if rule.step else [])]},
    }


def _score() -> dict[str, Any]:
    return {
        **_names(SCORE_RULE),
        "shortDescription": {"text": _SCORE},
        "fullDescription": {"text": f"{_SCORE} {_SCORE_HELP}"},
        "help": {"text": _SCORE_HELP, "markdown": _SCORE_HELP},
        "defaultConfiguration": {"level": LEVELS[Severity.ERROR]},
        "properties": {"tags": ["apology"]},
    }


def _names(rule: str) -> dict[str, str]:
    """The id, and the name in the manner of SARIF, which has to be another one."""
    known = visible(rule)
    name = "".join(part.capitalize() for part in known.split("-"))
    return {"id": known} if name.lower() == known.lower() else {"id": known, "name": name}


def _help(rule: Rule, safe: Callable[[str], str], strong: str) -> Iterator[str]:
    """The paragraphs of a rule's page; `safe` escapes, `strong` stands around a heading."""
    yield safe(rule.what or rule.id)
    parts = (
        ("Why customers mind", [rule.why]),
        ("Source", [rule.source]),
        ("What to write instead", [rule.suggestion]),
        ("Bad", rule.bad[:3]),
        ("Good", rule.good[:3]),
    )
    for heading, texts in parts:
        for text in filter(None, texts):
            yield f"{strong}{heading}:{strong} {safe(text)}"
