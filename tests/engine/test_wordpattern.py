"""The short notation for wording."""

from dataclasses import dataclass

import pytest
from hypothesis import given
from hypothesis import strategies as st

from apologint.engine.wordparts import GAP
from apologint.engine.wordpattern import Notation, WordPatternError

LISTS = {
    "remedy": ["refund", "voucher", "gift card", "(full|part) $payment", "=credit"],
    "payment": ["payment"],
    "none": [],
}


@dataclass(frozen=True)
class Word:
    """One word: its form, its lemma where that is another, its part of speech."""

    lower: str
    lemma: str = ""
    pos: str = "X"

    @property
    def keys(self) -> frozenset[str]:
        return frozenset((self.lower, self.lemma or self.lower, f"@{self.pos}"))

    @property
    def ends_sentence(self) -> bool:
        return self.lower in (".", "!", "?")


LEMMAS = {"is": "be", "was": "be", "credited": "credit"}


def words(text: str) -> list[Word]:
    return [Word(form, LEMMAS.get(form, ""), "NUM" if form.isdigit() else "X") for form in text.split()]


def matches(pattern: str, text: str) -> list[str]:
    row = words(text)
    found = Notation(LISTS).pattern(pattern).find(row)
    return [" ".join(word.lower for word in row[start:end]) for start, end in found]


@pytest.mark.parametrize(
    ("pattern", "text", "found"),
    [
        ("be late", "it was late", ["was late"]),  # a word in any form
        ("=be late", "it was late", []),  # exactly this form
        ("sorry =?", "sorry ?", ["sorry ?"]),  # a question mark
        ("a $remedy", "a voucher or a gift card", ["a voucher", "a gift card"]),
        ("$remedy", "full payment", ["full payment"]),  # a list may use another
        ("$remedy", "credited a credit", ["credit"]),  # in a list too, this form only
        ("@NUM days", "in 3 days", ["3 days"]),
        ("so * late", "so very late", ["so very late"]),
        ("so * late", "so late", []),
        (
            "so (=late|@NUM|Very|.) now",
            "so late now so 3 now so very now so . now",
            ["so late now", "so 3 now", "so very now", "so . now"],
        ),
        ("so (late|...) now", "so late now so very very late now", ["so late now", "so very very late now"]),
        ("so (|late) now", "so now so late now", ["so now", "so late now"]),
        ("so (=?|late) now", "so ? now", ["so ? now"]),
        ("* late", ". late", []),  # the end of a sentence is no word
        ("sorry ... late", "sorry we were very very late", ["sorry we were very very late"]),
        ("sorry ... late", "sorry we were so very very late", []),  # too far
        ("sorry ... late", "sorry . late", []),  # over the end of a sentence
        ("(a b|c) d", "a b d c d b d", ["a b d", "c d"]),
        ("a b? c", "a b c a c", ["a b c", "a c"]),
        ("(a|b c)? d", "b c d d", ["b c d", "d"]),
        ("a b?", "a b", ["a b"]),  # as far as it goes
        ("(a|a b)", "a b", ["a b"]),
        ("a a", "a a a", ["a a"]),  # none inside another
        ("... a", "b a", ["b a"]),  # may begin with anything
        ("(... a|c)", "c", ["c"]),
    ],
)
def test_what_a_pattern_matches(pattern: str, text: str, found: list[str]) -> None:
    assert matches(pattern, text) == found


@pytest.mark.parametrize(
    ("pattern", "complaint"),
    [
        ("a (b", "a '(' is not closed"),
        ("a) b", "unexpected ')' in 'a) b'"),
        ("? a", "a '?' stands behind nothing"),
        ("$remedies", "unknown word list '$remedies'"),
        ("$none", "the word list '$none' is empty"),
        ("@NOUNS", "unknown part of speech '@NOUNS'; expected one of ADJ, ADP"),
        ("", "'' would match nothing at all; give it at least one word"),
        ("a? ...", "'a? ...' would match nothing at all"),
        ("(a|b?)", "'(a|b?)' would match nothing at all"),
        ("[a-z]+ money", "'[a-z]+' can match no word: this is no regular expression, and '*' is a whole word"),
        (r"\w money", r"'\w' can match no word: "),
        ("apolog*", "'apolog*' can match no word: "),
        (".* money", "'.*' can match no word: "),
    ],
)
def test_what_cannot_be_read_is_refused(pattern: str, complaint: str) -> None:
    with pytest.raises(WordPatternError) as refused:
        Notation(LISTS).pattern(pattern)
    assert str(refused.value).startswith(complaint)


def test_a_list_that_takes_itself_in_is_refused() -> None:
    with pytest.raises(WordPatternError, match=r"'\$a' takes itself in"):
        Notation({"a": ["x $b"], "b": ["y $a"]}).pattern("$a")


def test_one_of_several_patterns() -> None:
    assert list(Notation(LISTS).any_of(["a b", "c"]).find(words("c a b"))) == [(0, 1), (1, 3)]


ROWS = st.lists(st.sampled_from("a b c d . 1".split()), max_size=12).map(" ".join).map(words)
ATOMS = st.sampled_from(["a", "b", "=c", "*", "...", "@NUM", "$remedy"])
PATTERNS = st.recursive(
    ATOMS,
    lambda inner: st.one_of(
        st.lists(inner, min_size=1, max_size=3).map(" ".join),
        st.lists(inner, min_size=1, max_size=3).map(lambda parts: f"({'|'.join(parts)})"),
        inner.map(lambda part: f"({part})?"),
    ),
    max_leaves=6,
).map("{} d".format)


@given(PATTERNS, ROWS)
def test_matches_lie_in_the_row_in_order_and_apart(pattern: str, row: list[Word]) -> None:
    reached = 0
    for start, end in Notation(LISTS).pattern(pattern).find(row):
        assert reached <= start < end <= len(row)
        assert row[end - 1].lower == "d"
        reached = end


@given(PATTERNS, ROWS)
def test_a_pattern_in_brackets_or_beside_another_means_the_same(pattern: str, row: list[Word]) -> None:
    plain = list(Notation(LISTS).pattern(pattern).find(row))
    assert list(Notation(LISTS).pattern(f"({pattern})").find(row)) == plain
    assert list(Notation(LISTS).any_of([pattern, pattern]).find(row)) == plain


@given(st.text("ab$@(|)?.*= ", max_size=20))
def test_any_text_is_a_pattern_or_is_refused_with_a_reason(text: str) -> None:
    try:
        compiled = Notation(LISTS).pattern(text)
    except WordPatternError as refused:
        assert str(refused)
    else:
        assert all(start < end for start, end in compiled.find(words("a b a . b a b")))


class Counted:
    """A row that counts how often a word of it is asked for."""

    def __init__(self, row: list[Word]) -> None:
        self.row = row
        self.asked = 0

    def __len__(self) -> int:
        return len(self.row)

    def __getitem__(self, at: int) -> Word:
        self.asked += 1
        return self.row[at]


@given(st.integers(2, 8))
def test_many_ways_to_match_do_not_multiply(gaps: int) -> None:
    """Each further gap costs as much as the one before it and does not multiply what they cost."""
    row = Counted(words("a " * 40))
    pattern = Notation(LISTS).pattern("a " + "... a? " * gaps + "b")
    assert list(pattern.find(row)) == []  # type: ignore[arg-type]
    assert row.asked <= 40 * (gaps + 1) ** 2 * (GAP + 1) ** 2 * 4
