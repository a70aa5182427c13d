"""Many word patterns in one walk: each finds what it says by its plain definition, whatever else is sought."""

from collections.abc import Sequence
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from apologint.engine.automaton import Automaton
from apologint.engine.wordparts import GAP, Late, Part
from apologint.engine.wordpattern import Notation
from tests.engine.test_wordpattern import Word, words

Pattern = tuple[str, Any]

ATOMS = st.sampled_from([("word", "a"), ("word", "b"), ("form", "b"), ("pos", "NUM"), ("any", ""), ("gap", "")])
INNER: st.SearchStrategy[Pattern] = st.recursive(
    ATOMS,
    lambda inner: st.one_of(
        st.tuples(st.sampled_from(["row", "either"]), st.lists(inner, min_size=1, max_size=4)),
        st.tuples(st.just("maybe"), inner),
    ),
    max_leaves=8,
)
PATTERNS = INNER.map(lambda inner: ("row", [inner, ("word", "d")]))
ROWS = st.lists(st.sampled_from("a b c d . 1".split()), max_size=14).map(" ".join).map(words)


def written(pattern: Pattern) -> str:
    """A pattern in the notation of rules."""
    sort, inner = pattern
    match sort:
        case "row":
            return f"({' '.join(map(written, inner))})"
        case "either":
            return f"({'|'.join(map(written, inner))})"
        case "maybe":
            return f"{written(inner)}?"
    return {"word": inner, "form": f"={inner}", "pos": f"@{inner}", "any": "*", "gap": "..."}[sort]


def ends(pattern: Pattern, row: Sequence[Word], start: int) -> set[int]:
    """Where matches that begin at `start` may end, by the definition of each sort of pattern."""
    sort, inner = pattern
    match sort:
        case "row":
            reached = {start}
            for part in inner:
                reached = {end for begin in reached for end in ends(part, row, begin)}
            return reached
        case "either":
            return {end for part in inner for end in ends(part, row, start)}
        case "maybe":
            return {start} | ends(inner, row, start)
        case "gap":
            reached = {start}
            while len(reached) <= GAP and max(reached) < len(row) and not row[max(reached)].ends_sentence:
                reached.add(max(reached) + 1)
            return reached
    if start == len(row):
        return set()
    word = row[start]
    fits = {
        "word": inner in word.keys,
        "form": inner == word.lower,
        "pos": f"@{inner}" in word.keys,
        "any": not word.ends_sentence,
    }
    return {start + 1} if fits[sort] else set()


def found(pattern: Pattern, row: Sequence[Word]) -> list[tuple[int, int]]:
    """The matches from left to right, each as far as it goes, none inside an earlier one."""
    spans: list[tuple[int, int]] = []
    for start in range(len(row)):
        furthest = max(ends(pattern, row, start), default=start)
        if furthest > start and (not spans or spans[-1][1] <= start):
            spans.append((start, furthest))
    return spans


def automaton(patterns: Sequence[Pattern], **options: int) -> Automaton:
    notation = Notation({})
    made = Automaton(notation.vocabulary, **options)
    for pattern in patterns:
        made.add(notation.pattern(written(pattern)).part)
    return made


@given(st.lists(PATTERNS, min_size=1, max_size=4), st.lists(ROWS, min_size=1, max_size=3))
def test_each_of_many_patterns_finds_what_it_says(patterns: list[Pattern], rows: list[list[Word]]) -> None:
    made = automaton(patterns)
    for row in rows:
        spans = {number: found(pattern, row) for number, pattern in enumerate(patterns)}
        assert made.find(row) == {number: each for number, each in spans.items() if each}


@given(st.lists(PATTERNS, min_size=1, max_size=3), ROWS.filter(bool))
def test_from_one_word_each_goes_as_far_as_it_can(patterns: list[Pattern], row: list[Word]) -> None:
    made = automaton(patterns)
    for start in range(len(row)):
        reached = {number: ends(pattern, row, start) for number, pattern in enumerate(patterns)}
        assert made.ends(row, start) == {number: max(each) for number, each in reached.items() if each}


@given(st.lists(PATTERNS, min_size=1, max_size=3), st.lists(ROWS, min_size=2, max_size=4))
def test_what_is_forgotten_is_found_again(patterns: list[Pattern], rows: list[list[Word]]) -> None:
    forgetful, made = automaton(patterns, remember=2), automaton(patterns)
    assert list(map(forgetful.find, rows)) == list(map(made.find, rows))


@given(
    st.lists(st.one_of(PATTERNS, ATOMS.filter(lambda atom: atom[0] != "gap")), min_size=1, max_size=4),
    st.lists(ROWS, min_size=1, max_size=3),
)
def test_patterns_that_are_read_late_find_the_same(patterns: list[Pattern], rows: list[list[Word]]) -> None:
    sources = list(map(written, patterns))
    early = Notation({})
    for source in sources:
        early.pattern(source)
    late = Notation({})
    late.expect(early.beginnings, early.vocabulary.keys)
    alone, together = Automaton(late.vocabulary), Automaton(late.vocabulary)
    for source in sources:
        alone.add(late.pattern(source).part)
    together.add(late.any_of(sources).part)
    for row in rows:
        spans = {number: found(pattern, row) for number, pattern in enumerate(patterns)}
        assert alone.find(row) == {number: each for number, each in spans.items() if each}
        assert together.find(row).get(0, []) == found(("either", patterns), row)


def test_a_pattern_is_read_when_a_text_comes_to_its_second_word() -> None:
    notation = Notation({})
    source = "a (b|c) d"
    whole = notation.pattern(source).part
    read = []

    def reading() -> Part:
        read.append(source)
        return whole

    made = Automaton(notation.vocabulary)
    made.add(Late(*notation.beginnings[source], reading))
    for text, so_far in (("b c d", []), ("a d", []), ("a c", [source]), ("a c d", [source])):
        made.find(words(text))
        assert read == so_far


def test_a_pattern_whose_beginning_is_expected_is_not_read_yet() -> None:
    early, late = Notation({}), Notation({})
    early.pattern("a b")
    late.expect(early.beginnings, early.vocabulary.keys)
    assert isinstance(late.pattern("a b").part, Late)


@given(PATTERNS, PATTERNS, ROWS)
def test_a_pattern_may_be_added_later(early: Pattern, late: Pattern, row: list[Word]) -> None:
    notation = Notation({})
    made = Automaton(notation.vocabulary)
    made.add(notation.pattern(written(early)).part)
    made.find(row)
    number = made.add(notation.pattern(written(late)).part)
    assert made.find(row).get(number, []) == found(late, row)


@pytest.mark.parametrize("text", ["=d d", "* d", " * d"])
def test_signs_of_the_notation_are_plain_words_of_a_text(text: str) -> None:
    assert automaton([("row", [("form", "d"), ("word", "d")])]).find(words(text)) == {}
