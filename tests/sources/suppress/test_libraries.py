"""What a library file switches off: in its comments, in keys of its messages, in a column."""

import json

import pytest

from tests.sources.suppress.reading import drafts

SORRY = "We are very sorry that your parcel came late."
BROKEN = "We are very sorry that your lamp was broken."


def switched_off(path: str, text: str) -> dict[str, list[str]]:
    """For each message, the rules that are switched off in all of it."""
    found = {}
    for draft in drafts(text, path):
        whole = draft.origin.stretches[0].at, draft.origin.stretches[-1].until
        found[draft.id] = sorted(
            ",".join(each.rules) or "all"
            for each in draft.suppressions
            if each.start <= whole[0] and whole[1] <= each.end
        )
    return found


class TestYaml:
    def test_a_comment_above_an_entry_is_about_that_entry(self):
        text = (
            f"macros:\n  # apologint: ignore excuse -- legal\n  - title: Late\n    body: |\n      {SORRY}\n"
            f"  - title: Lamp\n    body: {BROKEN}\n"
        )
        assert list(switched_off("replies.yaml", text).values()) == [["excuse"], []]

    def test_a_comment_behind_a_key_is_about_what_stands_under_it(self):
        text = (
            f"late: | # apologint: ignore excuse\n  {SORRY}\n\n  Bye for now.\n"
            f"lamp: {BROKEN} # apologint: ignore shouting\n"
        )
        assert list(switched_off("replies.yml", text).values()) == [["excuse"], ["shouting"]]

    def test_a_key_whose_list_is_not_indented_has_it_under_it_all_the_same(self):
        text = f"macros: # apologint: ignore excuse\n- title: Late\n  body: {SORRY}\n- title: Lamp\n  body: {BROKEN}\n"
        assert list(switched_off("replies.yaml", text).values()) == [["excuse"], ["excuse"]]

    def test_a_block_and_a_file(self):
        text = (
            f"# apologint: ignore-file vague\nlate: {SORRY}\n# apologint: ignore-start excuse\nlamp: {BROKEN}\n"
            f"# apologint: ignore-end\nlast: {SORRY}\n"
        )
        assert list(switched_off("replies.yaml", text).values()) == [["vague"], ["excuse", "vague"], ["vague"]]

    @pytest.mark.parametrize(
        "value",
        [
            f'"{SORRY} # apologint: ignore-file"',
            f"'{SORRY} # apologint: ignore-file'",
            f"|\n  # apologint: ignore-file\n  {SORRY}",
            f">-\n  {SORRY}\n  # apologint: ignore-file",
            f"{SORRY}#apologint:ignore-file We are sorry.",
        ],
    )
    def test_words_of_a_message_are_no_comment(self, value):
        (only,) = drafts(f"late: {value}\n", "replies.yaml")
        assert only.suppressions == ()
        assert "ignore-file" in only.text


class TestGettext:
    ENTRY = (
        '# apologint: ignore excuse\n#: a.py:3\nmsgid "{}"\nmsgstr ""\n\n'
        '#. apologint: ignore shouting\nmsgid "{}"\nmsgstr ""\n'
    )

    def test_a_comment_is_about_the_entry_below(self):
        assert list(switched_off("en.po", self.ENTRY.format(SORRY, BROKEN)).values()) == [["excuse"], ["shouting"]]

    def test_words_of_a_message_are_no_comment(self):
        (only,) = drafts(f'msgid ""\n"# apologint: ignore excuse {SORRY}"\nmsgstr ""\n', "en.po")
        assert only.suppressions == ()


class TestKeys:
    def test_a_message_says_it_of_itself(self):
        macros = [
            {"title": "Late", "body": SORRY, "apologint": {"ignore": ["excuse", "shouting -- house style"]}},
            {"title": "Lamp", "body": BROKEN},
        ]
        assert list(switched_off("r.json", json.dumps(macros)).values()) == [["excuse", "shouting"], []]

    def test_a_library_says_it_of_all_its_messages(self):
        text = f"apologint: {{ignore: excuse}}\nlate: {SORRY}\nlamp: {BROKEN}\n"
        assert list(switched_off("r.yaml", text).values()) == [["excuse"], ["excuse"]]

    def test_the_cell_of_a_column_names_rules(self):
        text = f'title,body,apologint\nLate,{SORRY},"excuse, shouting -- why"\nLamp,{BROKEN},\n'
        assert list(switched_off("r.csv", text).values()) == [["excuse,shouting"], []]

    def test_a_key_of_another_shape_is_complained_of_in_the_line_of_the_message(self):
        text = f"late:\n  title: Late\n  body: {SORRY}\n  apologint: {{ignroe: [excuse]}}\n"
        (only,) = drafts(text, "r.yaml")
        assert [(each.line, each.message[:40]) for each in only.complaints] == [
            (3, "suppression: unknown key 'ignroe' under ")
        ]


class TestMarkdown:
    LETTER = "Dear Ms Okafor,\n\n{}\n\nYours, Jo\n"
    TWO = "# Replies\n\n## Late\n\n{}\n" + LETTER.format(SORRY) + "\n## Lamp\n\n" + LETTER.format(BROKEN)

    def test_a_comment_between_messages_is_about_the_one_below(self):
        text = self.TWO.format("").replace("## Lamp", "<!-- apologint: ignore excuse -->\n## Lamp")
        assert switched_off("replies.md", text) == {"late": [], "lamp": ["excuse"]}

    def test_a_comment_on_top_can_be_about_the_file(self):
        text = "<!-- apologint: ignore-file excuse -->\n" + self.TWO.format("")
        assert switched_off("replies.md", text) == {"late": ["excuse"], "lamp": ["excuse"]}

    def test_one_inside_a_message_is_about_that(self):
        text = self.TWO.format("<!-- apologint: ignore-item excuse -->")
        assert switched_off("replies.md", text) == {"late": ["excuse"], "lamp": []}

    def test_front_matter_is_about_all(self):
        text = "---\napologint: {ignore: excuse}\n---\n" + self.TWO.format("")
        assert switched_off("replies.md", text) == {"late": ["excuse"], "lamp": ["excuse"]}


class TestInsideAValue:
    def test_a_comment_that_ends_a_message_stays_with_it(self):
        text = json.dumps({"title": "Late", "body": f"{SORRY}\n{{# apologint: ignore excuse #}}"})
        (only,) = drafts(text, "r.json")
        assert [each.rules for each in only.suppressions] == [("excuse",)]

    def test_a_comment_in_the_markup_of_a_message_reaches_no_further_than_that(self):
        body = f"<p>Hi.</p>\n<!-- apologint: ignore-item excuse -->\n<p>{SORRY}</p>"
        text = json.dumps([{"title": "Late", "body_html": body}, {"title": "Lamp", "body": BROKEN}])
        assert list(switched_off("r.json", text).values()) == [["excuse"], []]

    def test_its_line_is_that_of_the_message_and_not_of_the_file(self):
        body = f"Hi.\n{{# apologint: ignore excuse #}}\n{SORRY}\nBye."
        text = json.dumps({"title": "Late", "body": body})
        (only,) = drafts(text, "r.json")
        assert [text[each.start : each.end] for each in only.suppressions] == [SORRY]

    def test_a_string_that_only_holds_the_words_is_no_comment(self):
        text = json.dumps({"title": "Late", "body": f"{SORRY} apologint: ignore excuse", "note": "# apologint: ignore"})
        (only,) = drafts(text, "r.json")
        assert only.suppressions == ()
