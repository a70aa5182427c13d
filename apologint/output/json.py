"""The JSON report; docs/report.schema.json says what it holds.

Everything outside ASCII is escaped, so that no draft can reach a terminal through it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict

from apologint.model import InputError, Report
from apologint.output.ascii_json import dumps
from apologint.output.context import OutputContext
from apologint.output.json_objects import SCHEMA_VERSION, draft_object, error_object, tool_object
from apologint.output.spool import Spool
from apologint.output.summary import Summary
from apologint.output.writer import Writer


class ReportWriter(Writer):
    """Writes one object once the last report is there; until then the drafts wait."""

    def __init__(self, context: OutputContext) -> None:
        super().__init__(context)
        self._drafts = Spool()
        self._separator = "\n    "

    def add(self, report: Report) -> None:
        """Keep the object of one draft."""
        self._drafts.write(self._separator + dumps(draft_object(report)))
        self._separator = ",\n    "

    def finish(self, summary: Summary, errors: Sequence[InputError]) -> None:
        """Write the object."""
        out = self.context.stream
        out.write(f'{{\n  "schema_version": {SCHEMA_VERSION},\n')
        out.write(f'  "tool": {dumps(tool_object(self.context.model))},\n')
        out.write(f'  "summary": {dumps(asdict(summary))},\n')
        out.write('  "drafts": [')
        self._drafts.pour(out)
        out.write(f'],\n  "errors": {dumps([error_object(error) for error in errors])}\n}}\n')
