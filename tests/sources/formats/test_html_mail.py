"""Files that are one mail in HTML or MJML, or the template of one."""

import pytest

from apologint.model import Kind, Markup, Skipped
from apologint.sources.formats import read_items
from apologint.sources.formats.html_mail import SUFFIXES
from apologint.sources.text_file import TextFile

LETTER = "<p>Dear Ana,</p><p>We are sorry that we lost your parcel.</p>"


def read(text, name="late.html"):
    return list(read_items(TextFile(name, text)))


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("late.html", LETTER),
        ("late.mjml", f"<mjml><mj-body><mj-text>{LETTER}</mj-text></mj-body></mjml>"),
        ("late.html.erb", f"<% if late? %>{LETTER}<% end %>"),
        ("late.txt", f"<!DOCTYPE html><html><body>{LETTER}</body></html>"),
        ("<stdin>", f"\n{LETTER}"),
        ("<stdin>", f"{{% if late %}}{LETTER}{{% endif %}}"),
    ],
)
def test_html_is_known_by_what_is_in_the_file(name, text):
    (item,) = read(text, name)
    assert item.markup is Markup.HTML
    assert item.id is None


@pytest.mark.parametrize("suffix", sorted({*SUFFIXES} - {".html", ".htm", ".xhtml", ".mjml"}))
def test_a_template_may_be_of_text(suffix):
    (item,) = read("Dear {{ name }},\n\nwe are sorry that we lost your parcel.", f"late{suffix}")
    assert item.markup is Markup.PLAIN


def test_markdown_and_text_with_some_html_in_it_stay_what_they_are():
    (item,) = read("<div align=center>\n\n# We are sorry\n", "late.md")
    assert item.markup is Markup.MARKDOWN
    (item,) = read("<p>We are sorry</p>", "late.txt")
    assert item.markup is Markup.PLAIN
    (item,) = read("We <b>lost</b> it.", "<stdin>")
    assert item.markup is Markup.MARKDOWN


def test_front_matter_and_the_title_of_the_page_say_what_it_is():
    (item,) = read(f"---\nkind: apology\ntitle: Late\n---\n<title>x</title>{LETTER}")
    assert (item.title, item.kind) == ("Late", Kind.APOLOGY)
    (item,) = read(f"<head><title>\n Late &amp; lost {{{{ x }}}}</title></head>{LETTER}")
    assert item.title == "Late & lost"


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("sorry.html", '{% extends "layout.html" %}{% block body %}<h2>Error {{ code }}</h2>{% endblock %}'),
        ("layout.html", "<html><body>{{ content }}</body></html>"),
        ("site.conf.j2", "server {\n  listen {{ port }};\n  server_name {{ name }}; # the name, of course.\n}\n"),
        ("deploy.py.j2", "import os\n\n\ndef sorry(name):\n    return f'{name}, sorry.'\n"),
        ("empty.html", " \n"),
    ],
)
def test_layouts_and_templates_of_other_things_hold_no_message(name, text):
    assert read(text, name) == []


@pytest.mark.parametrize(
    "page",
    [
        f"<title>Sorry</title><nav><a href='/'>Home</a></nav>{LETTER}",
        f"<title>Sorry</title><form action='/'><input name='q'></form>{LETTER}",
        f"<title>Sorry</title>{LETTER}<script>track()</script>",
    ],
)
def test_pages_for_browsers_are_skipped(page):
    (skipped,) = read(page)
    assert isinstance(skipped, Skipped)
    assert (skipped.title, skipped.reason) == ("Sorry", "a page for browsers, not a mail")


def test_data_for_mail_programs_makes_no_page():
    (item,) = read(f'<script type="application/ld+json">{{}}</script>{LETTER}')
    assert item.markup is Markup.HTML
