"""Columns in bytes, for formats that count those."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path

from apologint.model import Draft, Location, Stretch
from apologint.source_errors import SourceError
from apologint.sources.decode import decode


def byte_columns(draft: Draft, location: Location, encoding: str) -> tuple[int | None, int | None]:
    """The columns where `location` starts and ends, in UTF-8 bytes from 1.

    None where it cannot be known what stands before it: the draft does not hold the whole line, and its file, which is
    in `encoding`, cannot be read again.
    """
    return (
        _bytes(draft, location.start - location.column + 1, location.start, encoding),
        _bytes(draft, location.end - location.end_column + 1, location.end, encoding),
    )


def _bytes(draft: Draft, line_start: int, offset: int, encoding: str) -> int | None:
    before = _in_draft(draft, line_start, offset)
    if before is None:
        text = _file_text(draft.path, encoding)
        if text is None or len(text) < offset:
            return None
        before = text[line_start:offset]
    return len(before.encode("utf-8", "surrogatepass")) + 1


def _in_draft(draft: Draft, start: int, end: int) -> str | None:
    """The characters of the file from `start` to `end`, if the draft holds them all as they stand there."""
    if draft.origin is None:
        return draft.text[start:end]
    found = ""
    for stretch in draft.origin.stretches:
        if stretch.until > start and start < end:
            if not stretch.verbatim or stretch.at > start:
                return None
            piece = _piece(draft.text, stretch, start, min(end, stretch.until))
            found += piece
            start += len(piece)
    return found if start >= end else None


def _piece(text: str, stretch: Stretch, start: int, end: int) -> str:
    return text[stretch.start + start - stretch.at : stretch.start + end - stretch.at]


@lru_cache(maxsize=1)
def _file_text(path: str, encoding: str) -> str | None:
    """The text of a file; drafts come file by file, so that one is enough to remember."""
    try:
        return decode(Path(path).read_bytes(), path, encoding)
    except (OSError, SourceError, ValueError):
        return None
