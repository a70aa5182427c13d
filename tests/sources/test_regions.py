"""What in a plain or Markdown text is not the sender's own words."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from apologint.model import Region
from apologint.sources.regions import merged, skipped
from apologint.text.blanks import blank


def read(text: str, *, tildes: bool = True) -> str:
    """What is left of a text once the skipped parts are taken out."""
    return " ".join(blank(text, skipped(text, tildes=tildes)).split())


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("We are sorry.\n```\nif x:\n```\nBye.", "We are sorry. Bye."),
        ("We are sorry.\n```\nERR 1\n```", "We are sorry."),
        ("1. Run this\n   ```sh\n   fix\n   ```\n2. Done", "1. Run this 2. Done"),
        ("~~~\ncode\n~~~\nBye.", "Bye."),
        ("````\n```\n````\nBye.", "Bye."),
        ("The code `ERR_42` is ours.", "The code is ours."),
        ("The code ``a`b`` is ours.", "The code is ours."),
        ("> You lost it!\n>> again\nWe did.", "We did."),
        (">You lost it!\r\nWe did.\r\n", "We did."),
        ("We <!-- check\nwith legal --> did it.", "We did it."),
        ("See https://example.com/a.", "See https://example.com/a."),
    ],
)
def test_code_comments_and_quoted_lines_are_skipped(text: str, left: str) -> None:
    assert read(text) == left


@pytest.mark.parametrize(
    "text",
    [
        "```\nnever closed",
        "<!-- never closed",
        "don`t worry, we won`t",
        "a lone ` backtick",
        "one ` here\n\nand one ` there",
        ">:( is how you feel",
        "2 > 1",
        "---\nA rule above and below.\n---",
    ],
)
def test_what_only_looks_like_it_is_read(text: str) -> None:
    assert read(text) == " ".join(text.split())


def test_tildes_rule_off_a_plain_text() -> None:
    assert read("~~~~~\nWe are sorry.\n~~~~~", tildes=False) == "~~~~~ We are sorry. ~~~~~"


@given(st.text(alphabet="ab`~<!->\n\r é😀"))
def test_regions_are_in_order_within_the_text_and_apart(text: str) -> None:
    regions = skipped(text)
    assert all(0 <= region.start < region.end <= len(text) for region in regions)
    assert all(one.end < other.start for one, other in pairwise(regions))


@given(st.text(alphabet="ab`~<!->\n\r é😀"))
def test_blanking_keeps_every_offset_and_line(text: str) -> None:
    blanked = blank(text, skipped(text))
    assert len(blanked) == len(text)
    assert [i for i, c in enumerate(blanked) if c in "\r\n"] == [i for i, c in enumerate(text) if c in "\r\n"]


def test_regions_that_touch_become_one() -> None:
    assert merged([Region(4, 6), Region(0, 2), Region(2, 3), Region(5, 9), Region(7, 7)]) == [
        Region(0, 3),
        Region(4, 9),
    ]
