"""Telling HTML from text that only has angle brackets in it."""

import pytest

from apologint.sources.markup.html_sniff import is_html_page, looks_like_html


@pytest.mark.parametrize(
    "text",
    [
        "<p>We are sorry.</p>",
        "We are sorry.<br>Ana",
        "We are sorry.<br/>Ana",
        'We <a href="https://example.com">lost</a> it.',
        "<!DOCTYPE html>\n{{ body }}",
        "<mj-text>Sorry</mj-text>",
        "<DIV>Sorry",
    ],
)
def test_a_tag_of_html_makes_it_html(text):
    assert looks_like_html(text)


@pytest.mark.parametrize(
    "text",
    [
        "Hi <customer name>,",
        "Hi <first-name>,",
        "see <https://example.com> or <ana@example.com>",
        "1 < 2 and 3 > 2",
        "<3 from <b",
        "&lt;p&gt;",
        '<attribute key="user.name"/>',
        "",
    ],
)
def test_angle_brackets_alone_do_not(text):
    assert not looks_like_html(text)


def test_a_page_says_so_at_its_top():
    assert is_html_page("<?xml version='1.0'?>\n<html lang='en'>")
    assert is_html_page("\n<mjml><mj-body/></mjml>")
    assert not is_html_page("<p>We are sorry.</p>")
