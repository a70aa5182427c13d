"""SARIF 2.1.0, for GitHub's code scanning and for viewers in editors."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any

from apologint import __version__
from apologint.fingerprint import Fingerprints
from apologint.model import InputError, Report
from apologint.output.ascii_json import dumps
from apologint.output.context import OutputContext
from apologint.output.issues import Issue, issues
from apologint.output.json_list import JsonList
from apologint.output.repository import repository_path, repository_uri
from apologint.output.sanitise import one_line, visible
from apologint.output.sarif_rules import LEVELS, rule_objects
from apologint.output.summary import Summary
from apologint.output.writer import Writer

_SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
_LINK = re.compile(r"\]\(")
_BRACKET = re.compile(r"([\[\]\\])")


class ReportWriter(Writer):
    """Writes one log with one run once the last report is there."""

    def __init__(self, context: OutputContext) -> None:
        super().__init__(context)
        self._results = JsonList()
        self._fingerprints = Fingerprints(repository_path)
        self._rules = rule_objects(context.rules)
        self._index = {rule["id"]: index for index, rule in enumerate(self._rules)}

    def add(self, report: Report) -> None:
        """Keep the results of one report; a suppressed finding says that it is."""
        for issue in issues(report, self.context.rules, suppressed=True):
            self._results.add(self._result(issue))

    def finish(self, summary: Summary, errors: Sequence[InputError]) -> None:
        """Write the log."""
        out = self.context.stream
        driver = {"name": "apologint", "semanticVersion": __version__, "rules": self._rules}
        out.write(f'{{"$schema": {dumps(_SCHEMA)}, "version": "2.1.0", "runs": [{{\n')
        out.write(f'"tool": {{"driver": {dumps(driver)}}},\n')
        out.write('"automationDetails": {"id": "apologint/"},\n"columnKind": "unicodeCodePoints",\n')
        out.write(f'"invocations": [{dumps(_invocation(errors))}],\n"results": ')
        self._results.write(out)
        out.write("}]}\n")

    def _result(self, issue: Issue) -> dict[str, Any]:
        rule = visible(issue.rule)
        result: dict[str, Any] = {
            "ruleId": rule,
            "ruleIndex": self._index.get(rule, -1),
            "level": LEVELS[issue.severity],
            "message": {"text": _plain(issue.in_full)},
            "locations": [_location(issue)],
            "partialFingerprints": {
                "primaryLocationLineHash": self._fingerprints.of(issue.draft, issue.rule, issue.location)
            },
        }
        if issue.suppressed:
            result["suppressions"] = [{"kind": "inSource"}]
        return result


def _location(issue: Issue) -> dict[str, Any]:
    place = issue.location
    region: dict[str, Any] = {
        "startLine": place.line,
        "startColumn": place.column,
        "endLine": place.end_line,
        "endColumn": place.end_column,
    }
    location: dict[str, Any] = {
        "physicalLocation": {"artifactLocation": {"uri": repository_uri(issue.draft.path)}, "region": region}
    }
    if issue.draft.id:
        location["logicalLocations"] = [{"fullyQualifiedName": one_line(issue.draft.id)}]
    return location


def _invocation(errors: Sequence[InputError]) -> dict[str, Any]:
    return {
        "executionSuccessful": not errors,
        "toolExecutionNotifications": [_notification(error) for error in errors],
    }


def _notification(error: InputError) -> dict[str, Any]:
    place: dict[str, Any] = {"artifactLocation": {"uri": repository_uri(error.path)}}
    if error.line:
        place["region"] = {"startLine": error.line}
    return {
        "level": "error",
        "message": {"text": _plain(one_line(error.message))},
        "locations": [{"physicalLocation": place}],
    }


def _plain(text: str) -> str:
    """`text` in a message, in which `[words](place)` would be a link (SARIF 2.1.0, 3.11.6)."""
    return _BRACKET.sub(r"\\\1", text) if _LINK.search(text) else text
