"""The page as it is written, read without a browser."""

import re
from base64 import b64encode
from dataclasses import replace
from hashlib import sha256
from itertools import pairwise

import pytest

from apologint.model import InputError, Region
from apologint.output.html.templates import source
from tests.handmade import analysis, problem, report, stands
from tests.output.html.parsed import parse
from tests.output.letters import (
    POOR,
    follow_up,
    good_letter,
    library_file,
    many_letters,
    middling_letter,
    not_an_apology,
    poor_letter,
)
from tests.output.render import render


def page(*reports, **settings):
    return parse(render(reports, "html", **settings))


def cells(table):
    return [" | ".join(cell.text for cell in row.inside if not isinstance(cell, str)) for row in table.all("tr")[1:]]


def captioned(root, caption):
    """The table with that caption."""
    (found,) = [table for table in root.all("table") if table.one("caption").text == caption]
    return found


def letter(root):
    """The text of the only draft without the numbers of the findings."""
    text = root.one("div", class_="letter")
    text.inside = [each for each in text.inside if isinstance(each, str) or each.tag != "a"]
    return text.text


class TestOnePageByItself:
    def test_it_names_no_other_place(self):
        root = page(*many_letters())
        for element in root.walk():
            assert not {"src", "srcset", "action", "formaction", "style"} & element.attributes.keys()
            assert element.attributes.get("href", "#").startswith("#")
        assert "url(" not in root.one("style").text
        assert "@import" not in root.one("style").text

    def test_the_policy_lets_in_its_own_script_and_style_and_nothing_else(self):
        root = page(poor_letter())
        policy = root.one("meta", http_equiv="Content-Security-Policy").attributes["content"]
        own = {tag: b64encode(sha256(root.one(tag).text.encode()).digest()).decode() for tag in ("script", "style")}
        assert policy == (
            f"default-src 'none'; style-src 'sha256-{own['style']}'; script-src 'sha256-{own['script']}'; "
            "base-uri 'none'; form-action 'none'"
        )

    def test_without_its_script_nothing_is_hidden_but_the_filter(self):
        root = page(*many_letters())
        assert [each.tag for each in root.walk() if "hidden" in each.attributes] == ["form"]
        assert root.one("table", id="drafts").all("button") == []


class TestForEverybody:
    def test_headings_go_down_by_one(self):
        levels = [int(each.tag[1]) for each in page(*many_letters()).walk() if re.fullmatch(r"h\d", each.tag)]
        assert levels[0] == 1
        assert levels.count(1) == 1
        assert all(below - above <= 1 for above, below in pairwise(levels))

    def test_tables_have_a_caption_and_headings_with_a_scope(self):
        for table in page(*many_letters()).all("table"):
            assert table.one("caption").text
            assert all(cell.attributes.get("scope") in ("row", "col") for cell in table.all("th"))

    def test_every_link_leads_somewhere(self):
        root = page(*many_letters(), errors=[InputError("x.txt", "not UTF-8")])
        ids = [each.attributes["id"] for each in root.walk() if "id" in each.attributes]
        assert len(ids) == len(set(ids))
        assert {link.attributes["href"].removeprefix("#") for link in root.all("a")} <= set(ids)

    def test_every_field_has_a_label(self):
        root = page(poor_letter())
        labelled = [field for label in root.all("label") for field in (*label.all("select"), *label.all("input"))]
        assert labelled == [*root.all("select"), *root.all("input")]

    @pytest.mark.parametrize("scheme", ["light", "dark"])
    def test_text_can_be_told_from_its_ground(self, scheme):
        light, dark = re.findall(r":root \{\n(\s+--.*?)\}", source("page.css"), re.DOTALL)
        colours = dict(re.findall(r"--([\w-]+): (#\w{6});", light if scheme == "light" else dark))
        assert len(colours) == 13
        for ground in ("paper", "tint"):
            for ink in ("ink", "faint", "link", "error", "warning", "info", "good"):
                assert contrast(colours[ink], colours[ground]) >= 4.5, (ink, ground)
        for mark in ("mark-error", "mark-warning", "mark-info"):
            assert contrast(colours["ink"], colours[mark]) >= 7


def contrast(one, other):
    """The contrast of two colours as WCAG 2 reckons it, 1 to 21."""
    dark, light = sorted(map(luminance, (one, other)))
    return (light + 0.05) / (dark + 0.05)


def luminance(colour):
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


class TestOverview:
    def test_the_numbers_of_the_run(self):
        root = page(poor_letter(), good_letter(), not_an_apology())
        assert root.one("title").text == "Apologies: 2 drafts, 1 failed"
        assert "3 drafts: 1 passed, 1 failed, 1 no apology; mean score 67.0" in root.one("header").text

    def test_worst_drafts_lead_to_them(self):
        root = page(good_letter(), not_an_apology(), middling_letter(), poor_letter(), top=2)
        worst = captioned(root, "Worst drafts")
        assert cells(worst) == ["34 | replies/late-chairs.txt", "69 | replies/no-sorry.txt"]
        assert [link.attributes["href"] for link in worst.all("a")] == ["#d4", "#d3"]
        assert root.one("article", id="d4").one("h3").text == "replies/late-chairs.txt"

    def test_scores(self):
        scores = captioned(page(poor_letter(), good_letter(), good_letter()), "Scores")
        assert [row for row in cells(scores) if "| 0 |" not in row] == ["90 to 100 | 2 | ", "30 to 39 | 1 | "]
        widths = [bar.attributes["width"] for bar in scores.all("rect")]
        assert (widths[0], widths[6], widths[9]) == ("160.0", "80.0", "0.0")

    def test_rules_and_sentences(self):
        root = page(*many_letters())
        assert cells(captioned(root, "Findings by rule"))[0] == "hollow-inconvenience | warning | 5 | 5"
        assert cells(captioned(root, "Sentences that recur"))[0].startswith("3 | I am sorry for any inconvenience.")

    def test_what_could_not_be_read(self):
        root = page(good_letter(), errors=[InputError("x.csv", "not UTF-8", 3)])
        assert root.one("section", id="unreadable").one("li").text == "x.csv, line 3: not UTF-8"

    def test_what_is_no_apology_is_named(self):
        assert [each.text for each in page(not_an_apology()).all("li")] == ["replies/hours.md"]

    def test_nothing_at_all(self):
        assert page().one("header").one("p").text == "0 drafts: 0 passed, 0 failed"


class TestTableOfDrafts:
    def test_a_row_for_each(self):
        assert cells(page(poor_letter(), follow_up(), *library_file()[:1]).one("table", id="drafts")) == [
            "replies/late-chairs.txt | failed | 34 | poor | 2 | 2 | 1",
            "replies/follow-up.txt | passed | none | follow-up | 0 | 0 | 1",
            'macros.json · macros[0] "Late" | passed | 93 | strong | 0 | 1 | 0',
        ]

    def test_what_is_needed_to_filter_is_there(self):
        root = page(poor_letter(), good_letter())
        for tag in ("tr", "article"):
            failing, passing = [each for each in root.all(tag) if "data-rules" in each.attributes]
            assert "data-failed" in failing.attributes
            assert "apology-but" in failing.attributes["data-rules"].split()
            assert passing.attributes["data-rules"] == ""
            assert "data-failed" not in passing.attributes
        assert [each.text for each in root.all("option")] == [
            "any", "apology-but", "conditional-apology", "hollow-inconvenience", "missing-solution", "vague-timeframe",
        ]  # fmt: skip


class TestDraft:
    def test_its_words_stand_there_unchanged(self):
        assert letter(page(poor_letter())) == POOR

    @pytest.mark.parametrize("text", ["a\nb", "a\r\nb", "a\rb"])
    def test_lines_end_where_they_ended(self, text):
        assert letter(page(report(text, analysis()))) == "a\nb"

    def test_faulty_words_are_marked_and_lead_to_the_finding(self):
        root = page(poor_letter())
        marks = [(mark.attributes["class"], mark.text) for mark in root.all("mark")]
        assert marks[:3] == [
            ("error", "sorry for any inconvenience"),
            ("error", " caused if you were upset"),
            ("error", "but our warehouse was very busy"),
        ]
        links = root.one("div", class_="letter").all("a")
        assert [(each.text, each.attributes["title"]) for each in links] == [
            ("1", "hollow-inconvenience"), ("2", "conditional-apology"), ("3", "apology-but"), ("4", "vague-timeframe"),
        ]  # fmt: skip
        assert "The apology is made doubtful by 'if'." in root.one("li", id=links[1].attributes["href"][1:]).text

    def test_a_finding_says_what_why_and_what_to_write_instead(self):
        said = page(poor_letter()).one("li", id="d1-1").text.split("\n")
        assert list(filter(None, said)) == [
            "warning hollow-inconvenience line 3, -7 points",
            "A stock phrase stands where the fault should be named.",
            "Why: A stock phrase shows that nobody read the complaint.",
            'Instead: Name what happened: "I am sorry that your chairs came nine days late".',
        ]

    def test_an_empty_region_at_the_start_still_gets_its_number(self):
        root = page(report("abc", analysis([problem("minimising", 0, 0)])))
        assert root.one("div", class_="letter").text == "1abc"

    def test_what_is_not_checked_is_faint(self):
        text = "small\n> quoted"
        made = report(text, analysis([problem("minimising", **stands(text, "small"))]), skip=(Region(6, 14),))
        assert page(made).one("div", class_="letter").one("span", class_="faint").text == "> quoted"

    def test_steps_name_their_evidence_or_what_is_wanted(self):
        assert cells(captioned(page(poor_letter()), "Steps"))[:4] == [
            "Acknowledge the issue | met | 18/18 | Your garden chairs arrived nine days late",
            "Show empathy | weak | 5.6/14 | We understand your frustration; name what it cost them",
            "Take responsibility | met | 26/26 | ",
            "Offer a solution | missing | 0/24 | say how you put it right",
        ]

    def test_the_score_and_every_failed_gate_are_said(self):
        said = page(middling_letter()).one("article").text
        assert "Score 69 of 100: weak. 100 for the steps. held at 69 by missing-apology: " in said
        assert "Failed: score 69 is under --min-score 70" in said

    def test_it_is_open_if_it_failed(self):
        failing, passing = page(poor_letter(), good_letter()).all("details")
        assert "open" in failing.attributes
        assert "open" not in passing.attributes

    def test_suppressed_findings_are_counted(self):
        made = poor_letter()
        made = replace(made, findings=(replace(made.findings[0], suppressed=True), *made.findings[1:]))
        root = page(made)
        assert "1 finding suppressed" in root.one("article").text
        assert "hollow-inconvenience" not in root.one("article").text
