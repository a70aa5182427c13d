"""The objects of the JSON report, as docs/report.schema.json describes them."""

from __future__ import annotations

from typing import Any

from apologint import __version__
from apologint.model import Evidence, Finding, InputError, Location, Report, StepResult

SCHEMA_VERSION = 1
_PLACE = ("start", "end", "line", "column", "end_line", "end_column", "text")


def tool_object(model: str) -> dict[str, str]:
    """What made the report; `model` is the parser's name and version."""
    return {"name": "apologint", "version": __version__, "model": model}


def error_object(error: InputError) -> dict[str, Any]:
    """An input that could not be read, and the line where that is so, if it is one."""
    line = {} if error.line is None else {"line": error.line}
    return {"path": error.path, "message": error.message, **line}


def draft_object(report: Report) -> dict[str, Any]:
    """One draft with its score, steps and findings."""
    ceiling = report.ceiling
    return {
        "path": report.draft.path,
        "id": report.draft.id,
        "title": report.draft.title,
        "kind": report.kind,
        "fault": report.fault,
        "score": report.score,
        "grade": report.grade,
        "passed": report.passed,
        "ceiling": {"score": ceiling.score, "rule": ceiling.rule} if ceiling else None,
        "steps": [_step(step) for step in report.steps],
        "findings": [_finding(finding) for finding in report.findings],
        "held_back": len(report.held_back),
    }


def _step(step: StepResult) -> dict[str, Any]:
    return {
        "step": step.step,
        "quality": step.quality,
        "points": step.points,
        "weight": step.weight,
        "evidence": [_evidence(evidence) for evidence in step.evidence],
    }


def _evidence(evidence: Evidence) -> dict[str, Any]:
    return {"rule": evidence.rule, **_place(evidence.location)}


def _finding(finding: Finding) -> dict[str, Any]:
    return {
        "rule": finding.rule,
        "severity": finding.severity,
        "step": finding.step,
        "message": finding.message,
        "suggestion": finding.suggestion,
        **_place(finding.location),
        "points": finding.points,
        "suppressed": finding.suppressed,
    }


def _place(location: Location) -> dict[str, Any]:
    return {name: getattr(location, name) for name in _PLACE}
