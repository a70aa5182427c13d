"""Markdown."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from apologint.model import Region
from apologint.sources.html_names import ELEMENTS
from apologint.sources.markup.html_elements import BREAK, breaks
from apologint.sources.markup.html_entities import ENTITY, decoded
from apologint.sources.markup.html_tokens import Tag, Words, tokens
from apologint.sources.markup.markdown_blocks import blocks
from apologint.sources.markup.markdown_links import link_marks
from apologint.sources.markup.visible import Visible, with_gaps
from apologint.sources.placeholders import masked
from apologint.sources.regions import merged, skipped
from apologint.text.blanks import blank
from apologint.text.mapped import Edit, MappedText

_LETTER = "x"


def read(body: MappedText) -> Visible:
    """All of it but what is quoted, code or a comment, and where links lead.

    HTML in it is read as a browser would, and a cell of a table as a paragraph.
    """
    skip = skipped(body.text)
    text = masked(blank(body.text, skip))
    found = blocks(_as_letters(text, body.text, skip))
    skip = merged([*skip, *found.skip])
    text = blank(text, skip)
    skip = merged([*skip, *link_marks(text, found.labels)])
    edits = _apart(_in_order([*found.tables, *_html(text)]), skip)
    return with_gaps(body.edited(edits), _moved(skip, edits)) if edits else with_gaps(body, skip)


def _as_letters(blanked: str, text: str, regions: Iterable[Region]) -> str:
    """The text with a letter for what was blanked in its `regions`, so that no blanks are taken for an indent."""
    parts: list[str] = []
    at = 0
    for region in regions:
        parts.append(blanked[at : region.start])
        inside = slice(region.start, region.end)
        parts += (
            _LETTER if here == " " and not there.isspace() else here
            for here, there in zip(blanked[inside], text[inside], strict=True)
        )
        at = region.end
    return "".join([*parts, blanked[at:]])


def _html(text: str) -> Iterator[Edit]:
    """Tags and entities, as they are read; what stands in elements that are not shown falls away."""
    if "<" not in text:
        yield from _entities(text, Region(0, len(text)))
        return
    at = 0
    for token in tokens(text):
        if at < token.start and text[at : token.start].strip():
            yield Edit(at, token.start)
        at = token.end
        if isinstance(token, Words):
            yield from _entities(text, token)
        elif token.name in ELEMENTS:
            yield Edit(token.start, token.end, _line_ends(token))


def _line_ends(tag: Tag) -> str:
    return "\n" * (1 if tag.name == BREAK else breaks(tag))


def _entities(text: str, region: Region) -> Iterator[Edit]:
    if "&" not in text:
        return
    for entity in ENTITY.finditer(text, region.start, region.end):
        words, length = decoded(entity[0])
        if length:
            yield Edit(entity.start(), entity.start() + length, words)


def _in_order(edits: list[Edit]) -> list[Edit]:
    return sorted(edits, key=lambda edit: edit.start)


def _apart(edits: Iterable[Edit], skip: Sequence[Region]) -> list[Edit]:
    """The edits that meet neither an earlier one nor what is skipped."""
    kept: list[Edit] = []
    index = at = 0
    for edit in edits:
        while index < len(skip) and skip[index].end <= edit.start:
            index += 1
        if edit.start >= at and (index == len(skip) or edit.end <= skip[index].start):
            kept.append(edit)
            at = edit.end
    return kept


def _moved(regions: Iterable[Region], edits: Sequence[Edit]) -> list[Region]:
    """Where the regions, which no edit meets, stand once the edits are done."""
    moved: list[Region] = []
    index = by = 0
    for region in regions:
        while index < len(edits) and edits[index].end <= region.start:
            edit = edits[index]
            by += len(edit.text) - (edit.end - edit.start)
            index += 1
        moved.append(Region(region.start + by, region.end + by))
    return moved
