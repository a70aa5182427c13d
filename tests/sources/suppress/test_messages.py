"""What comments in the words of a message switch off: every form, how far each reaches, and what is no comment."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from apologint.sources.formats import message
from apologint.sources.suppress import Suppressions
from apologint.sources.text_file import TextFile
from tests.sources.suppress.reading import complaints, covered, draft

FORMS = {
    "HTML": "<!-- apologint: {} -->",
    "HTML over lines": "<!--\n  apologint: {}\n-->",
    "Liquid": "{{% comment %}}apologint: {}{{% endcomment %}}",
    "Liquid, trimming": "{{%- comment -%}} apologint: {} {{%- endcomment -%}}",
    "Liquid in a line": "{{% # apologint: {} %}}",
    "Jinja and Django": "{{# apologint: {} #}}",
    "Jinja, trimming": "{{#- apologint: {} -#}}",
    "Handlebars": "{{{{! apologint: {} }}}}",
    "Handlebars, long": "{{{{!-- apologint: {} --}}}}",
    "Handlebars, trimming": "{{{{~!-- apologint: {} --~}}}}",
    "ERB": "<%# apologint: {} %>",
    "ERB, long": "<%-- apologint: {} --%>",
    "Markdown": "[//]: # (apologint: {})",
    "Markdown with quotes": '[//]: # "apologint: {}"',
    "Markdown with a name": "[comment]: <> (apologint: {})",
}
IN_A_LINE = sorted(name for name in FORMS if not name.startswith("Markdown") and "over lines" not in name)


class TestForms:
    @pytest.mark.parametrize("form", FORMS.values(), ids=FORMS)
    def test_on_a_line_of_its_own_it_is_about_the_next(self, form):
        comment = form.format("ignore shouting -- a reason")
        assert covered(f"Hi.\n\n{comment}\nWE ARE SORRY.\nBye.\n") == [("shouting", "WE ARE SORRY.")]

    @pytest.mark.parametrize("form", IN_A_LINE)
    def test_beside_words_it_is_about_their_line(self, form):
        comment = FORMS[form].format("ignore shouting")
        assert covered(f"Hi.\nSORRY. {comment}\nBye.\n") == [("shouting", f"SORRY. {comment}")]

    @pytest.mark.parametrize("form", FORMS.values(), ids=FORMS)
    def test_it_is_never_prose_and_cuts_no_sentence_in_two(self, form):
        comment = form.format("ignore shouting")
        assert draft(f"We are sorry that\n{comment}\nit was late.\n").text == "We are sorry that\nit was late.\n"

    def test_in_plain_text_it_is_a_line_that_begins_with_a_hash(self):
        text = "Hi.\n# apologint: ignore shouting\nSORRY.\n"
        assert covered(text, "reply.txt") == [("shouting", "SORRY.")]
        assert draft(text, "reply.txt").text == "Hi.\nSORRY.\n"

    def test_what_is_a_heading_in_markdown_is_no_comment_there(self):
        assert covered("# apologint: ignore shouting\nSORRY.\n", "reply.md") == []

    @pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
    def test_any_line_end_will_do(self, end):
        text = end.join(["Hi.", "[//]: # (apologint: ignore shouting)", "SORRY.", "Bye."])
        assert covered(text) == [("shouting", "SORRY.")]


class TestReach:
    def test_a_sentence_that_runs_on_is_covered_to_its_end(self):
        text = "<!-- apologint: ignore excuse -->\nSorry, but\nit was\nbusy. We know.\n"
        assert covered(text) == [("excuse", "Sorry, but\nit was\nbusy.")]

    def test_a_sentence_does_not_run_on_into_the_next_paragraph(self):
        assert covered("<!-- apologint: ignore excuse -->\nDear Ms Okafor,\n\nsorry.\n") == [
            ("excuse", "Dear Ms Okafor,\n")
        ]

    def test_blank_lines_and_tags_are_passed_over(self):
        text = "<!-- apologint: ignore excuse -->\n\n<p>\nSorry.\n</p>\n"
        assert covered(text) == [("excuse", "Sorry.")]

    @pytest.mark.parametrize(("directive", "words"), [("ignore-line", "<p>{}</p>"), ("ignore-next-line", "Two.")])
    def test_a_line_can_be_named(self, directive, words):
        comment = f"<!-- apologint: {directive} excuse -->"
        assert covered(f"One.\n<p>{comment}</p>\nTwo.\nThree.\n") == [("excuse", words.format(comment))]

    def test_a_block_reaches_from_its_start_to_its_end(self):
        start, end = "<!-- apologint: ignore-start excuse -->", "<!-- apologint: ignore-end -->"
        assert covered(f"One.\n{start}\nTwo.\n\nThree.\n{end}\nFour.\n") == [("excuse", f"{start}\nTwo.\n\nThree.\n")]

    def test_blocks_for_different_rules_end_each_for_itself(self):
        text = (
            "{# apologint: ignore-start a #}1{# apologint: ignore-start b #}2"
            "{# apologint: ignore-end a #}3{# apologint: ignore-end b #}4"
        )
        ends = {rule: words[-1] for rule, words in covered(text)}
        assert ends == {"a": "2", "b": "3"}

    @pytest.mark.parametrize("directive", ["ignore-item", "ignore-file"])
    def test_a_file_that_is_one_message_is_covered_as_a_whole(self, directive):
        text = f"Sorry.\n\nBye.\n<!-- apologint: {directive} excuse -->\n"
        assert covered(text) == [("excuse", text)]

    @pytest.mark.parametrize(
        "front",
        ["apologint: {ignore: excuse}", "apologint:\n  ignore: [excuse]", "apologint:\n  ignore:\n  - 'excuse -- x'"],
    )
    def test_front_matter_covers_the_message_below_it(self, front):
        assert covered(f"---\ntitle: Late\n{front}\n---\nSorry.\n") == [("excuse", "Sorry.\n")]


class TestComplaints:
    def test_a_block_that_is_never_closed_reaches_to_the_end(self):
        text = "One.\n<!-- apologint: ignore-start excuse -->\nTwo.\n"
        assert covered(text) == [("excuse", "<!-- apologint: ignore-start excuse -->\nTwo.\n")]
        assert complaints(text) == ["2: suppression: this block is never closed: end it with 'apologint: ignore-end'"]

    def test_an_end_needs_a_start(self):
        text = "One.\n\n<!-- apologint: ignore-end excuse -->\n"
        assert complaints(text) == ["3: suppression: no block is open here: begin it with 'apologint: ignore-start'"]

    def test_what_is_malformed_switches_nothing_off(self):
        text = "Hi.\n<!-- apologint: ignore excuse because -->\nSorry.\n"
        assert covered(text) == []
        (complaint,) = complaints(text)
        assert complaint.startswith("2: suppression: 'excuse because' is no name of a rule")

    @pytest.mark.parametrize(
        ("front", "complaint"),
        [
            ("{ignroe: excuse}", "unknown key 'ignroe' under 'apologint': did you mean 'ignore'?"),
            ("{ignore: 5}", "'apologint.ignore' must name rules: write a list of them, or all"),
            ("{ignore: [{a: b}]}", "'apologint.ignore' must name rules: write a list of them, or all"),
        ],
    )
    def test_front_matter_of_another_shape_is_complained_of(self, front, complaint):
        text = f"---\napologint: {front}\n---\nSorry.\n"
        assert covered(text) == []
        assert complaints(text) == [f"4: suppression: {complaint}"]


class TestWhatIsNoComment:
    @pytest.mark.parametrize(
        "text",
        [
            "Sorry. apologint: ignore excuse",
            "Sorry, {{ apologint: ignore excuse }}.",
            "Sorry, {{ customer.note | default: '<!-- apologint: ignore excuse -->' }}.",
            "Sorry, {{ '{# apologint: ignore excuse #}' }}.",
            "{% assign note = '<!-- apologint: ignore excuse -->' %}Sorry.",
            "<%= '<!-- apologint: ignore excuse -->' %> Sorry.",
            '<a title="<!-- apologint: ignore excuse -->">Sorry</a>.',
            "`<!-- apologint: ignore excuse -->` is how. Sorry.",
            "```\n<!-- apologint: ignore excuse -->\n```\nSorry.",
            "<!-- see apologint: ignore excuse --> Sorry.",
            "<!-- {# apologint: ignore excuse #} --> Sorry.",
            "<!-- apologint: ignore excuse\n\nSorry.",
            "{# apologint: ignore excuse }} Sorry.",
            "Sorry.\\n<!- apologint: ignore excuse ->",
            "Sorry. [//]: # (apologint: ignore excuse)",
            "Sorry. # apologint: ignore excuse",
        ],
    )
    @pytest.mark.parametrize("path", ["reply.md", "reply.txt"])
    def test_it_switches_nothing_off_and_stays_where_it_is(self, text, path):
        assert covered(text, path) == []
        file = TextFile(path, text)
        item = message.whole(file)
        assert Suppressions(file, [item]).of(item).body.text == text


WORDS = st.text(alphabet="aé😀. \n\r<>!-{}#%[]()/*`\"'", max_size=40)


@settings(deadline=None)
@given(st.lists(st.sampled_from(["Sorry,", "we were late", "for you.", "", "Bye."]), min_size=1), st.data())
def test_a_message_reads_the_same_with_and_without_its_comments(lines, data):
    form = data.draw(st.sampled_from(sorted(FORMS.values())))
    at = data.draw(st.integers(0, len(lines)))
    comment = form.format("ignore excuse").split("\n")
    without = "\n".join(["Hi.", *lines, "End."])
    assert draft("\n".join(["Hi.", *lines[:at], *comment, *lines[at:], "End."])).text == without


@settings(deadline=None)
@given(WORDS, WORDS, st.sampled_from(sorted(FORMS.values())))
def test_whatever_stands_around_a_comment_what_it_covers_is_in_the_file(before, after, form):
    text = f"We were late. {before}{form.format('ignore excuse')}{after}"
    for each in draft(text).suppressions:
        assert 0 <= each.start <= each.end <= len(text)
        assert "apologint" in (each.said_at.text or "")
        assert text[each.said_at.start : each.said_at.end] == each.said_at.text
