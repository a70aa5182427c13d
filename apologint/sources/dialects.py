"""How gaps are written: the dialects of help desks and mail templates.

A merge field is filled by a machine, a fill-in by a person. A tag (`{% if %}`) stands for nothing that is read.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from enum import Enum, auto
from typing import NamedTuple

from apologint.sources.html_names import ELEMENTS
from apologint.text import late

_BRACKET_WORDS = 14
_BRACKET_LETTERS = 2
_BRACE_WORDS = 4

_LINK_LABEL = late.pattern(r"(?:\A|(?<=[\r\n]))[ \t]*+\[(?P<label>[^\[\]\r\n]++)\]:")
_CLOSING_TAG = late.pattern(r"(?:<|&lt;|\[)/(?P<element>[\w-]++)")


class Sort(Enum):
    """What a gap is."""

    MERGE_FIELD = auto()
    FILL_IN = auto()
    TAG = auto()


class Around(NamedTuple):
    """What the rest of a text says about the reading of a doubtful mark."""

    link_labels: frozenset[str]
    closed_elements: frozenset[str]
    has_fillin: bool

    @classmethod
    def of(cls, text: str) -> Around:
        """What `text` says."""
        labels = _LINK_LABEL.finditer(text) if "]:" in text else ()
        closings = _CLOSING_TAG.finditer(text) if "/" in text else ()
        return cls(
            link_labels=frozenset(match["label"] for match in labels),
            closed_elements=frozenset(match["element"].lower() for match in closings),
            has_fillin="FILLIN" in text,
        )


Holds = Callable[[re.Match[str], Around], bool]


class Shape(NamedTuple):
    """One way to write gaps: what they are, how they look, and what else must hold for a match to be one.

    One of `marks` stands in every match: a text without them is not searched, which most texts are spared by that.
    """

    sort: Sort
    marks: tuple[str, ...]
    pattern: re.Pattern[str]
    holds: Holds | None = None

    def found(self, text: str, around: Around) -> list[re.Match[str]]:
        """Where `text` has one; NUL stands for what an earlier shape took."""
        for mark in self.marks:
            if mark[0] in text and mark in text:  # one character is found missing in a tenth of the time of two
                found = self.pattern.finditer(text)
                return [match for match in found if self.holds is None or self.holds(match, around)]
        return []


def _is_bracket_fill_in(match: re.Match[str], around: Around) -> bool:
    """Whether `[...]` asks for words: no link, footnote, task box, index, or pair of tags around something."""
    name = match["name"].strip()
    if sum(map(str.isalpha, name)) < _BRACKET_LETTERS or len(name.split()) > _BRACKET_WORDS or name[0] in "^!/#":
        return False
    before, after = _neighbours(match)
    if before.isalnum() or before in ("[", "]", "\\", "!") or after in ("(", "["):
        return False
    return match["name"] not in around.link_labels and name.split()[0].lower() not in around.closed_elements


def _is_name_in_braces(match: re.Match[str], _around: Around) -> bool:
    """Whether `{...}` holds a name or number, and not a style sheet, a data structure or a whole clause."""
    name = match["name"].strip()
    looks_like_name = name.isdecimal() or name[:1].isalpha() or name[:1] == "_"
    return looks_like_name and ";" not in name and ": " not in name and len(name.split()) <= _BRACE_WORDS


def _is_spintax(match: re.Match[str], _around: Around) -> bool:
    """Whether `{Hi|Hello}` is a choice of words, of which the first is read, and not a name with a fallback."""
    return not any(mark in match[0] for mark in "._&;")


def _is_no_element(match: re.Match[str], around: Around) -> bool:
    """Whether `<...>` is neither an HTML element, nor one of an unknown name that is closed again, nor an address."""
    first = match["name"].split()[0].lower()
    return first not in ELEMENTS and "." not in first and first not in around.closed_elements


def _is_capitals_habit(_match: re.Match[str], around: Around) -> bool:
    """Whether the text marks its blanks as Help Scout's writers do, with words in capitals beside a FILLIN."""
    return around.has_fillin


def _neighbours(match: re.Match[str]) -> tuple[str, str]:
    text, (start, end) = match.string, match.span()
    return text[start - 1 : start] if start else "", text[end : end + 1]


def _shape(sort: Sort, marks: tuple[str, ...], pattern: str, holds: Holds | None = None) -> Shape:
    return Shape(sort, marks, late.pattern(pattern), holds)


def _around_words(mark: str, opening: str, words: str, closing: str) -> Iterator[Shape]:
    """A tag that holds words in quotes of either sort."""
    for quote in "\"'":
        yield _shape(Sort.TAG, (mark,), rf"({opening}{quote}){words.replace('QUOTE', quote)}({quote}{closing})")


_HANDLEBARS_OR_GO = r"(?:[#/^!>]|else\b|end(?=[ \t]*+-?\})|(?:if|range|with)[ \t])"

# Every loop is possessive or bounded and stops at the opening mark of its own shape, so that a text of nothing but
# opening marks is still read in linear time. What an earlier shape took is out of reach for a later one.
HARD = (
    *_around_words("trans", r"\{%[-+]?\s*+trans(?:late)?\s++", r"[^QUOTE\n\0]*+", r"[^%{\0]*+%\}"),
    *_around_words("(", r"\{\{[-~]?\s*+(?:_|gettext|t)\(", r"[^QUOTE\s\0]++ [^QUOTE\n\0]*+", r"[^{}\0]*+\}\}"),
    _shape(
        Sort.MERGE_FIELD, ("{%",), r"\{%(?!end|else|raw|verbatim)(?P<name>[^\W\d][\w.]*+)(?:,fallback=[^{}%\n\0]*+)?%\}"
    ),
    _shape(Sort.TAG, ("{%",), r"\{%(?:[^%{\0]|%(?!\})|\{(?!%))*+%\}"),
    _shape(Sort.MERGE_FIELD, ("{{{",), r"\{\{\{(?P<name>[^{}\0]++)\}\}\}"),
    _shape(Sort.TAG, ("{{",), rf"\{{\{{[-~]?[ \t]*+{_HANDLEBARS_OR_GO}(?:[^{{}}\0]|\}}(?!\}}))*+\}}\}}"),
    _shape(Sort.MERGE_FIELD, ("{{",), r"\{\{(?P<name>(?:[^{}\0]|\{[^{}\0]*+\})++)\}\}"),
    _shape(Sort.MERGE_FIELD, ("%%",), r"%%=?(?P<name>[^\W\d](?:[\w.:()@ -]){0,60}+)=?%%"),
    _shape(Sort.MERGE_FIELD, ("{!",), r"\{!(?P<name>[^{}\n\0]++)\}"),
    _shape(Sort.MERGE_FIELD, ("#{", "%{", "${"), r"[#%$]\{(?P<name>[^{}\n\0]++)\}"),
    _shape(Sort.MERGE_FIELD, ("{$",), r"\{\$(?P<name>[^{}\n\0]++)\}"),
    _shape(Sort.MERGE_FIELD, ("<%=", "<%-"), r"<%[=-](?P<name>(?:[^%<\0]|%(?!>)|<(?!%))++)%>"),
    _shape(Sort.TAG, ("<%",), r"<%(?:[^%<\0]|%(?!>)|<(?!%))*+%>"),
    _shape(Sort.MERGE_FIELD, ("<attribute",), r"<attribute\s++(?P<name>[^<>\0]*+)>"),
    _shape(Sort.MERGE_FIELD, ("OTRS_",), r"(?:<|&lt;)(?P<name>OTRS_\w++(?:\[\d++\])?)(?:>|&gt;)"),
    _shape(Sort.TAG, ("*|",), r"\*\|(?:IF(?:NOT)?|ELSE(?:IF)?|END)\b[^|\n\0]*+\|\*"),
    _shape(Sort.MERGE_FIELD, ("*|",), r"\*\|(?P<name>[^|\n\0]++)\|\*"),
    _shape(Sort.MERGE_FIELD, ("[[",), r"\[\[(?P<name>(?=[^\d\^!])[^\[\]\n\0]++)\]\](?!\()"),
    _shape(Sort.TAG, ("??",), r"(\(\([^()?\n\0]++\?\?)[^()\n\0]*+(\)\))"),
    _shape(Sort.MERGE_FIELD, ("((",), r"\(\((?P<name>[^()\n\0]{1,60}+)\)\)"),
    _shape(Sort.MERGE_FIELD, ("##",), r"##(?P<name>[^\W\d][\w.]*+)##"),
    _shape(Sort.MERGE_FIELD, ("%(",), r"%\((?P<name>\w++)\)[a-z]"),
    _shape(Sort.MERGE_FIELD, ("%",), r"(?<![\w%])%(?P<name>[^\W\d_](?:[\w.-]*\w)?)%(?!\w)"),
    _shape(Sort.MERGE_FIELD, ("«",), r"«[ \t]*+(?P<name>[^\W\d_][\w.-]*+(?: [\w.-]++){0,3})[ \t]*+»"),
    _shape(Sort.MERGE_FIELD, ("<<",), r"<<(?P<name>[^<>\n\0]++)>>"),
    _shape(Sort.MERGE_FIELD, ("&lt;&lt;",), r"&lt;&lt;(?P<name>[^&\n\0]++)&gt;&gt;"),
)
SOFT = (
    _shape(Sort.FILL_IN, ("[",), r"\[(?P<name>[^\[\]\n\0]{2,80}+)\]", _is_bracket_fill_in),
    _shape(Sort.TAG, ("|",), r"(\{)[^\W\d_][^{}|=\n\0]*+((?:\|[^{}|=\n\0]*+)++\})", _is_spintax),
    _shape(Sort.MERGE_FIELD, ("{",), r"\{(?P<name>[^{}\n\0]{1,60}+)\}", _is_name_in_braces),
    _shape(
        Sort.FILL_IN, ("<", "&lt;"), r"(?:<|&lt;)(?P<name>[^\W\d_][^<>=/@:&\"\n\0]{1,60}+)(?:>|&gt;)", _is_no_element
    ),
    _shape(Sort.MERGE_FIELD, ("%s", "%d"), r"(?<![\w%])%(?P<name>[sd])(?!\w)"),
    _shape(Sort.FILL_IN, ("XX",), r"(?<!\w)(?P<name>(?:X{3,}+|X{2}(?=[-/.]X{2}))(?:[-/.]X{2,}+)*+)(?!\w|-\d)"),
    _shape(Sort.FILL_IN, ("XX",), r"(?<=[$£€#])(?P<name>X{2,}+)(?!\w)"),
    _shape(Sort.FILL_IN, ("___",), r"(?<!\w)(?P<name>_{3,}+)(?!\w)"),
    _shape(Sort.FILL_IN, ("FILLIN",), r"(?<!\w)(?P<name>[A-Z]{5,}+)(?!\w)", _is_capitals_habit),
)
