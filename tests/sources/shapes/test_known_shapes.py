"""The libraries of help desks: what of an export is a message, what it is called, and what no customer sees."""

import pytest

from apologint.model import Markup
from apologint.sources.item import Item
from tests.sources.library import BROKEN, LATE, SHORT, bodies, items, reasons, taken


def macro(*actions, **more):
    return {"title": "Late", "active": True, "actions": [{"field": f, "value": v} for f, v in actions], **more}


def markup_of(name, text):
    (item,) = items(name, text)
    assert isinstance(item, Item)
    return item.markup


class TestZendesk:
    def test_the_comment_of_a_macro_is_its_message(self):
        file = {"macros": [macro(("status", "pending"), ("comment_value", SHORT)), macro(("comment_value", LATE))]}
        assert taken("x.json", file) == [("macros[0]", "Late", SHORT), ("macros[1]", "Late", LATE)]

    def test_a_single_macro_is_read_too(self):
        assert taken("x.json", {"macro": macro(("comment_value", LATE))}) == [("macro", "Late", LATE)]

    def test_a_value_can_name_its_channel(self):
        assert bodies("x.json", {"macros": [macro(("comment_value", ["channel:all", LATE]))]}) == [LATE]

    def test_each_channel_has_a_message_of_its_own(self):
        file = [macro(("comment_value", ["channel:web", LATE]), ("comment_value", ["channel:chat", SHORT]))]
        assert taken("x.json", file) == [("[0].actions[0]", "Late", LATE), ("[0].actions[1]", "Late", SHORT)]

    def test_of_html_and_text_the_html_is_read(self):
        file = macro(("comment_value", LATE), ("comment_value_html", f"<p>{LATE}</p>"))
        assert bodies("x.json", file) == [f"<p>{LATE}</p>"]
        assert markup_of("x.json", file) is Markup.HTML

    @pytest.mark.parametrize(
        ("file", "reason"),
        [
            (macro(("comment_value", LATE), active=False), "inactive"),
            (macro(("comment_value", LATE), ("comment_mode_is_public", "false")), "private note"),
            (macro(("comment_value", LATE), ("comment_mode_is_public", False)), "private note"),
        ],
    )
    def test_what_no_customer_sees_is_passed_over(self, file, reason):
        assert bodies("x.json", {"macros": [file]}) == []
        assert reasons("x.json", {"macros": [file]}) == [("macros[0]", reason)]

    def test_a_macro_without_a_comment_is_nothing(self):
        assert items("x.json", {"macros": [macro(("status", "open"), active=False)]}) == []

    def test_a_macro_of_nothing_but_a_placeholder_holds_no_words(self):
        assert items("x.json", {"macros": [macro(("comment_value", "{{dc.late_parcel}}"))]}) == []

    def test_a_trigger_writes_to_customers_and_to_staff(self):
        to_customer = macro(("notification_user", ["requester_id", "Your order", LATE]))
        to_staff = macro(("notification_group", ["123", "Look", LATE]))
        assert taken("x.json", {"triggers": [to_customer, to_staff]}) == [("triggers[0]", "Late", LATE)]
        assert reasons("x.json", {"triggers": [to_customer, to_staff]}) == [("triggers[1].actions[0]", "goes to staff")]

    def test_dynamic_content_has_a_message_in_each_variant(self):
        variants = [
            {"content": LATE, "locale_id": 1, "active": True, "default": True},
            {"content": BROKEN, "locale_id": 2, "active": False, "default": False},
        ]
        file = {"items": [{"name": "Late", "placeholder": "{{dc.late}}", "variants": variants}]}
        assert taken("x.json", file) == [("items[0].variants[0]", "Late", LATE)]
        assert reasons("x.json", file) == [("items[0].variants[1]", "inactive")]

    def test_actions_can_stand_in_a_cell(self):
        file = 'title,active,actions_json\nLate,True,"[{""field"": ""comment_value"", ""value"": ""We are sorry.""}]"\n'
        assert taken("x.csv", file) == [("row 2", "Late", "We are sorry.")]
        assert reasons("x.csv", file.replace("True", "False")) == [("row 2", "inactive")]


class TestGorgias:
    def macro(self, name="setResponseText", **arguments):
        return {
            "data": [
                {
                    "name": "Late",
                    "actions": [
                        {"name": "addTags", "arguments": {"tags": "x"}},
                        {"name": name, "arguments": arguments},
                    ],
                }
            ]
        }

    def test_of_html_and_text_the_html_is_read(self):
        file = self.macro(body_html=f"<div>{LATE}</div>", body_text=LATE)
        assert taken("x.json", file) == [("data[0]", "Late", f"<div>{LATE}</div>")]
        assert markup_of("x.json", file) is Markup.HTML

    def test_text_is_read_where_there_is_no_html(self):
        assert bodies("x.json", self.macro(body_html=None, body_text=LATE)) == [LATE]

    def test_a_note_is_passed_over(self):
        assert reasons("x.json", self.macro("addInternalNote", body_text=LATE)) == [
            ("data[0].actions[1]", "private note")
        ]


@pytest.mark.parametrize(
    ("product", "record", "markup"),
    [
        ("Freshdesk", {"id": 1, "title": "T", "folder_id": 4, "content": "no", "content_html": SHORT}, Markup.HTML),
        ("Freshdesk", {"id": 1, "title": "T", "folder_id": 4, "content": SHORT}, Markup.PLAIN),
        ("Intercom", {"type": "macro", "name": "T", "body": f"<p>{SHORT}</p>", "body_text": "no"}, Markup.HTML),
        ("Intercom", {"type": "macro", "name": "T", "body": None, "body_text": SHORT}, Markup.PLAIN),
        (
            "Front",
            {"id": "rsp_1", "name": "T", "subject": "", "body": f"<div>{SHORT}</div>", "attachments": []},
            Markup.HTML,
        ),
        ("Chatwoot", {"id": 1, "short_code": "T", "content": SHORT}, Markup.MARKDOWN),
        ("Zammad", {"name": "T", "keywords": "late", "content": SHORT, "active": True}, Markup.HTML),
        ("osTicket", {"isenabled": 1, "title": "T", "response": SHORT, "notes": ""}, Markup.HTML),
        ("osTicket", {"code_name": "x", "subject": "T", "body": SHORT, "notes": ""}, Markup.HTML),
        ("Frappe", {"doctype": "HD Saved Reply", "title": "T", "message": SHORT}, Markup.HTML),
        ("Salesforce", {"attributes": {"type": "QuickText"}, "Name": "T", "Message": SHORT}, Markup.PLAIN),
    ],
)
def test_a_record_of_a_known_product_is_one_message(product, record, markup):
    ((place, title, words),) = taken("x.json", {"data": [record]})
    assert (place, title) == ("data[0]", "T")
    assert SHORT in words
    assert markup_of("x.json", {"data": [record]}) is markup


def test_an_intercom_macro_without_a_body_is_nothing():
    assert (
        items("x.json", {"type": "list", "data": [{"type": "macro", "name": "T", "body": None, "body_text": None}]})
        == []
    )


def test_help_scout_keeps_html_under_text():
    file = {"saved-replies": [{"id": 1, "name": "T", "text": SHORT}]}
    assert taken("x.json", file) == [("saved-replies[0]", "T", SHORT)]
    assert markup_of("x.json", file) is Markup.HTML


def test_chatwoot_exports_rows():
    assert taken("x.csv", f"short_code,content\nlate,{SHORT}\n") == [("row 2", "late", SHORT)]


def test_refined_saved_replies_are_markdown():
    file = f"replies:\n  - name: Late\n    body: |\n      **{SHORT}**\n"
    assert taken(".github/replies.yml", file) == [("replies[0]", "Late", f"**{SHORT}**\n")]
    assert markup_of(".github/replies.yml", file) is Markup.MARKDOWN


def test_osticket_says_what_is_off():
    file = f"- isenabled: 0\n  title: T\n  response: |\n    {LATE}\n  notes: ''\n"
    assert reasons("x.yaml", file) == [("[0]", "inactive")]


class TestDjango:
    def fixture(self, **fields):
        return [{"model": "desk.template", "pk": 1, "fields": {"subject": "Late", **fields}}]

    def test_of_twins_the_html_is_read(self):
        file = self.fixture(html=f"<p>{LATE}</p>", plain_text=LATE, locale="en")
        assert taken("x.json", file) == [("[0]", "Late", f"<p>{LATE}</p>")]

    def test_what_is_deleted_is_passed_over(self):
        assert reasons("x.json", self.fixture(plain_text=LATE, deleted=True)) == [("[0]", "deleted")]

    def test_other_models_are_nothing(self):
        assert items("x.json", self.fixture(text="A river in the north of the country.")) == []


class TestRails:
    FILE = f"""
en:
  orders:
    title: Your orders
    late: {LATE}
    late_html: <b>{LATE}</b>
    lost:
      one: We lost one parcel of yours.
      other: We lost %{{count}} parcels of yours.
    steps: ["Open the app first, then wait.", Next]
"""

    def test_each_sentence_below_the_language_is_a_message(self):
        assert [(place, words[:8]) for place, _, words in taken("config/locales/en.yml", self.FILE)] == [
            ("en.orders.late", LATE[:8]),
            ("en.orders.late_html", f"<b>{LATE}"[:8]),
            ("en.orders.lost.one", "We lost "),
            ("en.orders.lost.other", "We lost "),
            ("en.orders.steps[0]", "Open the"),
        ]

    def test_what_is_called_html_is_html(self):
        assert [item.markup for item in items("en.yml", self.FILE)][:2] == [Markup.PLAIN, Markup.HTML]

    def test_another_language_is_not_read(self):
        assert items("de.yml", "de:\n  late: Es tut uns leid, dass Ihr Paket zu spät ist.\n") == []
