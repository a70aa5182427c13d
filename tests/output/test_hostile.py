"""Drafts and file names are untrusted: nothing in them may reach the terminal as a command."""

import json
import unicodedata
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from apologint.output.sanitise import one_line, visible
from tests.handmade import analysis, problem, report
from tests.output.letters import poor_letter
from tests.output.render import render

BIDI = "\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
NASTY = "[red]\\[/] \x1b[31m\x1b]8;;http://x\x07 \r\b\x00\x7f\x9b5n\u2028\ufeff\u200d\ud800 \t\n👩‍💻e\u0301荷"
hostile = st.one_of(
    st.text(),
    st.text(alphabet=NASTY + BIDI),
    st.lists(st.sampled_from(["[red]", "[/red]", "\x1b[2J", "\u202egnp.exe", "sorry", "\r\n", "\x9b31m"])).map("".join),
)


def obeyed(page):
    """The characters of `page` that a terminal would obey or that turn the reading order."""
    return {
        character
        for character in page
        if unicodedata.category(character) in {"Cc", "Cf", "Cs"} and character not in "\n\u200d"
    }


def regions(draw, text):
    ends = st.integers(0, len(text))
    return sorted((draw(ends), draw(ends)))


@st.composite
def reports(draw):
    text = draw(hostile)
    problems = [
        problem(name, *regions(draw, text), message=draw(hostile), suggestion=draw(hostile))
        for name in ("conditional-apology", "minimising", "vague-timeframe")
    ]
    credits = [problem("names-the-fault", *regions(draw, text))]
    made = report(text, analysis(problems, credits=credits), path=draw(hostile), title=draw(hostile), id=draw(hostile))
    return replace(made, passed=False, failures=(draw(hostile),))


@given(reports(), st.sampled_from([36, 40, 80]), st.booleans())
def test_nothing_in_a_draft_reaches_the_terminal_as_a_command(made, width, quiet):
    assert obeyed(render([made], width=width, quiet=quiet)) == set()


@given(reports())
def test_json_is_plain_ascii(made):
    page = render([made], "json")
    assert page.isascii()
    assert obeyed(page) <= {"\x7f"}
    assert json.loads(page)["drafts"][0]["path"] == made.draft.path


def test_markup_is_shown_as_it_was_written():
    found = problem("minimising", 0, 5)
    assert "[red]small[/red] :smile:" in render([report("[red]small[/red] :smile:", analysis([found]))])


@pytest.mark.parametrize(
    ("character", "shown"),
    [("\x1b", "\\x1b"), ("\x9b", "\\x9b"), ("\r", "\\x0d"), ("\u202e", "<U+202E>"), ("\ud800", "<U+D800>")],
)
def test_what_a_terminal_would_obey_is_spelt_out(character, shown):
    assert visible(f"a{character}b") == f"a{shown}b"


@pytest.mark.parametrize(
    ("command", "shown"),
    [
        ("::error file=a::b", ":\\x3aerror file=a::b"),
        ("a ::stop-commands::b", "a :\\x3astop-commands::b"),
        ("a ##[add-mask]b", "a #\\x23[add-mask]b"),
        ("##vso[task.setvariable]", "#\\x23vso[task.setvariable]"),
    ],
)
def test_what_a_build_server_would_obey_is_spelt_out(command, shown):
    assert visible(command) == shown


@pytest.mark.parametrize(
    "text", ["9:: ::", "## Heading", "See C::", "👩‍💻", "👨‍👩‍👧", "❤️‍🔥", "👍🏽", "e\u0301", "荷物", "café", "“so”"]
)
def test_everyday_characters_stay_as_they_are(text):
    assert visible(text) == text


def test_a_joiner_with_nothing_to_join_is_spelt_out():
    assert visible("a\u200db") == "a<U+200D>b"


def test_what_the_stream_cannot_hold_is_spelt_out():
    assert visible("é荷", "latin-1") == "é<U+8377>"


def test_blanks_and_line_ends_become_single_blanks():
    assert one_line("  sorry\r\n\tif ") == "sorry if"


def test_a_hostile_file_name_stays_on_one_line():
    made = replace(poor_letter(), draft=replace(poor_letter().draft, path="a\n\x1b[2J.txt"))
    assert render([made]).splitlines()[0] == "a\\x0a\\x1b[2J.txt"
