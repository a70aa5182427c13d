"""Files that are no text, told by how they begin."""

from __future__ import annotations

_BEGINNINGS = {
    b"%PDF-": "a PDF document",
    b"{\\rtf": "a document in RTF",
    b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1": "an old Office document or an Outlook message",
    b"\x89PNG\r\n": "an image",
    b"\xff\xd8\xff": "an image",
    b"GIF87a": "an image",
    b"GIF89a": "an image",
    b"\x1f\x8b": "a packed file",
}


def kind_of_file(start: bytes) -> str | None:
    """What a file that begins with `start` is, in a few words; None where it may well be text."""
    return next((kind for beginning, kind in _BEGINNINGS.items() if start.startswith(beginning)), None)
