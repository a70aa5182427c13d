"""The comment for a pull request."""

from dataclasses import replace
from itertools import pairwise

import pytest
from markdown_it import MarkdownIt

from apologint.model import InputError
from apologint.output.markdown import MOST_CHARACTERS
from apologint.output.markdown_text import escape
from tests.handmade import analysis, problem, report
from tests.output.letters import follow_up, good_letter, library_item, middling_letter, not_an_apology, poor_letter
from tests.output.render import render

PARSER = MarkdownIt("commonmark").enable("table")


def page(*reports, errors=()):
    return render(reports, "markdown", errors)


def cells(text):
    tokens = PARSER.parse(text)
    return [token.content for before, token in pairwise(tokens) if before.type == "td_open"]


def test_it_begins_with_the_numbers_of_the_run():
    assert page(poor_letter(), good_letter()).startswith(
        "### apologint\n\n2 drafts: 1 passed, 1 failed; mean score 67.0\n"
    )


def test_a_draft_has_its_verdict_and_a_table_of_findings():
    text = page(poor_letter())
    assert (
        "<summary><b>replies/late-chairs.txt</b>: failed: score 34 is under --min-score 70; 2 errors</summary>" in text
    )
    assert cells(text)[12:16] == [
        "4", "info", "vague-timeframe", "'shortly' promises no time. Name a day: \"by Friday\".",
    ]  # fmt: skip


def test_drafts_without_findings_are_left_out():
    assert "<details>" not in page(good_letter(), not_an_apology())


def test_the_worst_draft_comes_first():
    text = page(follow_up(), middling_letter(), poor_letter())
    assert text.index("late-chairs") < text.index("no-sorry") < text.index("follow-up")


def test_an_item_of_a_library_is_named():
    assert "<b>macros.json · macros&#91;0&#93; · Späte Kiste 📦</b>" in page(library_item())


def test_unreadable_inputs_are_listed():
    assert "- unreadable: a.csv: not UTF-8\n" in page(errors=[InputError("a.csv", "not UTF-8")])


def test_it_stays_within_what_github_takes_and_counts_the_others():
    found = [problem("minimising", at, at + 1, message="word " * 100) for at in range(40)]
    made = report("small " * 40, analysis(found))
    text = page(*(replace(made, draft=replace(made.draft, path=f"{number}.txt")) for number in range(300)))
    assert MOST_CHARACTERS // 2 < len(text) < MOST_CHARACTERS + 100
    shown = text.count("<details>")
    assert f"\n{300 - shown} more drafts\n" in text
    assert text.count("15 more findings\n") == shown


@pytest.mark.parametrize(
    "text",
    [
        "<script>alert(1)</script>", "![x](https://evil.example/x.png)", "a | b", "`code`", "**bold** _it_ ~~no~~",
        "&lt;b&gt;", "[x]: https://evil.example", "https://evil.example", "$x$", "-->", "\\", "a\n\n# b", "<!-- c",
    ],
)  # fmt: skip
def test_markup_is_shown_as_it_was_written(text):
    (inline,) = PARSER.parseInline(f"a {escape(text)}")
    assert {token.type for token in inline.children} <= {"text", "text_special"}
    assert "".join(token.content for token in inline.children).replace("\u200b", "") == "a " + " ".join(text.split())


@pytest.mark.parametrize(
    ("text", "apart"),
    [
        ("@team", "@/team"),
        ("#12", "#/12"),
        ("!12", "!/12"),
        (":tada:", ":/tada:"),
        ("http://a", "http:///a"),
        ("www.a", "www/.a"),
    ],
)
def test_what_the_sites_look_for_in_shown_text_is_taken_apart(text, apart):
    (inline,) = PARSER.parseInline(escape(text))
    assert "".join(token.content for token in inline.children).replace("\u200b", "/", 1) == apart
