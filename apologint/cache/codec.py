"""An analysis as bytes, and back: plain data that can be read from a file nobody vouches for."""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Any

from apologint.model import Analysis, Kind, Match, Quality, Step

_FORMAT = 1
_BARE = 3
"""How many fields a match has of which only the place and the rule are to be said."""
_KINDS = {kind.value: kind for kind in Kind}
_STEPS = {step.value: step for step in Step}
_QUALITIES = {quality.value: quality for quality in Quality}


def encode(analysis: Analysis) -> bytes:
    """All that is in `analysis`."""
    plain = (
        _FORMAT,
        analysis.kind,
        _plain(analysis.problems),
        _plain(analysis.credits),
        _plain(analysis.absences),
        analysis.qualities,
        _plain(analysis.signals),
    )
    # Not in ASCII: two lone surrogates would come back as the one character that they are halves of.
    return json.dumps(plain, ensure_ascii=False, separators=(",", ":")).encode("utf-8", "surrogatepass")


def decode(data: bytes) -> Analysis | None:
    """The analysis that was encoded; None where it was none."""
    try:
        form, kind, problems, credits, absences, qualities, signals = json.loads(data.decode("utf-8", "surrogatepass"))
        if form != _FORMAT:
            return None
        return Analysis(
            _KINDS[kind],
            _matches(problems),
            _matches(credits),
            _matches(absences),
            {_STEPS[step]: _QUALITIES[quality] for step, quality in qualities.items()},
            _matches(signals),
        )
    except (ValueError, TypeError, KeyError, AttributeError, RecursionError):
        return None


def _plain(matches: Iterable[Match]) -> list[Any]:
    return [
        (m.start, m.end, m.rule, m.message, m.suggestion, m.absent, *sorted(m.tags))
        if m.message or m.suggestion or m.absent or m.tags
        else (m.start, m.end, m.rule)
        for m in matches
    ]


def _matches(plain: Iterable[Any]) -> tuple[Match, ...]:
    return tuple(Match(*fields) if len(fields) == _BARE else _worded(fields) for fields in plain)


def _worded(fields: Iterable[Any]) -> Match:
    start, end, rule, message, suggestion, absent, *tags = fields
    return Match(start, end, rule, message, suggestion, absent, frozenset(tags))
