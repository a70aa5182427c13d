"""Errors of the engine that a user can mend."""

from __future__ import annotations


class ModelError(Exception):
    """The spaCy pipeline is missing or does not fit; the text is one line saying how to mend it."""
