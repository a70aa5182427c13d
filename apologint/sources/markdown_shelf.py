"""The messages in a Markdown file that holds many, each below a title."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from apologint.model import Markup
from apologint.sources.item import Item
from apologint.sources.markdown_outline import LIST_LINE, RULE, Part, Piece, Section, sections
from apologint.sources.shapes.prose import reads_as_prose, speaks
from apologint.sources.suppress.comments import comments_for_us
from apologint.text import late
from apologint.text.blanks import blank
from apologint.text.mapped import Edit, MappedText

_WORDS_INFO = frozenset(
    ("", "email", "eml", "html", "liquid", "mail", "markdown", "md", "plain", "plaintext", "text", "txt")
)
_FEWEST = 2
_FEWEST_LIST_LINES = 3
_SHARE_OF_SECTIONS = 0.6
_SHARE_OF_SECTION = 0.6
_GREETING_WORDS = 6
_GREETING_ENDS = (",", "!", "\u2014", "\u2013", " -")
_LIST_MARKS = frozenset("-+*#>|")
_HEADER = late.pattern(r"[*_]{0,2}[^\W\d_]+(?: [^\W\d_]+)?[*_]{0,2}:[*_]{0,2}\s")
_QUOTE_MARK = late.pattern(r"^[ ]{0,3}>[ ]?", re.MULTILINE)
_SLUG_GAP = late.pattern(r"[^\w]+")


def messages_on(whole: Item) -> Iterable[Item] | None:
    """The messages in `whole`, which is all of a file; None where it is one message itself, or none."""
    text = whole.body.text
    text = blank(text, comments_for_us(text, Markup.MARKDOWN, is_file=True))
    found = sections(text)
    names: Counter[str] = Counter()
    shelf = _shelf(text, found)
    if shelf:
        return [_item(whole, section, _name(section, names)) for section in shelf]
    only = _only_message(text, found)
    return [_item(whole, only, None)] if only else None


def _item(whole: Item, section: Section, name: str | None) -> Item:
    title = section.title or whole.title
    return replace(whole, body=_body(whole.body, section), markup=_markup(section), id=name, title=title)


def _name(section: Section, names: Counter[str]) -> str:
    slug = _slug(section.title) or "message"
    names[slug] += 1
    name = slug if names[slug] == 1 and section.title else f"{slug}-{names[slug]}"
    if name != slug:
        names[name] += 1
    return name if name == slug or names[name] == 1 else _name(section, names)


def _slug(title: str) -> str:
    return _SLUG_GAP.sub("-", title.lower()).strip("-")


def _only_message(text: str, found: Sequence[Section]) -> Section | None:
    """The one section with a fence that holds a message, if that is most of the file."""
    fenced = [
        section for section in found if section.is_leaf and (piece := _wrapped(section)) and piece.part is Part.FENCE
    ]
    if len(fenced) != 1 or not _greets(_words(text, fenced[0])) or not _is_message(text, fenced[0]):
        return None
    return fenced[0] if len(_words(text, fenced[0])) >= _SHARE_OF_SECTION * len(text) else None


def _shelf(text: str, found: Sequence[Section]) -> Sequence[Section]:
    """The sections of the level that holds most messages, where there are enough of them; else none."""
    best: Sequence[Section] = ()
    for level in {section.level for section in found}:
        filled = [section for section in found if section.level == level and section.is_leaf and section.pieces]
        messages = _messages(text, level, filled)
        if len(messages) > len(best):
            best = messages
    return best


def _messages(text: str, level: int, filled: Sequence[Section]) -> Sequence[Section]:
    if level == LIST_LINE:
        return _below_list_lines(text, filled)
    sure = sum(_is_surely_message(text, section) for section in filled)
    needed = len(filled) if level == RULE else max(_FEWEST, _SHARE_OF_SECTIONS * len(filled))
    if sure < max(_FEWEST, needed):
        return ()
    return [section for section in filled if _is_message(text, section)]


def _below_list_lines(text: str, filled: Sequence[Section]) -> Sequence[Section]:
    """All that is prose, if most of it speaks: one line of a list is a weak title, and such replies do not greet."""
    speaking = sum(_is_message(text, section) for section in filled)
    if speaking < max(_FEWEST_LIST_LINES, _SHARE_OF_SECTIONS * len(filled)):
        return ()
    return [section for section in filled if reads_as_prose(_words(text, section))]


def _is_surely_message(text: str, section: Section) -> bool:
    return (_wrapped(section) is not None or _greets(_words(text, section))) and _is_message(text, section)


def _is_message(text: str, section: Section) -> bool:
    words = _words(text, section)
    return reads_as_prose(words) and speaks(words)


def _greets(words: str) -> bool:
    """Whether the first line below those like `Subject: ...` is short and ends as a salutation does."""
    lines = (line.strip() for line in words.splitlines())
    first = next((line for line in lines if line and not _HEADER.match(line)), "")
    return first.endswith(_GREETING_ENDS) and len(first.split()) <= _GREETING_WORDS and first[0] not in _LIST_MARKS


def _wrapped(section: Section) -> Piece | None:
    """The fence or quotation that holds the message, if it is the only one and most of the section."""
    wraps = [piece for piece in section.pieces if piece.part is not Part.PROSE]
    if len(wraps) != 1 or wraps[0].info not in _WORDS_INFO:
        return None
    length = sum(piece.end - piece.start for piece in section.pieces)
    return wraps[0] if wraps[0].end - wraps[0].start >= _SHARE_OF_SECTION * length else None


def _words(text: str, section: Section) -> str:
    piece = _wrapped(section)
    if not piece:
        return text[section.start : section.end]
    words = text[piece.start : piece.end]
    return _QUOTE_MARK.sub("", words) if piece.part is Part.QUOTE else words


def _body(text: MappedText, section: Section) -> MappedText:
    piece = _wrapped(section)
    if not piece:
        return text.cut(section.start, section.end).stripped()
    body = text.cut(piece.start, piece.end)
    return body.edited(_unquoted(body.text)) if piece.part is Part.QUOTE else body


def _unquoted(text: str) -> Iterator[Edit]:
    return (Edit(*mark.span()) for mark in _QUOTE_MARK.finditer(text))


def _markup(section: Section) -> Markup:
    piece = _wrapped(section)
    return Markup.PLAIN if piece and piece.part is Part.FENCE else Markup.MARKDOWN
