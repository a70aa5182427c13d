"""What a word pattern is made of: parts that take one word at a time.

A part does not look along the words itself. It says by which keys it can begin with a word, whether it may be left out,
and what is still to be matched once it has taken a word for one of its keys. `automaton.py` does the walking, and
remembers the answers.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

GAP = 4
ANY_WORD = " *"
_FORM = " ="


def form_key(form: str) -> str:
    """The key of words in exactly one form. Like ANY_WORD it holds a blank, so that it is no key of another sort."""
    return f"{_FORM}{form}"


def form_of(key: str) -> str:
    """The word that a key asks for, whether in exactly that form or in any."""
    return key.removeprefix(_FORM)


class Rest:
    """What is still to be matched of a pattern: a part and what comes behind it, or nothing more at the end.

    `first` are the keys by which it can go on, `complete` says whether the pattern may also end here, `number` which
    pattern it is.
    """

    __slots__ = ("behind", "complete", "first", "number", "part")

    def __init__(self, number: int, part: Part | None = None, behind: Rest | None = None) -> None:
        self.number = number
        self.part = part
        self.behind = behind
        self.complete = True
        self.first: frozenset[str] = frozenset()
        if part is not None and behind is not None:
            self.complete = part.optional and behind.complete
            self.first = part.first | behind.first if part.optional else part.first

    def take(self, key: str, link: Link, found: set[Rest]) -> None:
        """Add to `found` all that may come next once this has gone on with a word for one of its keys."""
        part, behind = self.part, self.behind
        while part is not None and behind is not None:
            if key in part.first:
                part.take(key, behind, link, found)
            if not part.optional:
                break
            part, behind = behind.part, behind.behind


Link = Callable[["Part", Rest], Rest]


class Part:
    """One part of a pattern: `first` are the keys by which it can begin, `optional` says that it may match no word."""

    __slots__ = ("first", "optional")

    def __init__(self, first: frozenset[str], *, optional: bool = False) -> None:
        self.first = first
        self.optional = optional

    def take(self, key: str, behind: Rest, link: Link, found: set[Rest]) -> None:
        """Add to `found` all that may come next once this part has begun with a word.

        Args:
            key: the key, one of `first`, for which it takes the word.
            behind: what comes behind this part.
            link: makes one Rest of a part and what comes behind it, the same for the same.
            found: is added to.
        """
        raise NotImplementedError

    def ways(self, behind: Rest, link: Link) -> Sequence[Rest]:
        """What to match instead, one of them: simpler than this part and what is behind it. None where it is simple."""
        return ()


class OneOf(Part):
    """A word with one of some keys."""

    __slots__ = ()

    def take(self, key: str, behind: Rest, link: Link, found: set[Rest]) -> None:
        """See Part."""
        found.add(behind)


class Gap(Part):
    """At most some words, none of which ends a sentence."""

    __slots__ = ("_shorter", "longest")

    def __init__(self, longest: int = GAP) -> None:
        super().__init__(frozenset((ANY_WORD,)), optional=True)
        self.longest = longest
        self._shorter = Gap(longest - 1) if longest > 1 else None

    def take(self, key: str, behind: Rest, link: Link, found: set[Rest]) -> None:
        """See Part."""
        found.add(link(self._shorter, behind) if self._shorter is not None else behind)


class Maybe(Part):
    """A part or nothing."""

    __slots__ = ("part",)

    def __init__(self, part: Part) -> None:
        super().__init__(part.first, optional=True)
        self.part = part

    def take(self, key: str, behind: Rest, link: Link, found: set[Rest]) -> None:
        """See Part."""
        self.part.take(key, behind, link, found)

    def ways(self, behind: Rest, link: Link) -> Sequence[Rest]:
        """See Part."""
        return link(self.part, behind), behind


class Row(Part):
    """Parts one behind the other, two at least."""

    __slots__ = ("_later", "parts")

    def __init__(self, parts: Sequence[Part]) -> None:
        self.parts = parts
        self._later: Part | None = None
        needed = next((at for at, part in enumerate(parts) if not part.optional), len(parts))
        first = frozenset().union(*(part.first for part in parts[: needed + 1])) if needed else parts[0].first
        super().__init__(first, optional=needed == len(parts))

    def take(self, key: str, behind: Rest, link: Link, found: set[Rest]) -> None:
        """See Part."""
        part: Part = self
        while isinstance(part, Row):
            head, later = part.parts[0], part._behind_head()
            if key in head.first:
                head.take(key, link(later, behind), link, found)
            if not head.optional:
                return
            part = later
        if key in part.first:
            part.take(key, behind, link, found)

    def ways(self, behind: Rest, link: Link) -> Sequence[Rest]:
        """See Part."""
        return (link(self.parts[0], link(self._behind_head(), behind)),)

    def _behind_head(self) -> Part:
        if self._later is None:
            self._later = row(self.parts[1:])
        return self._later


class Choice(Part):
    """Several parts, any of which may match."""

    __slots__ = ("_by_key", "branches")

    def __init__(self, branches: Sequence[Part]) -> None:
        super().__init__(
            frozenset().union(*(branch.first for branch in branches)),
            optional=any(branch.optional for branch in branches),
        )
        self.branches = branches
        self._by_key: dict[str, list[Part]] = {}

    def take(self, key: str, behind: Rest, link: Link, found: set[Rest]) -> None:
        """See Part."""
        branches = self._by_key.get(key)
        if branches is None:
            branches = self._by_key[key] = [branch for branch in self.branches if key in branch.first]
        for branch in branches:
            branch.take(key, behind, link, found)


class Nothing(Part):
    """No word at all."""

    __slots__ = ()

    def __init__(self) -> None:
        super().__init__(frozenset(), optional=True)


class Late(Part):
    """A part that is made when a text has come to its second word: by then few are left of thousands.

    Args:
        first: the keys by which it can begin.
        second: the keys by which it can go on from there; None where it may end with its first word.
        make: makes the part itself.
    """

    __slots__ = ("_begun", "_make", "_second", "_whole")

    def __init__(self, first: frozenset[str], second: frozenset[str] | None, make: Callable[[], Part]) -> None:
        super().__init__(first)
        self._second = second
        self._make = make
        self._whole: Part | None = None
        self._begun: dict[str, _Begun] = {}

    @property
    def whole(self) -> Part:
        """The part itself."""
        if self._whole is None:
            self._whole = self._make()
        return self._whole

    def take(self, key: str, behind: Rest, link: Link, found: set[Rest]) -> None:
        """See Part."""
        if self._second is None:
            self.whole.take(key, behind, link, found)
            return
        if key not in self._begun:
            self._begun[key] = _Begun(self._second, self, key)
        found.add(link(self._begun[key], behind))

    def ways(self, behind: Rest, link: Link) -> Sequence[Rest]:
        """See Part."""
        return (link(self.whole, behind),)


class _Begun(Part):
    """What is left of a late part that has taken its first word."""

    __slots__ = ("_key", "_late")

    def __init__(self, first: frozenset[str], late: Late, key: str) -> None:
        super().__init__(first)
        self._late = late
        self._key = key

    def take(self, key: str, behind: Rest, link: Link, found: set[Rest]) -> None:
        """See Part."""
        for rest in self.ways(behind, link):
            rest.take(key, link, found)

    def ways(self, behind: Rest, link: Link) -> Sequence[Rest]:
        """See Part."""
        ways: set[Rest] = set()
        self._late.whole.take(self._key, behind, link, ways)
        return tuple(ways)


def row(parts: Sequence[Part]) -> Part:
    """Parts one behind the other as one part."""
    if not parts:
        return Nothing()
    return parts[0] if len(parts) == 1 else Row(parts)


def choice(branches: Sequence[Part]) -> Part:
    """One of several parts as one part."""
    if len(branches) == 1:
        return branches[0]
    words = [branch for branch in branches if isinstance(branch, OneOf)]
    if len(words) > 1:
        others = [branch for branch in branches if not isinstance(branch, OneOf)]
        branches = [OneOf(frozenset().union(*(word.first for word in words))), *others]
    return branches[0] if len(branches) == 1 else Choice(branches)


def second(part: Part) -> frozenset[str] | None:
    """The keys by which a part can go on when it has taken one word; None where that may be all."""
    keys: set[str] = set()
    return None if _may_end(part, keys) else frozenset(keys)


def _may_end(part: Part, keys: set[str]) -> bool:
    """Whether a part may be done with one word; the keys by which it goes on otherwise are added to `keys`."""
    match part:
        case Maybe():
            return _may_end(part.part, keys)
        case Choice():
            ends = [_may_end(branch, keys) for branch in part.branches]  # of all, for their keys
            return any(ends)
        case Row():
            head, later = part.parts[0], row(part.parts[1:])
            ends_head = _may_end(head, keys)
            if ends_head:
                keys |= later.first
            ends_later = head.optional and _may_end(later, keys)
            return ends_later or (ends_head and later.optional)
        case Gap(longest=longest) if longest > 1:
            keys |= part.first
    return not isinstance(part, Nothing)
