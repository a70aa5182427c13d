"""The body of a pattern in one line, as its author would write it."""

from __future__ import annotations


def flow(body: object) -> str:
    """A body in the flow style of YAML: "{doer: customer, passive: true}"."""
    if isinstance(body, dict):
        return "{" + ", ".join(f"{key}: {flow(value)}" for key, value in body.items()) + "}"
    if isinstance(body, list):
        return "[" + ", ".join(map(flow, body)) + "]"
    return str(body).lower() if isinstance(body, bool) else str(body)
