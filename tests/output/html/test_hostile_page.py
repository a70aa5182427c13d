"""Whatever stands in a draft or a name, the page holds our elements and attributes, and the draft is text."""

import pytest

from tests.handmade import analysis, report
from tests.output.html.parsed import parse
from tests.output.html.tricks import TRICKS
from tests.output.render import render
from tests.output.test_hostile import a_run

ELEMENTS = set(
    "html head meta title style body header h1 p nav a main section h2 ul li div table caption thead tr th td tbody "
    "svg rect code q br form label select option input button output article details summary h3 span h4 mark ol "
    "strong b footer script".split()
) | {""}
ATTRIBUTES = set(
    "lang charset http-equiv content name aria-label id href scope class width height viewbox aria-hidden rx hidden "
    "value type aria-live role aria-labelledby tabindex data-rules data-failed open title".split()
)


@a_run
def test_it_holds_our_elements_and_no_more(made, unreadable):
    root = parse(render([made], "html", unreadable))
    assert {each.tag for each in root.walk()} <= ELEMENTS
    assert {name for each in root.walk() for name in each.attributes} <= ATTRIBUTES
    assert all(link.attributes["href"].startswith("#") for link in root.all("a"))
    assert [len(root.all(tag)) for tag in ("script", "style", "meta", "article")] == [1, 1, 7, 1]


@pytest.mark.parametrize("trick", TRICKS)
def test_a_trick_is_shown_as_it_was_written(trick):
    made = report(trick, analysis(), path=trick, title=trick)
    root = parse(render([made], "html"))
    assert root.one("div", class_="letter").text == trick
    assert root.one("h3").text == f"{trick} · {trick}"


def test_categories_with_colons_are_read_as_they_are():
    root = parse(render([report("Hi", analysis(), title="Refunds::Late ##vso[a]")], "html"))
    assert root.one("h3").text.endswith("Refunds::Late ##vso[a]")
