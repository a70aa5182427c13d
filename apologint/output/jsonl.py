"""The JSON report as one object a line, each written as soon as its draft is linted."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict
from typing import Any

from apologint.model import InputError, Report
from apologint.output.ascii_json import dumps
from apologint.output.json_objects import SCHEMA_VERSION, draft_object, error_object, tool_object
from apologint.output.summary import Summary
from apologint.output.writer import Writer


class ReportWriter(Writer):
    """Writes objects of the types `draft`, then `error`, then one `summary`; their fields are those of `json`."""

    def add(self, report: Report) -> None:
        """Write the line of one draft."""
        self._line("draft", draft_object(report))
        self.context.stream.flush()

    def finish(self, summary: Summary, errors: Sequence[InputError]) -> None:
        """Write the unreadable inputs and the numbers of the run."""
        for error in errors:
            self._line("error", error_object(error))
        tool = tool_object(self.context.model)
        self._line("summary", {"schema_version": SCHEMA_VERSION, "tool": tool, "summary": asdict(summary)})

    def _line(self, sort: str, fields: dict[str, Any]) -> None:
        self.context.stream.write(dumps({"type": sort, **fields}) + "\n")
