"""The JSON report; docs/report.schema.json says what it holds.

Everything outside ASCII is escaped, so that no draft can reach a terminal through it.
"""

from __future__ import annotations

import json
import shutil
from collections.abc import Iterable, Sequence
from dataclasses import asdict
from tempfile import SpooledTemporaryFile
from typing import Any

from apologint import __version__
from apologint.model import Evidence, Finding, InputError, Location, Report, StepResult
from apologint.output.context import OutputContext
from apologint.output.summary import Summary, Tally

SCHEMA_VERSION = 1
_IN_MEMORY = 16_000_000


def write(reports: Iterable[Report], errors: Sequence[InputError], context: OutputContext) -> Summary:
    """Write one object once the last report is there; until then drafts wait in a temporary file, not in memory.

    `errors` fills while `reports` is consumed. If `reports` raises, nothing is written.
    """
    tally = Tally()
    with SpooledTemporaryFile(_IN_MEMORY, mode="w+", encoding="ascii") as drafts:
        separator = "\n    "
        for report in reports:
            drafts.write(separator + json.dumps(_draft(report)))
            separator = ",\n    "
            tally.add(report)
        summary = tally.summary(len(errors))
        drafts.seek(0)
        out = context.stream
        out.write(f'{{\n  "schema_version": {SCHEMA_VERSION},\n')
        out.write(f'  "tool": {json.dumps(_tool(context))},\n')
        out.write(f'  "summary": {json.dumps(asdict(summary))},\n')
        out.write('  "drafts": [')
        shutil.copyfileobj(drafts, out)
        out.write(f'],\n  "errors": {json.dumps([_error(error) for error in errors])}\n}}\n')
    return summary


def _tool(context: OutputContext) -> dict[str, str]:
    return {"name": "apologint", "version": __version__, "model": context.model}


def _error(error: InputError) -> dict[str, str]:
    return {"path": error.path, "message": error.message}


def _draft(report: Report) -> dict[str, Any]:
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
    fields = asdict(location)
    del fields["region"]
    return fields
