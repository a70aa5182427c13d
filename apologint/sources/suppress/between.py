"""The comments of a Markdown library that stand between its messages: above a title, beside it, on top of the file."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Container, Sequence

from apologint.model import Markup, Region
from apologint.sources.item import Item
from apologint.sources.suppress.comments import Comment, comments_for_us
from apologint.sources.text_file import TextFile
from apologint.text import late

_SUFFIXES = (".md", ".markdown")
_ABOUT_BELOW = late.pattern(r"\s*apologint\s*:\s*ignore(?:-next-line)?(?![\w-])", re.IGNORECASE)


def own_comments(file: TextFile, item: Item, comments: Sequence[Comment]) -> Sequence[Comment]:
    """Those of the `comments` in a message that are its own.

    In a Markdown library, one on a line of its own at the end of a message is about the message below.
    """
    if file.suffix not in _SUFFIXES or not item.id:
        return comments
    own = len(comments)
    before = item.body.text.rstrip()
    while own and comments[own - 1].end == len(before) and _ABOUT_BELOW.match(comments[own - 1].words):
        before = before[: comments[own - 1].start].rstrip(" \t")
        if not before.endswith(("\n", "\r")):
            break
        before = before.rstrip()
        own -= 1
    return comments[:own]


def comments_between(file: TextFile, taken: Container[int]) -> list[Comment]:
    """The comments in a Markdown `file` that begin with our name, but those of its messages: these begin at `taken`."""
    if file.suffix not in _SUFFIXES:
        return []
    return [each for each in comments_for_us(file.text, Markup.MARKDOWN, is_file=True) if each.start not in taken]


class MessageBelow:
    """The next of some messages of a file."""

    def __init__(self, messages: Sequence[Region]) -> None:
        self._messages = sorted(messages, key=lambda message: message.start)

    def about(self, comment: Region) -> Region:
        """From `comment` to the end of the message below it; only itself where there is none."""
        index = bisect_left(self._messages, comment.end, key=lambda message: message.start)
        end = self._messages[index].end if index < len(self._messages) else comment.end
        return Region(comment.start, end)
