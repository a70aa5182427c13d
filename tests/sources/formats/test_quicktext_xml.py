"""Templates of Quicktext, and XML of other things."""

from xml.sax.saxutils import escape

import pytest
from hypothesis import given
from hypothesis import strategies as st

from apologint.model import Markup
from apologint.source_errors import SourceError
from apologint.sources.formats import read_items
from apologint.sources.text_file import TextFile
from tests.sources.library import drafts

EXPORT = """<?xml version="1.0"?>
<quicktext version="2">
	<filetype>templates</filetype>
	<menu>
		<title><![CDATA[Pärcels 😀]]></title>
		<texts>
			<text shortcut="l" type="0">
				<name><![CDATA[Late]]></name>
				<subject><![CDATA[Your parcel]]></subject>
				<body><![CDATA[Dear [[TO=firstname]],
we lost it & we are sorry.]]></body>
			</text>
			<text shortcut="" type="1">
				<name>Lost &amp; found</name>
				<body>&lt;p&gt;We lost it.&lt;/p&gt;</body>
			</text>
			<text shortcut="" type="0"><name>Empty</name></text>
		</texts>
	</menu>
</quicktext>
"""


def read(text, name="quicktext.xml"):
    return list(read_items(TextFile(name, text)))


def test_every_text_is_a_message():
    late, lost = read(EXPORT)
    assert (late.id, late.title, late.markup) == ("menu[0].text[0]", "Late", Markup.PLAIN)
    assert late.body.text == "Dear [[TO=firstname]],\nwe lost it & we are sorry."
    assert (lost.id, lost.title, lost.markup) == ("menu[0].text[1]", "Lost & found", Markup.HTML)
    assert lost.body.text == "<p>We lost it.</p>"


def test_words_stand_where_they_stand_in_the_file():
    for item in read(EXPORT):
        start = item.body.text.index("lost")
        place = item.body.in_file(start, start + 4)
        assert EXPORT[place.start : place.end] == "lost"


def test_the_first_version_keeps_its_words_in_the_text_itself():
    (item,) = read('<quicktext><menu title="Parcels"><text title="Late" type="0">We lost it.</text></menu></quicktext>')
    assert (item.title, item.body.text) == ("Late", "We lost it.")


def test_an_attribute_may_hold_the_mark_that_ends_a_tag():
    (item,) = read("""<quicktext><text title="late > lost" note='"> it was ' type="0">We lost it.</text></quicktext>""")
    assert (item.title, item.body.text) == ("late > lost", "We lost it.")


def test_what_the_author_notes_in_a_text_is_not_sent():
    words = "We <!-- who? R&amp;D --> lost<?mark here?> <![CDATA[it <!-- all --> &amp;]]> &amp; found it."
    (item,) = read(f"<quicktext><text><name>Lost</name><body>{words}</body></text></quicktext>")
    assert item.body.text == "We  lost it <!-- all --> &amp; & found it."


def test_a_comment_in_a_text_switches_off_a_rule():
    words = "<!-- apologint: ignore vague-apology -->We lost it."
    text = f"<quicktext><text><name>Lost</name><body>{words}</body></text></quicktext>"
    (draft,) = drafts("quicktext.xml", text)
    assert draft.text == "We lost it."
    assert [suppression.rules for suppression in draft.suppressions] == [("vague-apology",)]


@pytest.mark.parametrize("name", ["pom.xml", "Late.Record.md", "<stdin>"])
def test_other_xml_holds_no_message(name):
    assert read('<?xml version="1.0"?>\n<CustomMetadata><label>We are sorry.</label></CustomMetadata>', name) == []


def test_broken_xml_is_an_error_at_its_place():
    with pytest.raises(SourceError, match=r"quicktext.xml:2: broken XML: mismatched tag"):
        read("<quicktext>\n<menu></text></quicktext>")


@given(st.text(st.characters(codec="utf-8", categories=["L", "N", "P", "S", "Zs"]), min_size=1))
def test_every_character_stands_in_the_file_as_it_is_or_as_its_entity(words):
    text = f"<quicktext><menu><text><name>é</name><body>{escape(words)}</body></text></menu></quicktext>"
    (item,) = read(text)
    assert item.body.text == words
    for offset, character in enumerate(words):
        place = item.body.in_file(offset, offset + 1)
        assert text[place.start : place.end] == escape(character)
