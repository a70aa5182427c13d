"""Messages that the configuration says outright where to find."""

from pathlib import Path

import pytest

from apologint.globs import Globs
from apologint.model import Markup
from apologint.said import Each, SaidSource, TreePath
from apologint.source_errors import SourceError
from apologint.sources.item import Item
from apologint.sources.said_items import said_items
from apologint.sources.text_file import TextFile

MACROS = """
{"macros": [
  {"title": "Late", "actions": [{"value": "pending"}, {"value": "Your parcel is late."}]},
  {"title": "Lost", "actions": [{"value": ["channel:all", "Your parcel is lost."]}]},
  {"title": "Old", "active": false, "actions": [{"value": "Your parcel is old."}]}
]}
"""


def said(body=None, title=None, markup=None, files="*"):
    paths = (TreePath.parse(text) if text else None for text in (body, title))
    return SaidSource(Globs((files,), Path.cwd()), *paths, markup)


def items(name, text, *sources):
    return said_items(TextFile(name, text), sources)


def taken(name, text, *sources):
    return [(item.id, item.title, item.body.text) for item in items(name, text, *sources) if isinstance(item, Item)]


def test_a_path_leads_to_each_text_and_another_to_its_title():
    source = said("macros[].actions[].value", "macros[].title", Markup.HTML)
    late, lost, old = items("macros/x.json", MACROS, source)
    assert (late.id, late.title, late.body.text, late.markup) == (
        "macros[0]",
        "Late",
        "Your parcel is late.",
        Markup.HTML,
    )
    assert (lost.id, lost.title, lost.body.text) == ("macros[1]", "Lost", "Your parcel is lost.")
    assert (old.id, old.title, old.reason) == ("macros[2]", "Old", "inactive")


def test_texts_that_share_a_title_are_told_apart_by_their_own_place():
    text = (
        '{"a": [{"t": "Late", "b": ["One text here."]}, {"t": "Two", "b": {"x": "This is one.", "y": "This is two."}}]}'
    )
    assert taken("x.json", text, said("a[].b.*", "a[].t")) == [
        ("a[1].b.x", "Two", "This is one."),
        ("a[1].b.y", "Two", "This is two."),
    ]


@pytest.mark.parametrize(
    ("name", "text", "body", "where"),
    [
        ("x.yaml", "canned:\n  late: It is late.\n", "canned.*", "canned.late"),
        ("x.yaml", "- it.is: {b: It is late.}\n", '[0]."it.is".b', "[0].it.is"),
        ("x.csv", "Name,Reply text\nLate,It is late.\n", "Reply text", "row 2"),
        ("x.jsonl", '{"b": "It is late."}\n{"b": "no"}\n', "b", "line 1"),
    ],
)
def test_a_path_goes_by_names_numbers_and_all(name, text, body, where):
    assert taken(name, text, said(body)) == [(where, None, "It is late.")]


def test_a_row_has_its_own_title():
    text = "Name,Reply\nLate,It is late.\nLost,It is lost.\n"
    assert taken("x.csv", text, said("Reply", "Name")) == [
        ("row 2", "Late", "It is late."),
        ("row 3", "Lost", "It is lost."),
    ]


def test_without_a_path_the_file_is_the_message():
    (item,) = items("x.tpl", "It is <b>late</b>.", said(markup=Markup.PLAIN))
    assert (item.id, item.body.text, item.markup) == (None, "It is <b>late</b>.", Markup.PLAIN)


def test_sources_are_for_the_files_they_match():
    assert items("other/x.json", MACROS, said("macros[].title", files="macros/*.json")) is None
    assert items("macros/x.json", MACROS, said("macros[].actions[].value", files="macros/*.json"))


def test_what_several_sources_say_adds_up():
    text = '{"a": "It is late.", "b": "It is lost."}'
    assert [words for _, _, words in taken("x.json", text, said("a"), said("b"))] == ["It is late.", "It is lost."]


@pytest.mark.parametrize(
    ("body", "missing"),
    [
        ("macro[].actions[].value", "there is no 'macro' at the top"),
        ("macros[].replies[].value", "there is no 'replies' under 'macros[]'"),
        ("macros[].actions[].value.html", "there is no 'html' under 'macros[].actions[].value'"),
        ("macros[9].title", "there is no '[9]' under 'macros'"),
    ],
)
def test_a_path_that_leads_nowhere_is_complained_of_with_the_step_that_is_missing(body, missing):
    with pytest.raises(SourceError) as error:
        items("x.json", MACROS, said(body))
    assert str(error.value) == f"x.json: '{body}' of the sources leads nowhere: {missing}: mend it there"


def test_an_empty_list_on_the_way_is_no_fault():
    assert items("x.json", '{"macros": []}', said("macros[].body")) == []


def test_a_path_into_a_file_that_is_no_tree_is_complained_of():
    with pytest.raises(
        SourceError, match=r"x\.md: 'a' of the sources leads into JSON, YAML or CSV, and this is neither"
    ):
        items("x.md", "It is late.", said("a"))


def test_a_path_is_written_as_it_is_read():
    for text in (
        *("macros[].actions[0].value", "a.*.b", "[].x", "*", "a*.b"),
        *('macros[]."body.en"', '"a.b"."[0]"."c]"', 'a."*"', 'a.""'),
    ):
        assert str(TreePath.parse(text)) == text
    assert TreePath.parse('"a.b".c').steps == ("a.b", "c")
    assert TreePath.parse("a[]").steps == ("a", Each())


@pytest.mark.parametrize("text", ["", "a..b", ".a", "a[x]", "a[", "a]b", 'a"b', "a."])
def test_what_is_no_path_is_refused(text):
    with pytest.raises(ValueError, match="path"):
        TreePath.parse(text)
