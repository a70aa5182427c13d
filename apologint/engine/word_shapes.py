"""What a word pattern looks like without parts of speech, as a need."""

from __future__ import annotations

from apologint.engine.need import Node, either, one, row
from apologint.engine.wordparts import ANY_WORD, Choice, Gap, Late, Maybe, OneOf, Part, Row, form_of
from apologint.engine.wordpattern import WordPattern


def shape(pattern: WordPattern) -> Node:
    """The need of a pattern, in the order of its words."""
    return _part(pattern.part)


def _part(part: Part) -> Node:
    if isinstance(part, Late):
        part = part.whole
    match part:
        case OneOf():
            return ("any",) if any(map(_is_open, part.first)) else one(map(form_of, part.first))
        case Gap():
            return ("gap", part.longest)
        case Maybe():
            return ("maybe", _part(part.part))
        case Row():
            return row(map(_part, part.parts))
        case Choice():
            return either(map(_part, part.branches))
    return row(())


def _is_open(key: str) -> bool:
    return key == ANY_WORD or (len(key) > 1 and key[0] == "@")
