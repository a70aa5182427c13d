"""Runs a format and hands back what it wrote."""

import io

from apologint.output import WRITERS, OutputContext, write_reports
from tests.handmade import RULES


def context(stream, **settings):
    """A context with everyday settings, some of them changed."""
    usual = {"color": False, "width": 80, "quiet": False, "model": "en_core_web_sm 3.8.0", "min_score": 70}
    return OutputContext(stream, **{**usual, "fail_on": "error", "rules": RULES, **settings})


def write(stream, reports, output="text", errors=(), **settings):
    """Write `reports` in the format `output` to `stream`."""
    return write_reports(reports, errors, [WRITERS[output](context(stream, **settings))])


def render(reports, output="text", errors=(), **settings):
    """What the format `output` writes for `reports`."""
    stream = io.StringIO()
    write(stream, reports, output, errors, **settings)
    return stream.getvalue()
