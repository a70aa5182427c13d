"""The formats a report can be written in: one module a format, loaded when it is used.

To add a format, write a module with a `ReportWriter` like that of `terminal` and name it in `WRITERS`.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from importlib import import_module

from apologint.output.context import OutputContext
from apologint.output.summary import Summary
from apologint.output.writer import Writer, write_reports

__all__ = ["WRITERS", "OutputContext", "Summary", "Writer", "write_reports"]


def _module(name: str) -> Callable[[OutputContext], Writer]:
    def writer(context: OutputContext) -> Writer:
        made: Writer = import_module(f"apologint.output.{name}").ReportWriter(context)
        return made

    return writer


WRITERS: Mapping[str, Callable[[OutputContext], Writer]] = {
    "text": _module("terminal"),
    "concise": _module("concise"),
    "json": _module("json"),
    "jsonl": _module("jsonl"),
    "sarif": _module("sarif"),
    "github": _module("github"),
    "gitlab": _module("gitlab"),
    "junit": _module("junit"),
    "checkstyle": _module("checkstyle"),
    "rdjson": _module("rdjson"),
    "markdown": _module("markdown"),
    "html": _module("html"),
}
