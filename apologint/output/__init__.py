"""The formats a report can be written in: one module a format, loaded when it is used.

To add a format, write a module with a function like `terminal.write` and name it in `WRITERS`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from importlib import import_module

from apologint.model import InputError, Report
from apologint.output.context import OutputContext
from apologint.output.summary import Summary

__all__ = ["WRITERS", "OutputContext", "Summary", "Writer"]

Writer = Callable[[Iterable[Report], Sequence[InputError], OutputContext], Summary]
"""Writes reports as they come. `errors` fills while the reports are consumed; what could not be read belongs there."""


def _module(name: str) -> Writer:
    def write(reports: Iterable[Report], errors: Sequence[InputError], context: OutputContext) -> Summary:
        writer: Writer = import_module(f"apologint.output.{name}").write
        return writer(reports, errors, context)

    return write


WRITERS: Mapping[str, Writer] = {"text": _module("terminal"), "json": _module("json")}
