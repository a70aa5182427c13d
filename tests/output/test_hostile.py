"""Drafts and file names are untrusted: in every format they come out as data and nothing else."""

import json
import re
import unicodedata
from dataclasses import replace
from html.parser import HTMLParser
from xml.etree import ElementTree as ET

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft4Validator
from markdown_it import MarkdownIt

from apologint.model import InputError
from apologint.output import WRITERS
from apologint.output.issues import SCORE_RULE, issues
from apologint.output.sanitise import one_line, visible
from tests.handmade import RULES, analysis, problem, report
from tests.output.letters import poor_letter
from tests.output.render import render
from tests.output.test_sarif import SCHEMA as SARIF

BIDI = "\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
NASTY = "[red]\\[/] \x1b[31m\x1b]8;;http://x\x07 \r\b\x00\x7f\x9b5n\u2028\ufeff\u200d\ud800 \t\n👩‍💻e\u0301荷"
TRICKS = (
    *(
        "[red]",
        "[/red]",
        "\x1b[2J",
        "\u202egnp.exe",
        "sorry",
        "\r\n",
        "\x9b31m",
        "\n",
        "\ud800",
        "\udc80",
        "\ufffe",
        " ",
    ),
    *(
        "::error::x",
        "\n::stop-commands::x\n",
        "##[error]",
        "##vso[task.complete]",
        "%0A::error::",
        "file=,line=1",
        "::",
    ),
    *("]]>", "<script>alert(1)</script>", "&lt;b&gt;", "<!--", "-->", "</details>", '"><img src=x>', "&#60;", "{{x}}"),
    *(
        "|",
        "`",
        "```",
        "\\",
        "*",
        "_",
        "![x](https://evil.example)",
        "[x](y)",
        "@team",
        "#12",
        "/close",
        "../",
        "/",
        "//",
    ),
)
hostile = st.one_of(
    st.text(), st.text(alphabet=NASTY + BIDI), st.lists(st.sampled_from(TRICKS), max_size=8).map("".join)
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


errors = st.lists(st.builds(InputError, hostile, hostile, st.none() | st.integers(1, 9)), max_size=2)
a_run = given(reports(), errors)


def commands(page):
    """The lines that GitHub, Azure or TeamCity would take for a command, as their runners look for them."""
    return [line for line in page.splitlines() if re.match(r"\s*::[\w-]+( .*)?::", line) or re.search(r"##\w*\[", line)]


def told(made, unreadable):
    """How many findings and unreadable inputs there are to show."""
    return len(list(issues(made, RULES))) + len(unreadable)


@pytest.mark.parametrize("output", WRITERS)
@a_run
def test_nothing_is_obeyed_by_a_terminal_or_a_build_server(output, made, unreadable):
    page = render([made], output, unreadable, encoding="utf-8")
    assert obeyed(page) == set()
    page.encode()
    if output != "github":
        assert commands(page) == []


@given(reports(), st.sampled_from([36, 40, 80]), st.booleans())
def test_nor_at_any_width(made, width, quiet):
    page = render([made], width=width, quiet=quiet)
    assert (obeyed(page), commands(page)) == (set(), [])


@pytest.mark.parametrize("output", ["json", "jsonl", "sarif", "gitlab", "rdjson"])
@a_run
def test_json_is_plain_ascii_and_whole(output, made, unreadable):
    page = render([made], output, unreadable)
    assert page.isascii()
    for text in page.splitlines() if output == "jsonl" else [page]:
        json.loads(text)


@given(reports())
def test_the_json_report_loses_nothing(made):
    draft = json.loads(render([made], "json"))["drafts"][0]
    names = (made.draft.path, made.draft.id, made.draft.title)
    assert (draft["path"], draft["id"], draft["title"]) == tuple(map(paired, names))


def paired(text):
    """The text with two surrogates in a row as the one character that they are in JSON."""
    return text and text.encode("utf-16", "surrogatepass").decode("utf-16", "surrogatepass")


@a_run
def test_sarif_keeps_to_its_schema_and_points_nowhere_else(made, unreadable):
    page = json.loads(render([made], "sarif", unreadable))
    Draft4Validator(SARIF).validate(page)
    for result in page["runs"][0]["results"]:
        uri = result["locations"][0]["physicalLocation"]["artifactLocation"]["uri"]
        assert re.fullmatch(r"(file:///)?[\w.~%-]*(/[\w.~%-]+)*", uri, re.ASCII)
        assert ".." not in uri.split("/")


@a_run
def test_annotations_are_ours_and_no_more(made, unreadable):
    page = render([made], "github", unreadable)
    lines = commands(page)
    assert len(lines) == told(made, unreadable)
    for line in lines:
        assert re.match(
            r"::(error|warning|notice) file=[^:,]*,line=\d+,endLine=\d+,(col=\d+,endColumn=\d+,)?title=[\w-]+::", line
        )


@pytest.mark.parametrize(
    ("output", "tags", "count"),
    [
        ("junit", {"testsuites", "testsuite", "testcase", "failure", "error"}, 1),
        ("checkstyle", {"checkstyle", "file", "error"}, 0),
    ],
)
@a_run
def test_xml_holds_our_elements_and_no_more(output, tags, count, made, unreadable):
    page = render([made], output, unreadable)
    assert page.isascii()
    elements = [element.tag for element in ET.fromstring(page).iter()]
    assert set(elements) <= tags
    assert elements.count("testcase") == count * (1 + len(unreadable))
    assert elements.count("error") == (len(unreadable) if count else told(made, unreadable))


class Tags(HTMLParser):
    """The elements and comments of a page of HTML."""

    def __init__(self, page):
        super().__init__()
        self.seen = []
        self.feed(page)

    def handle_starttag(self, tag, attrs):
        self.seen.append((tag, *attrs))

    def handle_comment(self, data):
        self.seen.append(data)


@a_run
def test_markdown_shows_our_tables_and_no_more(made, unreadable):
    tokens = MarkdownIt("commonmark").enable("table").parse(render([made], "markdown", unreadable))
    blocks = "".join(token.content for token in tokens if token.type == "html_block")
    assert Tags(blocks).seen == [("details",), ("summary",), ("b",)]
    assert {child.type for token in tokens for child in token.children or []} <= {"text", "text_special"}
    rows = [token for token in tokens if token.type == "tr_open"]
    assert len(rows) == 1 + sum(issue.rule != SCORE_RULE for issue in issues(made, RULES))
    assert sum(token.type == "list_item_open" for token in tokens) == len(unreadable)


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
    "text",
    [
        "9:: ::",
        "## Heading",
        "See C::",
        "Late::Refund",
        "👩‍💻",
        "👨‍👩‍👧",
        "❤️‍🔥",
        "👍🏽",
        "e\u0301",
        "荷物",
        "café",
        "“so”",
    ],
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
