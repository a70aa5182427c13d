"""What a word pattern looks like without parts of speech, as a need."""

from __future__ import annotations

from apologint.engine import wordpattern
from apologint.engine.need import Node, either, one, row
from apologint.engine.wordpattern import GAP, WordPattern


def shape(pattern: WordPattern) -> Node:
    """The need of a pattern, in the order of its words."""
    return _part(pattern._part)


def _part(part: wordpattern._Part) -> Node:
    match part:
        case wordpattern._OneOf():
            return ("any",) if any(map(_is_part_of_speech, part.keys)) else one(part.keys)
        case wordpattern._Exactly():
            return one((part.form,))
        case wordpattern._AnyWord() | wordpattern._Gap():
            return ("gap", GAP) if part.optional else ("any",)
        case wordpattern._Maybe():
            return ("maybe", _part(part.part))
        case wordpattern._Row():
            return row(map(_part, part.parts))
    return either(map(_part, part.branches))


def _is_part_of_speech(key: str) -> bool:
    return len(key) > 1 and key[0] == "@"
