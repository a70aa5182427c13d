"""What is read of a Markdown message."""

import re
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from apologint.sources.markup.markdown import read
from apologint.text.mapped import MappedText


def shown(markup):
    """What is read of a message, with what is skipped blanked out."""
    seen = read(MappedText.of_file(markup))
    text = seen.text.text
    for region in seen.skip:
        text = text[: region.start] + " " * (region.end - region.start) + text[region.end :]
    return " ".join(text.split())


def gaps(markup):
    seen = read(MappedText.of_file(markup))
    return [seen.text.text[gap.start : gap.end] for gap in seen.placeholders]


@pytest.mark.parametrize(
    ("markup", "words"),
    [
        ("See [the form](https://example.com/form).", "See the form ."),
        ("See [the form](/form 'A form') or [this](</a b>).", "See the form or this ."),
        ("See [the form](/form_(1)).", "See the form ."),
        ("See [the form][f] or [f].\n\n[f]: https://example.com 'A form'\n", "See the form or f ."),
        ("See [the [old] form](/form).", "See the [old] form ."),
        ("![a photo](photo.png) We lost it.", "We lost it."),
        ("[![build](a.svg)](b) We lost it.", "We lost it."),
        ("We lost it.\n\n    rm -rf parcel/\n    ls -l\n\nWe are sorry.", "We lost it. We are sorry."),
        ("1. We lost it.\n\n    We are sorry.\n", "1. We lost it. We are sorry."),
        ("    We are so very sorry that we lost it.\n", "We are so very sorry that we lost it."),
        ("| Order | Days |\n|---|---:|\n| A1 | nine |\n\nWe are sorry.", "Order Days A1 nine We are sorry."),
        ("We are sorry.<br>Bo", "We are sorry. Bo"),
        ("We <b>lo</b>st it.", "We lost it."),
        ("<div align='center'>\n\n# Late\n\n</div>", "# Late"),
        ("<details><summary>Late</summary>We lost it.</details>", "Late We lost it."),
        ("<style>p {}</style><script>a < b</script>We lost it.", "We lost it."),
        ("we lost it &ndash; R&D &amp; all", "we lost it – R&D & all"),
        ("`&amp; <br>` We lost it.", "We lost it."),
        ("1 < 2 and <3 and a[1]", "1 < 2 and <3 and a[1]"),
    ],
)
def test_code_targets_and_tags_are_not_read(markup, words):
    assert shown(markup) == words


@pytest.mark.parametrize(
    "markup",
    [
        "We are sorry (really).\n\n- one\n- two\n",
        "# Late\n\nWe *lost* it. 2 | 3\n",
        "We are sorry.\n---\nBo",
        "[1]: see below",
        "see <https://example.com> or <customer name>",
        "a note[^1]\n\n[^1]: which is read\n",
    ],
)
def test_a_message_that_has_none_is_read_as_it_is(markup):
    seen = read(MappedText.of_file(markup))
    assert seen.text.text == markup
    assert seen.skip == ()


@pytest.mark.parametrize(
    ("markup", "found"),
    [
        ("Hi {{ name | default: 'you' }},", ["{{ name | default: 'you' }}"]),
        ("| Name |\n|---|\n| {{ a | b }} |", ["{{ a | b }}"]),
        ("Hi <%= a > b %>,<br>", ["<%= a > b %>"]),
        ("See [the form]({{ form | link }}).", []),
        ("See [the form]([insert link]).", ["[insert link]"]),
        ("Hi [Customer Name], see [the form](/f).", ["[Customer Name]"]),
    ],
)
def test_placeholders_are_found_before_marks(markup, found):
    assert gaps(markup) == found


def test_cells_of_a_table_are_paragraphs():
    seen = read(MappedText.of_file("| Order | Days |\n|---|---|\n| A1 | nine |\n"))
    assert [cell.strip() for cell in seen.text.text.split("\n\n") if cell.strip()] == ["Order", "Days", "A1", "nine"]


PIECES = [
    "# ",
    "- ",
    "> ",
    "    ",
    "\t",
    "|",
    "|---|",
    "[a]",
    "(b)",
    "[a]: b",
    "![",
    "`",
    "```",
    "<br>",
    "<b>",
    "</b>",
    "<style>",
    "<!--",
    "-->",
    "&amp;",
    "&",
    "{{ x }}",
    "{{",
    "\n",
    "\r\n",
    "\n\n",
    "word",
    " ",
    "é😀",
    "\\",
]


@given(st.lists(st.sampled_from(PIECES), max_size=40).map("".join))
def test_every_word_stands_in_the_file_whatever_stands_around_it(markup):
    seen = read(MappedText.of_file(markup))
    for word in re.finditer(r"word|é😀", seen.text.text):
        place = seen.text.in_file(*word.span())
        assert markup[place.start : place.end] == word[0]
    assert all(0 <= skip.start < skip.end <= len(seen.text) for skip in seen.skip)
    assert all(one.end < other.start for one, other in zip(seen.skip, seen.skip[1:], strict=False))


@pytest.mark.parametrize(
    "mark", [*PIECES, "- a\n", "> a\n", "[", "](", "[a](", '[a](b "', "[a][b]", "    x\n", "|a|\n|-|\n", "* * ",
             "[a]: b\n", "[a]: b\n\n[c]", "<a ", "| a ", "\n|---|\n| a | b |"]
)  # fmt: skip
def test_it_is_read_in_linear_time(mark):
    began = time.process_time()
    read(MappedText.of_file(mark * (50_000 // len(mark))))
    assert time.process_time() - began < 5
