"""The list of findings: what is wrong, why customers mind, and what to write instead."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from apologint.engine.rules import RuleSet
from apologint.model import Finding
from apologint.output.line import Line
from apologint.output.points import in_words
from apologint.output.screen import FAINT, SEVERITY_STYLE, Screen

_INDENT = 11


def list_findings(findings: Iterable[Finding], rules: RuleSet, screen: Screen, explained: set[str]) -> Iterator[Line]:
    """Each finding with its place and its points, and why customers mind if the rule is not among those `explained`.

    The rules that come up are added to these.
    """
    for finding in findings:
        yield from _head(finding, screen)
        if finding.message:
            yield from _say(finding.message, "", screen)
        rule = rules.rules.get(finding.rule)
        if rule and rule.why and finding.rule not in explained:
            yield from _say(rule.why, "why: ", screen)
            explained.add(finding.rule)
        if finding.suggestion:
            yield from _say(finding.suggestion, "instead: " if finding.location.text is not None else "add: ", screen)


def _head(finding: Finding, screen: Screen) -> Iterator[Line]:
    place = f"line {finding.location.line}" if finding.location.text is not None else "whole draft"
    cost = f", {in_words(finding.points)}" if finding.points else ""
    line = Line("  ").append(f"{finding.severity:<9}", SEVERITY_STYLE[finding.severity])
    for part in (Line(screen.visible(finding.rule), "bold"), Line(place + cost, FAINT)):
        if line.cell_len + part.cell_len > screen.width:
            yield line
            line = Line(" " * 4)
        line.append(part).append("  ")
    yield line


def _say(text: str, label: str, screen: Screen) -> Iterator[Line]:
    indent = 4 if screen.narrow else _INDENT
    first, *others = screen.fold(label + text, screen.width - indent)
    yield Line(" " * indent).append(first[: len(label)], FAINT).append(first[len(label) :])
    for line in others:
        yield Line(" " * indent + line)
