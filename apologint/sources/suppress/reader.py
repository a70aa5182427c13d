"""Reads the suppressions of one file, and hands them out to its messages."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Container, Iterator, Sequence
from dataclasses import replace

from apologint.model import Draft, InputError, Location, Origin, Region, Suppression
from apologint.sources.item import Item
from apologint.sources.suppress.between import MessageBelow, comments_between, own_comments
from apologint.sources.suppress.comments import Comment, comments_for_us
from apologint.sources.suppress.directive import Directive, DirectiveError, Scope, read_directive, read_rules
from apologint.sources.suppress.hash_comments import hash_comments
from apologint.sources.suppress.heard import Heard
from apologint.sources.suppress.reach import Lines
from apologint.sources.text_file import TextFile
from apologint.text import late
from apologint.text.locate import Locator
from apologint.text.mapped import Edit, MappedText
from apologint.text.touching import Touching

_NOT_OPEN = "no block is open here: begin it with 'apologint: ignore-start'"
_NOT_CLOSED = "this block is never closed: end it with 'apologint: ignore-end'"
_LINE_BEHIND = late.pattern(r"[ \t]*(?:\r\n|\r|\n|\Z)")


class _OpenBlocks:
    """The blocks that are begun and not ended, by the rules they name."""

    def __init__(self) -> None:
        self._by_rules: dict[frozenset[str], list[tuple[Comment, Directive]]] = {}

    def add(self, start: Comment, directive: Directive) -> None:
        """Open a block."""
        self._by_rules.setdefault(frozenset(directive.rules), []).append((start, directive))

    def take(self, end: Directive) -> list[tuple[Comment, Directive]]:
        """Close the last block for the rules that `end` names; all blocks, in order, where it names none."""
        if end.rules:
            same = self._by_rules.get(frozenset(end.rules))
            return [same.pop()] if same else []
        blocks = [block for same in self._by_rules.values() for block in same]
        self._by_rules.clear()
        return sorted(blocks, key=lambda block: block[0].start)


def heard_in(file: TextFile, items: Sequence[Item]) -> dict[Item, Heard]:
    """What is switched off in `file` for each of `items`, its messages."""
    found: list[Suppression] = []
    complaints: dict[Item, list[InputError]] = {}
    bodies: dict[Item, MappedText] = {}
    taken: set[int] = set()
    locator = Locator(_whole(file))
    for item in items:
        comments = comments_for_us(item.body.text, item.markup, is_file=item.id is None)
        own = own_comments(file, item, comments)
        taken.update(item.body.in_file(comment.start, comment.end).start for comment in own)
        heard = _Reading(file, locator, item.body)
        bodies[item] = _without(item.body, comments)
        found += [*heard.own(item), *heard.comments_in_message(own)]
        complaints[item] = heard.complaints
    in_file = _Reading(file, locator, file.mapped)
    found += in_file.comments_in_file([_extent(item.body) for item in items], taken)
    mine = _handed_out(items, found)
    if items:
        complaints[items[0]] += in_file.complaints
    return {item: Heard(bodies[item], tuple(mine[item]), tuple(complaints[item])) for item in items}


def _handed_out(items: Sequence[Item], found: Sequence[Suppression]) -> dict[Item, list[Suppression]]:
    """Give each suppression to the messages it touches; the first takes those that touch none."""
    extents = Touching(_extent(item.body) for item in items)
    times_said = Counter(suppression.said_at for suppression in found)
    mine: dict[Item, list[Suppression]] = {item: [] for item in items}
    for suppression in found:
        touched = [items[number] for number in extents.numbers(suppression)]
        shared = len(touched) > 1 or times_said[suppression.said_at] > 1
        for item in touched or items[:1]:
            mine[item].append(replace(suppression, shared=shared))
    return mine


class _Reading:
    """Turns what is said in one text of a file into suppressions; what cannot be understood goes to `complaints`."""

    def __init__(self, file: TextFile, locator: Locator, text: MappedText) -> None:
        self.complaints: list[InputError] = []
        self._file = file
        self._locator = locator
        self._text = text

    def own(self, item: Item) -> Iterator[Suppression]:
        """What the own key or column of a message says."""
        if item.misread:
            self._complain(_extent(self._text), item.misread)
        for entry in item.ignore:
            if not entry.text.strip():
                continue
            place = _extent(entry)
            try:
                rules = read_rules(entry.text)
            except DirectiveError as error:
                self._complain(place, str(error))
                continue
            covered = _extent(self._text)
            yield Suppression(covered.start, covered.end, rules, self._locator.at(place))

    def comments_in_message(self, comments: Sequence[Comment]) -> Iterator[Suppression]:
        """What the comments in the words of a message say."""
        if not comments:
            return
        lines = Lines(self._text.text, comments)

        def about(comment: Region) -> Region:
            return lines.below(comment) if lines.is_alone(comment) else lines.on(comment)

        yield from self._comments(comments, lines, about, lambda _: Region(0, len(self._text)))

    def comments_in_file(self, messages: Sequence[Region], taken: Container[int]) -> Iterator[Suppression]:
        """What the comments between the `messages` of a file say; those that begin at `taken` stand in a message."""
        comments, entries = hash_comments(self._file) or (
            comments_between(self._file, taken),
            MessageBelow(messages),
        )
        if comments:
            yield from self._comments(comments, Lines(self._text.text, comments), entries.about, entries.about)

    def _comments(
        self,
        comments: Sequence[Comment],
        lines: Lines,
        about: Callable[[Region], Region],
        item: Callable[[Region], Region],
    ) -> Iterator[Suppression]:
        opened = _OpenBlocks()
        for comment in comments:
            try:
                directive = read_directive(comment.words)
            except DirectiveError as error:
                self._complain(self._in_file(comment), str(error))
                continue
            match directive.scope:
                case Scope.START:
                    opened.add(comment, directive)
                case Scope.END:
                    closed = opened.take(directive)
                    if not closed:
                        self._complain(self._in_file(comment), _NOT_OPEN)
                    for start, block in closed:
                        yield self._block(start, comment.start, block)
                case Scope.FILE:
                    yield self._suppression(Region(0, len(self._file.text)), comment, directive)
                case scope:
                    reach = {Scope.HERE: about, Scope.LINE: lines.on, Scope.NEXT_LINE: lines.below, Scope.ITEM: item}
                    yield self._suppression(self._in_file(reach[scope](comment)), comment, directive)
        for start, block in opened.take(Directive(Scope.END)):
            self._complain(self._in_file(start), _NOT_CLOSED)
            yield self._block(start, len(self._text), block)

    def _block(self, start: Comment, end: int, directive: Directive) -> Suppression:
        return self._suppression(self._in_file(Region(start.start, end)), start, directive)

    def _suppression(self, covered: Region, comment: Comment, directive: Directive) -> Suppression:
        return Suppression(covered.start, covered.end, directive.rules, self._locator.at(self._in_file(comment)))

    def _in_file(self, region: Region) -> Region:
        return self._text.in_file(region.start, region.end)

    def _complain(self, place: Region, message: str) -> None:
        location: Location = self._locator.at(place)
        self.complaints.append(InputError(self._file.path, f"suppression: {message}", location.line))


def _whole(file: TextFile) -> Draft:
    return Draft(file.text, file.path, origin=Origin(file.mapped.stretches, file.line_starts))


def _extent(text: MappedText) -> Region:
    return text.in_file(0, len(text))


def _without(body: MappedText, comments: Sequence[Comment]) -> MappedText:
    """The message as if its comments had never been there: one on lines of its own takes these lines with it."""
    edits: list[Edit] = []
    for comment in comments:
        start, end = comment.start, comment.end
        line_start = max(body.text.rfind("\n", 0, start), body.text.rfind("\r", 0, start)) + 1
        behind = _LINE_BEHIND.match(body.text, end)
        if behind and not body.text[line_start:start].strip():
            start, end = line_start, behind.end()
        edits.append(Edit(max(start, edits[-1].end if edits else 0), end))
    return body.edited(edits)
