"""Mails as mail programs save them."""

import re
import time
from email.message import EmailMessage
from email.policy import SMTP

import pytest
from hypothesis import given
from hypothesis import strategies as st

from apologint.model import Markup
from apologint.source_errors import SourceError
from apologint.sources.formats import read_items
from apologint.sources.markup import visible
from apologint.sources.text_file import TextFile

LETTER = "Dear José,\n\nwe lost your parcel – and we are sorry. " + "It was in the wrong van for nine days. " * 3 + "\n"


def mail(text=LETTER, html=None, encoding="quoted-printable", **headers):
    message = EmailMessage(policy=SMTP)
    message["From"] = "Bo <bo@example.com>"
    message["Subject"] = headers.get("subject", "Your parcel, José")
    message["Message-ID"] = "<1@example.com>"
    message.set_content(text, cte=encoding, charset=headers.get("charset", "utf-8"))
    if html:
        message.add_alternative(html, subtype="html", cte=headers.get("html_encoding", encoding))
    return message


def read(message, name="late.eml"):
    text = message if isinstance(message, str) else message.as_bytes().decode()
    return text, list(read_items(TextFile(name, text)))


def words(message):
    _, (item,) = read(message)
    return visible(item.body, item.markup).text.text


@pytest.mark.parametrize(
    ("encoding", "charset", "letter"),
    [
        ("quoted-printable", "utf-8", LETTER),
        ("base64", "utf-8", LETTER),
        ("8bit", "utf-8", LETTER),
        ("quoted-printable", "iso-8859-1", LETTER.replace("–", "-")),
        ("base64", "iso-8859-1", LETTER.replace("–", "-")),
        ("quoted-printable", "cp1252", LETTER),
    ],
)
def test_the_words_are_read_as_they_are_meant(encoding, charset, letter):
    assert words(mail(letter, encoding=encoding, charset=charset)).split() == letter.split()


def test_the_subject_is_the_title():
    _, (item,) = read(mail())
    assert item.title == "Your parcel, José"
    assert item.id is None


@pytest.mark.parametrize("name", ["late.eml", "<stdin>", "late.txt"])
def test_a_mail_is_known_by_its_headers(name):
    _, (item,) = read(mail(), name)
    assert visible(item.body, item.markup).text.text.lstrip().startswith("Dear José")


def test_a_message_with_a_subject_line_is_no_saved_mail():
    text = "Subject: Your parcel\n\nDear Ana, we lost it."
    _, (item,) = read(text, "late.txt")
    assert item.body.text == text


def test_of_html_and_text_the_html_is_read():
    _, (item,) = read(mail(html="<p>Dear José,</p>"))
    assert item.markup is Markup.HTML
    assert visible(item.body, item.markup).text.text == "Dear José,"


def test_words_that_have_places_go_before_html():
    _, (item,) = read(mail(html="<p>Dear José,</p>", html_encoding="base64"))
    assert item.markup is Markup.PLAIN


def test_the_footer_that_a_list_adds_in_html_is_not_read_for_the_mail():
    message = mail("We lost it.\n")
    message.make_mixed()
    footer = EmailMessage(policy=SMTP)
    footer.set_content("<p>You get this as a member of the list.</p>", subtype="html")
    message.attach(footer)
    assert words(message).strip() == "We lost it."


def test_a_mail_in_html_and_text_with_a_footer_is_read_in_html():
    message = mail("We lost it.\n", html="<p>We <b>lost</b> it.</p>")
    message.make_mixed()
    footer = EmailMessage(policy=SMTP)
    footer.set_content("You get this as a member of the list.")
    message.attach(footer)
    _, (item,) = read(message)
    assert item.markup is Markup.HTML
    assert words(message).strip() == "We lost it."


def test_attachments_and_mails_in_mails_are_not_read():
    message = mail("We lost it.\n")
    message.add_attachment("You lost it!", filename="note.txt")
    message.add_attachment(mail("You lost it!\n"))
    assert words(message).strip() == "We lost it."


def test_earlier_mail_is_not_read():
    quoted = "On Mon, 3 May 2026 at 10:00, Ana Blue\n<ana@example.com> wrote:\n\n> You lost it!\n"
    text = words(mail(f"We lost it.\n\n{quoted}"))
    assert "Ana" not in text
    assert "We lost it." in text
    headers = "From: Ana <ana@example.com>\nSent: 3 May\nTo: Bo\nSubject: Late\n"
    assert words(mail(f"We lost it.\n\n{headers}\nYou lost it!\n")).strip() == "We lost it."


def test_a_list_of_facts_is_no_earlier_mail():
    facts = "Order: 17\nMail: ana@example.com\nPaid: 3 May\nSum: 20 euros\nName: Ana"
    assert words(mail(f"We lost it.\n\n{facts}\n")).split() == f"We lost it. {facts}".split()


def test_a_mail_without_words_is_no_message():
    message = EmailMessage()
    message["Subject"] = "a photo"
    message.set_content(b"\x89PNG", maintype="image", subtype="png")
    assert read(message)[1] == []


def test_a_mail_without_its_parts_is_an_error():
    text = "Subject: Late\nContent-Type: multipart/mixed; boundary=x\n\nWe lost it.\n"
    with pytest.raises(SourceError, match=r"late.eml:3: .*no line '--x'"):
        read(text)


@pytest.mark.parametrize(
    "piece", ["--x\n", "Content-Type: multipart/mixed; boundary=x\n\n--x\nx\n", "=C3", "=\n", "a: b@c\n"]
)
def test_a_mail_is_read_in_linear_time(piece):
    head = "Content-Type: multipart/mixed; boundary=x\nContent-Transfer-Encoding: quoted-printable\n\n--x\n"
    began = time.process_time()
    read(head + piece * (50_000 // len(piece)))
    assert time.process_time() - began < 5


TEXT = st.text(st.characters(codec="utf-8", categories=["L", "N", "P", "S", "Zs"]), max_size=300)


@given(TEXT, st.sampled_from(["quoted-printable", "base64", "8bit"]))
def test_every_character_stands_in_the_file_as_it_is_or_as_its_escape(words, encoding):
    message = mail(f"x{words}x\n", encoding=encoding)
    text, (item,) = read(message)
    assert item.body.text.strip().split() == f"x{words}x".split()
    for offset, character in enumerate(item.body.text):
        place = item.body.in_file(offset, offset + 1)
        written = text[place.start : place.end]
        if encoding == "quoted-printable" and character not in "\r\n":
            escape = re.sub(r"=\r\n", "", written)
            assert escape == "".join(f"={byte:02X}" for byte in character.encode()) or escape == character
        elif encoding == "8bit":
            assert written == character
