"""Libraries of no known shape, and the files that only look like one."""

import pytest

from apologint.model import Markup
from apologint.sources.item import Item
from tests.sources.library import BROKEN, LATE, SHORT, bodies, items, reasons, taken


@pytest.mark.parametrize(
    "body", ["body", "content", "text", "message", "reply", "Response", "replyText", "body-html", "email_body", "macro"]
)
@pytest.mark.parametrize("title", ["title", "name", "Label", "shortcut", "subject"])
def test_a_title_and_a_body_make_a_message(title, body):
    assert taken("x.json", [{body: LATE, title: "Late"}]) == [("[0]", "Late", LATE)]


def test_they_are_found_at_any_depth():
    file = {
        "version": 9,
        "categories": [{"label": "Post", "macros": [{"name": "Late", "desc": "When?", "body": LATE}]}],
    }
    assert taken("x.json", file) == [("categories[0].macros[0]", "Late", LATE)]


def test_a_name_above_stands_for_a_title():
    assert taken("x.yaml", f"canned:\n  late_parcel:\n    body: {LATE}\n    tags: [post]\n") == [
        ("canned.late_parcel", "post", LATE)
    ]


def test_a_map_from_names_to_texts_holds_a_message_in_each():
    assert taken("x.yaml", f"canned:\n  late_parcel: {LATE}\n  broken lamp: {BROKEN}\n") == [
        ("canned.late_parcel", None, LATE),
        ("canned.broken lamp", None, BROKEN),
    ]


def test_a_map_of_one_text_is_a_library_only_near_the_top():
    assert bodies("x.yaml", f"late: {LATE}\n") == bodies("x.yaml", f"canned:\n  late: {LATE}\n") == [LATE]
    assert bodies("x.yaml", f"rules:\n  post:\n    late: {LATE}\n") == []


def test_of_twins_the_html_is_read():
    file = {"title": "Late", "text": LATE, "html": f"<p>{LATE}</p>"}
    assert bodies("x.json", file) == [f"<p>{LATE}</p>"]
    assert bodies("x.json", {"title": "Late", "body": {"text": LATE, "html": f"<p>{LATE}</p>"}}) == [f"<p>{LATE}</p>"]


def test_a_body_can_be_a_list_of_lines():
    assert bodies("x.json", {"title": "Late", "body": ["Dear Ana,", LATE]}) == [f"Dear Ana,\n{LATE}"]


def test_a_body_can_be_told_by_language():
    assert bodies("x.json", {"title": "Late", "body": {"de": "Tut uns leid.", "en": LATE}}) == [LATE]


def test_among_messages_a_short_one_is_one_too():
    file = [{"title": "Late", "body": LATE}, {"title": "Yes", "body": SHORT}]
    assert bodies("x.json", file) == [LATE, SHORT]


def test_a_table_in_csv_is_a_library():
    assert taken("x.csv", f'Title;Body\nLate;"{LATE}"\n') == [("row 2", "Late", LATE)]


def test_a_table_without_names_is_a_library_too():
    assert taken("x.csv", f'late,"{LATE}"\nlost,"{BROKEN}"\n') == [("row 1", "late", LATE), ("row 2", "lost", BROKEN)]


def test_json_lines_are_named_by_their_line():
    file = f'{{"title": "Late", "body": "{LATE}"}}\n\n{{"title": "Broken", "body": "{BROKEN}"}}\n'
    assert taken("x.jsonl", file) == [("line 1", "Late", LATE), ("line 3", "Broken", BROKEN)]


def test_a_message_that_is_named_twice_comes_once():
    assert bodies("x.yaml", f"- title: A\n  body: &late {LATE}\n- title: B\n  body: *late\n") == [LATE]


def test_tags_make_html_and_nothing_else_does():
    file = [{"title": "A", "body": f"{LATE}<br>Ana"}, {"title": "B", "body": f"Hi <customer name>, {LATE}"}]
    assert [item.markup for item in items("x.json", file) if isinstance(item, Item)] == [Markup.HTML, Markup.PLAIN]


@pytest.mark.parametrize(
    ("mark", "reason"),
    [
        ({"active": False}, "inactive"),
        ({"enabled": "no"}, "inactive"),
        ({"deleted": True}, "deleted"),
        ({"deletedAt": "2026-01-02"}, "deleted"),
        ({"archived": 1}, "archived"),
        ({"status": "Archived"}, "archived"),
        ({"internal": True}, "private note"),
    ],
)
def test_what_no_customer_sees_is_passed_over(mark, reason):
    assert reasons("x.json", [{"title": "Late", "body": LATE, **mark}]) == [("[0]", reason)]


@pytest.mark.parametrize("mark", [{"active": True}, {"deleted": False}, {"deleted_at": None}, {"archived": 0}])
def test_what_says_that_it_is_in_use_is_read(mark):
    assert bodies("x.json", [{"title": "Late", "body": LATE, **mark}]) == [LATE]


NO_LIBRARIES = {
    "package.json": {
        "name": "parcel-tracker",
        "version": "1.0.0",
        "description": "We track your parcels and tell you where they are.",
        "scripts": {"test": "pytest -q"},
        "author": {"name": "Ana"},
    },
    "macros.json": {"macros": [{"name": "Reload", "key": "ctrl+r", "text": "wait 100; press R; say done"}]},
    "tsconfig.json": '{\n  // We compile to what our browsers know.\n  "compilerOptions": {"strict": true,},\n}\n',
    "labels.json": {"save": "Save changes", "cancel": "Cancel", "thanks": "Thank you"},
    "settings.schema.json": {
        "title": "Settings",
        "properties": {"shop": {"title": "Shop", "description": "The shop whose parcels we track for you."}},
    },
    "package.nls.json": {
        "command.title": "Track a parcel",
        "setting.description": "When this is on, we ask the courier every hour. You can turn it off.",
    },
    "openapi.yaml": """
openapi: 3.1.0
paths:
  /parcels:
    get:
      summary: Lists the parcels.
      parameters:
        - {name: shop, description: The shop whose parcels we list.}
      responses:
        "404": {description: "We are sorry, there is no such shop."}
components:
  examples:
    late: {summary: Late, value: {title: Late, message: "We are sorry that your parcel is late."}}
""",
    "workflow.yml": """
name: Stale
on: {schedule: [{cron: "0 0 * * *"}]}
jobs:
  stale:
    steps:
      - name: Close
        uses: actions/stale@v9
        with:
          stale-issue-message: We are closing this because we have not heard from you for a month. Sorry!
""",
    "bug.yml": """
name: Bug
description: Tell us what broke.
body:
  - type: markdown
    attributes:
      value: Thanks for taking the time to fill in this form, we read every one!
""",
    "docker-compose.yml": 'services:\n  web:\n    image: shop\n    command: ["echo", "We are sorry, please wait."]\n',
    "rules.yaml": """
rules:
  - id: no-eval
    message: We found a call to eval. Please use our parser instead of it.
    severity: ERROR
    languages: [python]
""",
    "chart.yaml": "{{- if .Values.on }}\nname: {{ .Values.name }}\n{{- end }}\n",
    "policies.json": {"Queue": {"_comment": "We need this one, or the bucket is not ours.", "Type": "Policy"}},
    "data.csv": "name,text,price\nLamp,A lamp for the table.,12\nChair,A chair for the garden.,40\n",
    "empty.json": "",
    "empty.yaml": "# nothing yet\n",
    "empty.csv": "\n",
    "numbers.json": [1, 2, [3]],
}


@pytest.mark.parametrize("name", NO_LIBRARIES)
def test_a_file_that_holds_no_messages_is_silently_nothing(name):
    assert items(name, NO_LIBRARIES[name]) == []
