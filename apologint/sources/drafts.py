"""From the messages that a format found to drafts."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from apologint.model import Draft, Mode, Origin, Skipped
from apologint.sources.formats import read_items
from apologint.sources.item import Item
from apologint.sources.markup import visible
from apologint.sources.options import ReadOptions
from apologint.sources.suppress import Suppressions
from apologint.sources.text_file import TextFile

OnSkip = Callable[[Skipped], None]


def drafts_in(file: TextFile, options: ReadOptions, on_skip: OnSkip) -> Iterator[Draft]:
    """The drafts in `file`; a message that is not to be linted goes to `on_skip`, one without words is nothing.

    Raises:
        SourceError: the file is broken.
    """
    items = []
    for item in _items(file, options):
        if isinstance(item, Skipped):
            on_skip(item)
        elif item.body.text.strip():
            items.append(item)
    said = Suppressions(file, items)
    for item in items:
        yield draft_of(item, file, options, said)


def _items(file: TextFile, options: ReadOptions) -> Iterable[Item | Skipped]:
    if not options.sources:
        return read_items(file)
    from apologint.sources.said_items import said_items  # noqa: PLC0415 - few configurations say where messages stand

    said = said_items(file, options.sources)
    return read_items(file) if said is None else said


def draft_of(item: Item, file: TextFile, options: ReadOptions, said: Suppressions | None = None) -> Draft:
    """The draft that one message of `file` is; `said` are the suppressions there, where it is not the only one."""
    heard = (said or Suppressions(file, [item])).of(item)
    seen = visible(heard.body, item.markup)
    return Draft(
        text=seen.text.text,
        path=file.path,
        id=item.id,
        title=item.title,
        kind=options.kind or item.kind,
        fault=options.fault or item.fault,
        mode=options.mode or Mode.DRAFT,
        skip=seen.skip,
        placeholders=seen.placeholders,
        origin=Origin(seen.text.stretches, file.line_starts),
        suppressions=heard.suppressions,
        complaints=heard.complaints,
    )
