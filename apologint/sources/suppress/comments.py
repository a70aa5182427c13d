"""The comments in a message that are meant for apologint, each in the form that its markup or template has for them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from apologint.model import Markup, Region
from apologint.sources.regions import code
from apologint.sources.suppress.directive import is_directive
from apologint.text import late
from apologint.text.blanks import blank


@dataclass(frozen=True, slots=True)
class Comment(Region):
    """A comment, its marks included, and the words between them."""

    words: str


_FORMS = {
    "html": (r"<!--", r"-->"),
    "liquid": (r"\{%[-+~]?\s*+comment\s*+[-+~]?%\}", r"\{%[-+~]?\s*+endcomment\s*+[-+~]?%\}"),
    "liquid_line": (r"\{%[-+~]?\s*+\#(?=\s)", r"[-+~]?%\}"),
    "jinja": (r"\{\#(?!\})[-+~]?", r"[-+~]?\#\}"),
    "handlebars_long": (r"\{\{~?!--", r"--~?\}\}"),
    "handlebars": (r"\{\{~?!(?!--)", r"~?\}\}"),
    "erb_long": (r"<%--", r"--%>"),
    "erb": (r"<%-?\#", r"-?%>"),
}
_FIELDS = (
    r"\{\{(?:(?!\}\}|\{\{).)*+\}\}",
    r"\{%(?:(?!%\}|\{%).)*+%\}",
    r"<%(?:(?!%>|<%).)*+%>",
)
"""What a template fills in or obeys: a comment in a text that it quotes is part of that text."""

_OPENS = late.pattern(
    "|".join([*(f"(?P<{name}>{opens})" for name, (opens, _) in _FORMS.items()), *_FIELDS]),
    re.DOTALL,
)
_CLOSES = {name: late.pattern(closes) for name, (_, closes) in _FORMS.items()}
_ATTRIBUTE = late.pattern(r"""<[A-Za-z][^<>]*=\s*(?:"[^"<>]*|'[^'<>]*)\Z""")
_LONGEST_TAG = 2000
_LINE_STARTS, _LINE_ENDS = r"(?:\A|(?<=[\r\n]))", r"[ \t]*+(?=[\r\n]|\Z)"
_REFERENCE = late.pattern(
    rf"""{_LINE_STARTS}[ ]{{0,3}}\[(?://|comment)\]:[ \t]*+(?:\#|<>)[ \t]*+
    (?:\((?P<round>[^\r\n()]*+)\) | "(?P<double>[^\r\n"]*+)" | '(?P<single>[^\r\n']*+)'){_LINE_ENDS}""",
    re.VERBOSE,
)
_HASH_LINE = late.pattern(rf"{_LINE_STARTS}[ \t]*+\#(?P<words>[ \t]*+apologint[^\r\n]*+)")


def comments_for_us(text: str, markup: Markup, *, is_file: bool) -> list[Comment]:
    """The comments in `text` that begin with our name, in order; one in code, a field or another comment is none.

    A line that begins with `#` is one in plain text that `is_file`: in a value of a library it would be sent.
    """
    read = text if markup is Markup.HTML else blank(text, code(text, tildes=markup is Markup.MARKDOWN))
    found = [*_enclosed(read), *(_lines(read, _REFERENCE) if markup is Markup.MARKDOWN else ())]
    if is_file and markup is Markup.PLAIN:
        found += _lines(read, _HASH_LINE)
    return sorted(found, key=lambda comment: comment.start)


def _enclosed(text: str) -> Iterator[Comment]:
    unclosed: set[str] = set()
    at = 0
    while opening := _OPENS.search(text, at):
        at = opening.end()
        form = opening.lastgroup
        if form is None or form in unclosed:
            continue
        closing = _CLOSES[form].search(text, at)
        if closing is None:
            unclosed.add(form)
            continue
        words = text[at : closing.start()]
        if is_directive(words) and not (form == "html" and _in_attribute(text, opening.start())):
            yield Comment(opening.start(), closing.end(), words)
        at = closing.end()


def _in_attribute(text: str, at: int) -> bool:
    """Whether `at` is in the quoted value of an attribute of a tag."""
    begins = text.rfind("<", max(0, at - _LONGEST_TAG), at)
    return begins >= 0 and bool(_ATTRIBUTE.match(text[begins:at]))


def _lines(text: str, form: re.Pattern[str]) -> Iterator[Comment]:
    for match in form.finditer(text):
        words = next(group for group in match.groups() if group is not None)
        if is_directive(words):
            yield Comment(match.start(), match.end(), words)
