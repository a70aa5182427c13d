"""E-mail templates of Salesforce."""

from pathlib import Path

from apologint.model import Markup
from apologint.sources.formats import read_items
from apologint.sources.markup import visible
from apologint.sources.text_file import TextFile


def words(text, name="Late.email"):
    (item,) = read_items(TextFile(name, text))
    return visible(item.body, item.markup).text.text


def test_html_stands_in_cdata_and_words_keep_their_place():
    text = "<table><tr><td ><![CDATA[<font>Dear&nbsp;{!Contact.FirstName},</font><div>We lost it.</div>]]></td></tr>"
    assert words(text) == "Dear {!Contact.FirstName},\nWe lost it."
    (item,) = read_items(TextFile("Late.email", text))
    seen = visible(item.body, item.markup)
    start = seen.text.text.index("lost")
    place = seen.text.in_file(start, start + 4)
    assert text[place.start : place.end] == "lost"


def test_it_may_be_of_text():
    (item,) = read_items(TextFile("Late.email", "Dear {!Contact.FirstName},\nwe lost it."))
    assert item.markup is Markup.PLAIN


def test_of_two_bodies_the_html_is_read():
    text = (
        '<messaging:emailTemplate subject="Late"><messaging:plainTextEmailBody>We lost it.'
        "</messaging:plainTextEmailBody><messaging:htmlEmailBody ><p>We lost it!</p></messaging:htmlEmailBody>"
    )
    assert words(text) == "We lost it!"


def test_the_file_beside_it_has_the_title(tmp_path: Path):
    file = tmp_path / "Late.email"
    Path(f"{file}-meta.xml").write_text("<EmailTemplate><subject>Late &amp; lost</subject></EmailTemplate>")
    (item,) = read_items(TextFile(str(file), "We lost it."))
    assert item.title == "Late & lost"
    (item,) = read_items(TextFile(str(tmp_path / "Other.email"), "We lost it."))
    assert item.title is None
