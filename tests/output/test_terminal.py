import io

import pytest
from rich.cells import cell_len

from apologint.model import Fault, InputError, Region
from tests.handmade import analysis, problem, report, stands
from tests.output.letters import (
    follow_up,
    good_letter,
    library_file,
    many_letters,
    middling_letter,
    not_an_apology,
    poor_letter,
)
from tests.output.render import render, write
from tests.output.snapshots import same_as_before

LETTERS = [poor_letter, middling_letter, good_letter, follow_up, not_an_apology]


def marked(text, *words, width=80):
    """The annotated draft alone, with the rule `minimising` on each of `words`."""
    return drawn(text, *(problem("minimising", **stands(text, each)) for each in words), width=width)


def drawn(text, *problems, width=80, **draft):
    page = render([report(text, analysis(problems), **draft)], width=width)
    return [line for line in page.splitlines() if "│" in line or "⋯" in line]


class TestSnapshots:
    """To renew them after a wanted change: delete the files and run the tests twice."""

    @pytest.mark.parametrize("width", [80, 40])
    def test_each_report_by_itself(self, width):
        same_as_before(f"report-{width}", "\n".join(render([letter()], width=width) for letter in LETTERS))

    @pytest.mark.parametrize("width", [80, 40])
    def test_several_drafts(self, width):
        several = [*(letter() for letter in LETTERS), *library_file()]
        same_as_before(f"several-{width}", render(several, width=width))

    @pytest.mark.parametrize("width", [80, 40])
    def test_many_drafts(self, width):
        same_as_before(f"many-{width}", render(many_letters(), width=width, top=2))

    @pytest.mark.parametrize("width", [36, 40, 60, 80, 100, 200])
    def test_no_line_but_a_file_name_is_wider_than_the_screen(self, width):
        page = render([letter() for letter in (poor_letter, middling_letter, good_letter)], width=width)
        wide = [line for line in page.splitlines() if cell_len(line) > width and "replies/" not in line]
        assert wide == []


class TestMarks:
    def test_the_rule_stands_beside_the_words(self):
        assert marked("It was a slight delay.", "slight delay") == [
            "  1 │ It was a slight delay.",
            "    │          ~~~~~~~~~~~~ minimising",
        ]

    def test_severities_differ_without_colour(self):
        text = "sorry if small, shortly"
        assert drawn(
            text,
            problem("conditional-apology", **stands(text, "sorry if")),
            problem("minimising", **stands(text, "small")),
            problem("vague-timeframe", **stands(text, "shortly")),
        ) == [
            "  1 │ sorry if small, shortly",
            "    │ ^^^^^^^^ conditional-apology",
            "    │          ~~~~~ minimising",
            "    │                 ------- vague-timeframe",
        ]

    def test_a_finding_over_several_lines_is_marked_on_each_and_named_at_its_end(self):
        assert marked("just a\nsmall delay", "just a\nsmall") == [
            "  1 │ just a",
            "    │ ~~~~~~",
            "  2 │ small delay",
            "    │ ~~~~~ minimising",
        ]

    def test_overlapping_findings_get_a_row_each_the_longer_first(self):
        assert marked("a small delay", "small", "small delay") == [
            "  1 │ a small delay",
            "    │   ~~~~~~~~~~~ minimising",
            "    │   ~~~~~ minimising",
        ]

    def test_marks_far_enough_apart_share_a_row(self):
        assert marked("small " + "." * 20 + " slight", "small", "slight")[1:] == [
            "    │ ~~~~~ minimising           ~~~~~~ minimising",
        ]

    def test_a_name_that_does_not_fit_beside_its_mark_stands_under_it(self):
        text = "." * 28 + " small"
        assert marked(text, "small", width=40)[1:] == [
            "    │                              ~~~~~",
            "    │                         minimising",
        ]

    @pytest.mark.parametrize(
        ("before", "cells"),
        [("\t", 4), ("ab\t", 4), ("荷物", 4), ("👩‍💻", 2), ("e\u0301", 1), ("\x1b", 4), ("\u202e", 8)],
    )
    def test_marks_stand_under_their_words_whatever_comes_before(self, before, cells):
        assert marked(f"{before}small", "small")[1] == "    │ " + " " * cells + "~~~~~ minimising"

    def test_a_long_line_is_wrapped_and_numbered_once(self):
        lines = marked("word " * 16 + "small", "small", width=40)
        assert [line[:5] for line in lines] == ["  1 │", "    │", "    │", "    │"]

    def test_a_word_longer_than_the_screen_is_cut(self):
        assert len(marked("x" * 100 + " small", "small", width=40)) == 5

    def test_an_empty_region_still_gets_a_mark(self):
        assert drawn("abc", problem("minimising", 1, 1))[1] == "    │  ~ minimising"

    def test_of_a_long_draft_only_the_surroundings_of_a_mark_are_shown(self):
        text = "\n".join(f"line number {number}." for number in range(1, 101))
        assert [line.split()[0] for line in marked(text, "number 50")] == ["⋯", "48", "49", "50", "│", "51", "52", "⋯"]

    def test_skipped_lines_are_left_out_and_counted(self):
        text = "small\n> quoted\n> again\nbye"
        assert drawn(text, problem("minimising", 0, 5), skip=(Region(6, 22),))[2:] == [
            "  ⋯ lines 2 to 3 are not checked",
            "  4 │ bye",
        ]

    def test_a_draft_without_marks_is_not_repeated(self):
        assert drawn("All is well.") == []


class TestVerdict:
    def test_the_ceiling_is_named_with_its_ground(self):
        assert "held at 69 by missing-apology: " in render([middling_letter()])

    def test_each_failed_gate_is_printed(self):
        page = render([poor_letter()])
        assert "failed: score 34 is under --min-score 70" in page
        assert "failed: 2 errors" in page

    def test_weights_that_do_not_add_up_to_100_are_rounded(self):
        page = render([report("Hello", analysis(solution="weak"), fault=Fault.NOT_OURS)])
        assert " 24.3/24.3\n" in page
        assert " 13/32.5\n" in page
        assert "for all 32.5: " in page
        assert "80.5 for the steps" in page

    def test_a_step_that_is_not_asked_for_says_so(self):
        page = render([report("Hello", analysis(responsibility="missing"), fault=Fault.NOT_OURS)])
        assert "not asked for" in page
        assert "(fault: not-ours)" in page


class TestSeveralDrafts:
    def test_one_draft_needs_no_summary(self):
        assert "draft:" not in render([good_letter()])

    def test_the_summary_is_one_line(self):
        page = render([letter() for letter in LETTERS], errors=[InputError("x.txt", "not UTF-8")])
        last = page.splitlines()[-1]
        assert last == "5 drafts: 2 passed, 2 failed, 1 no apology, 1 unreadable; mean score 67.7"

    def test_quiet_leaves_one_line_for_each_draft_that_failed(self):
        assert render([letter() for letter in LETTERS], quiet=True) == (
            "replies/late-chairs.txt: score 34, poor; failed: score 34 is under --min-score 70; 2 errors\n"
            "replies/no-sorry.txt: score 69, weak; failed: score 69 is under --min-score 70\n"
        )

    def test_reports_are_shown_as_they_come(self):
        stream = io.StringIO()

        def reports():
            yield poor_letter()
            assert "late-chairs.txt" in stream.getvalue()
            yield good_letter()
            assert "double-charge.txt" in stream.getvalue()
            yield good_letter()

        write(stream, reports())

    @pytest.mark.parametrize("output", ["text", "concise"])
    def test_a_pipe_has_a_draft_before_the_next_is_linted(self, output):
        pipe = io.BytesIO()

        def reports():
            yield poor_letter()
            assert b"late-chairs.txt" in pipe.getvalue()
            yield good_letter()

        write(io.TextIOWrapper(pipe, encoding="utf-8"), reports(), output)


class TestColour:
    def test_none_when_piped(self):
        assert "\x1b" not in render([poor_letter()], color=None)

    def test_when_asked_for(self):
        assert "\x1b[" in render([poor_letter()], color=True)

    def test_no_color_in_the_environment_is_obeyed(self, monkeypatch):
        monkeypatch.setenv("NO_COLOR", "1")
        monkeypatch.setenv("FORCE_COLOR", "1")
        assert "\x1b" not in render([poor_letter()], color=None)

    def test_a_stream_of_plain_ascii_gets_plain_ascii(self):
        raw = io.BytesIO()
        stream = io.TextIOWrapper(raw, encoding="ascii")
        write(stream, [poor_letter(), good_letter()])
        stream.flush()
        assert b"  3 | Your garden chairs" in raw.getvalue()
        assert b"  + Acknowledge the issue" in raw.getvalue()
