"""What a setting can be: each sort of value is checked, described to editors and written back by one class."""

from apologint.config.values.lists import Folders, GlobLines, Names
from apologint.config.values.plain import File, Flag, Number, OneOf, Read, Text
from apologint.config.values.tables import NumbersOf, Record, Records, Table, closed, known
from apologint.config.values.value import Value

__all__ = [
    "File",
    "Flag",
    "Folders",
    "GlobLines",
    "Names",
    "Number",
    "NumbersOf",
    "OneOf",
    "Read",
    "Record",
    "Records",
    "Table",
    "Text",
    "Value",
    "closed",
    "known",
]
