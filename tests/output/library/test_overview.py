"""The tables at the end of the text report on many drafts."""

import io
import re
import tracemalloc
from pathlib import Path

import pytest

from apologint.model import Draft, Placeholder, Region
from apologint.output.library.overview import Overview
from apologint.text.sentences import Sentences
from tests.handmade import analysis, problem, report, stands
from tests.output.letters import follow_up, good_letter, many_letters, not_an_apology, poor_letter
from tests.output.render import render, write


def table(page, heading):
    """The lines under a heading."""
    return page.partition(f"\n{heading}\n")[2].partition("\n\n")[0].splitlines()


def stock(text, words="any inconvenience", **draft):
    """A draft with one finding, on `words`."""
    return report(text, analysis([problem("hollow-inconvenience", **stands(text, words))]), **draft)


def recurring(*texts):
    """The sentences that recur in drafts with these texts, and in how many."""
    overview = Overview(10, 70)
    for text in texts:
        overview.add(stock(text))
    return [(each.text, each.drafts) for each in overview.sentences()]


class TestWhenItIsShown:
    def test_from_ten_judged_drafts_on(self):
        assert "Worst drafts" not in render([good_letter()] * 9 + [not_an_apology()] * 9)
        assert "Worst drafts" in render([good_letter()] * 10)

    def test_alone_when_asked_for(self):
        page = render([poor_letter()], statistics=True)
        assert page.startswith("Worst drafts\n")
        assert page.endswith("1 draft: 0 passed, 1 failed; mean score 34.0\n")
        assert "score 34 of 100" not in page

    def test_the_line_on_all_is_the_last(self):
        assert render(many_letters()).splitlines()[-1].startswith("17 drafts: 12 passed, 4 failed, 1 no apology")

    def test_without_anything_to_count_there_is_no_table(self):
        assert render([not_an_apology()], statistics=True) == "1 draft: 0 passed, 0 failed, 1 no apology\n"


class TestTables:
    def test_worst_drafts(self):
        page = render([good_letter(), follow_up(), poor_letter()], statistics=True, top=2)
        assert table("\n" + page, "Worst drafts") == [
            "  ✗  34 poor    replies/late-chairs.txt: 2 errors, 2 warnings, 1 info",
            "  ✓ 100 strong  replies/double-charge.txt · Charged twice",
        ]

    def test_scores_as_a_bar_chart(self):
        lines = table(render([good_letter()] * 40 + [poor_letter()], statistics=True), "Scores")
        assert len(lines) == 10
        assert lines[0] == "  90 to 100  40  " + "█" * 40
        assert lines[1] == "  80 to  89   0"
        assert lines[6] == "  30 to  39   1  █"

    def test_findings_by_rule(self):
        lines = table(render([poor_letter(), poor_letter(), follow_up()], statistics=True), "Findings by rule")
        assert lines[0] == "  3  info     vague-timeframe  in 3 drafts"
        assert lines[1] == "  2  error    apology-but  in 2 drafts"

    def test_sentences_that_recur(self):
        text = "Hello. We are sorry for any inconvenience."
        lines = table(render([stock(text), stock(text), good_letter()], statistics=True), "Sentences that recur")
        assert lines == [
            "  in 2 drafts  “We are sorry for any inconvenience.”",
            "               hollow-inconvenience",
        ]

    @pytest.mark.parametrize("width", [36, 40, 60, 80])
    def test_no_line_but_a_name_is_wider_than_the_screen(self, width):
        page = render(many_letters(), width=width, statistics=True)
        assert [line for line in page.splitlines() if len(line) > width and not re.match(" +[✓✗]", line)] == []

    def test_a_stream_of_plain_ascii_gets_bars_of_ascii(self):
        raw = io.BytesIO()
        stream = io.TextIOWrapper(raw, encoding="ascii")
        write(stream, many_letters(), statistics=True)
        stream.flush()
        assert b"\n  90 to 100  11  ####" in raw.getvalue()


class TestSentences:
    @pytest.mark.parametrize(
        ("text", "sentence"),
        [
            ("Hello. Sorry for any inconvenience! Bye.", "Sorry for any inconvenience!"),
            ("Hi Ms. Osei, any inconvenience is ours.", "Hi Ms. Osei, any inconvenience is ours."),
            ("Hi Sam,\nSorry for any inconvenience.\nTom", "Sorry for any inconvenience."),
            ("- one\n- any inconvenience\n- two", "- any inconvenience"),
            ("We are very sorry about your parcel, and for\nany inconvenience.", None),
            ("“any inconvenience.” Well", "“any inconvenience.”"),
            ("any inconvenience", "any inconvenience"),
        ],
    )
    def test_what_stands_around_a_finding(self, text, sentence):
        found = Sentences(Draft(text)).around(Region(*stands(text, "any inconvenience").values()))
        assert text[found.start : found.end] == (sentence or text)

    def test_a_finding_over_two_sentences_is_in_both(self):
        text = "Hi. Sorry. But no. Bye."
        found = Sentences(Draft(text)).around(Region(*stands(text, "Sorry. But").values()))
        assert text[found.start : found.end] == "Sorry. But no."

    def test_an_empty_draft_has_one(self):
        assert Sentences(Draft("")).around(Region(0, 0)) == Region(0, 0)

    def test_blanks_and_capitals_make_no_difference(self):
        assert recurring("Hi. For  any inconvenience.", "FOR any inconvenience.") == [("FOR any inconvenience.", 2)]

    def test_nor_do_the_names_of_placeholders(self):
        overview = Overview(10, 70)
        for name in ("{{a}}", "{{ticket.b}}"):
            text = f"Hi {name}, sorry for any inconvenience."
            gap = Placeholder(3, 3 + len(name), name.strip("{}"), fill_in=False)
            overview.add(stock(text, placeholders=(gap,)))
        assert [each.drafts for each in overview.sentences()] == [2]

    def test_a_sentence_counts_once_for_a_draft(self):
        twice = "Any inconvenience: any inconvenience."
        assert recurring(twice, "Other, any inconvenience.") == []

    def test_the_most_frequent_come_first_and_single_ones_not_at_all(self):
        one, two, three = (f"{word}, any inconvenience." for word in ("One", "Two", "Three"))
        assert recurring(two, three, one, three, two, three) == [(three, 3), (two, 2)]


def test_what_is_held_does_not_grow_with_the_drafts():
    overview, made = Overview(10, 70), [poor_letter(), good_letter()]
    for each in made:
        overview.add(each)
    tracemalloc.start()
    for _ in range(500):
        for each in made:
            overview.add(each)
    held, _ = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert held < 50_000


def test_the_page_about_it_shows_what_comes_out():
    page = (Path(__file__).parents[3] / "docs" / "reports.md").read_text(encoding="utf-8")
    (example,) = re.findall(r"^```text\n(.*?)^```$", page, re.MULTILINE | re.DOTALL)
    lines = render(many_letters()).splitlines()
    assert [line for line in example.splitlines() if line not in lines] == []
