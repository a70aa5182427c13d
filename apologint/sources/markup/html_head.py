"""What an HTML page is, before it is laid out."""

from __future__ import annotations

from dataclasses import dataclass
from html import unescape

from apologint.sources.markup.html_elements import TITLES, breaks, is_of_a_page
from apologint.sources.markup.html_tokens import Tag, tokens
from apologint.text import late

_TAKEN = "\0"
_BLANKS = late.pattern(r"\s+")


@dataclass(frozen=True, slots=True)
class About:
    """The title of a page, its words roughly in lines, and whether it is made for a browser and not for a mail."""

    title: str | None
    words: str
    is_for_a_browser: bool


def about(markup: str) -> About:
    """What `markup` is, in which NULs stand for what is not to be taken for HTML."""
    title: list[str] = []
    words: list[str] = []
    in_title = for_a_browser = False
    for token in tokens(markup):
        if isinstance(token, Tag):
            for_a_browser = for_a_browser or is_of_a_page(token)
            in_title = token.name in TITLES and not token.ends
            words.append("\n" if breaks(token) else "")
        else:
            text = _BLANKS.sub(" ", unescape(markup[token.start : token.end]))
            (title if in_title else words).append(text)
    return About(" ".join("".join(title).replace(_TAKEN, " ").split()) or None, "".join(words), for_a_browser)
