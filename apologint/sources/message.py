"""A file that is one message, in plain text or Markdown."""

from __future__ import annotations

from apologint.model import Draft, Mode, Region
from apologint.sources.errors import SourceError
from apologint.sources.front_matter import FrontMatter, read_front_matter
from apologint.sources.options import ReadOptions
from apologint.sources.placeholders import find_gaps
from apologint.sources.regions import blank, merged, skipped

PLAIN_SUFFIXES = (".txt",)
MARKDOWN_SUFFIXES = (".md", ".markdown")
SUFFIXES = PLAIN_SUFFIXES + MARKDOWN_SUFFIXES


def read_message(text: str, path: str, options: ReadOptions) -> Draft:
    """The draft that `text` is, its front matter read.

    Raises:
        SourceError: the front matter is broken, or there is no text besides it.
    """
    front = read_front_matter(text, path) or FrontMatter(end=0)
    if not text[front.end :].strip():
        what = "nothing stands below the front matter" if front.end else "empty: it holds no text"
        raise SourceError(path, f"{what}: write the message there, or leave the file out")
    regions = [Region(0, front.end), *skipped(text, front.end, tildes=not path.lower().endswith(PLAIN_SUFFIXES))]
    gaps = find_gaps(blank(text, merged(regions)))
    return Draft(
        text=text,
        path=path,
        title=front.title,
        kind=options.kind or front.kind,
        fault=options.fault or front.fault,
        mode=options.mode or Mode.DRAFT,
        skip=tuple(merged([*regions, *gaps.tags])),
        placeholders=gaps.placeholders,
    )
