"""From the bytes of a file to its text."""

import codecs

import pytest
from hypothesis import given
from hypothesis import strategies as st

from apologint.sources import SourceError
from apologint.sources.decode import decode


def refusal(content: bytes, encoding: str = "utf-8") -> str:
    with pytest.raises(SourceError) as error:
        decode(content, "reply.txt", encoding)
    return error.value.error.message


@given(st.text().filter(lambda text: "\0" not in text and not text.startswith("\ufeff")))
def test_utf8_comes_back_as_it_was(text: str) -> None:
    assert decode(text.encode(), "reply.txt") == text


def test_line_ends_are_kept_and_the_byte_order_mark_dropped() -> None:
    assert decode(codecs.BOM_UTF8 + b"Dear Jane,\r\n\rbye\n", "reply.txt") == "Dear Jane,\r\n\rbye\n"


def test_another_encoding_is_used_when_asked_for() -> None:
    assert decode(b"It\x92s our fault, 5\x80 are yours", "reply.txt", "cp1252") == "It’s our fault, 5€ are yours"
    assert decode("sorry".encode("utf-16"), "reply.txt", "utf-16") == "sorry"


def test_bytes_that_are_not_utf8_are_named() -> None:
    assert refusal(b"It\x92s") == "not UTF-8: byte 0x92 at offset 2: save it as UTF-8, or pass --encoding cp1252"


@pytest.mark.parametrize(
    ("content", "encoding", "complaint"),
    [
        (codecs.BOM_UTF16_LE + b"h\0", "utf-8", "UTF-16, not UTF-8: save it as UTF-8, or pass --encoding utf-16"),
        (codecs.BOM_UTF16_BE + b"\0h", "utf-8", "UTF-16, not UTF-8: save it as UTF-8, or pass --encoding utf-16"),
        (codecs.BOM_UTF32_LE + b"h\0\0\0", "utf-8", "UTF-32, not UTF-8: save it as UTF-8, or pass --encoding utf-32"),
        (b"a\0b", "utf-8", "a binary file (NUL at offset 1): leave it out, or save its text as UTF-8"),
        (b"a\x81", "cp1252", "not cp1252: byte 0x81 at offset 1: name its real encoding with --encoding"),
    ],
)
def test_what_cannot_be_text_is_refused(content: bytes, encoding: str, complaint: str) -> None:
    assert refusal(content, encoding) == complaint


@pytest.mark.parametrize(
    ("content", "kind"),
    [
        (b"%PDF-1.7\n%\xe2\xe3\xcf\xd3", "a PDF document"),
        (b"%PDF-1.7\n1 0 obj", "a PDF document"),
        (b"{\\rtf1\\ansi Sorry.}", "a document in RTF"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1\0", "an old Office document or an Outlook message"),
        (b"\x89PNG\r\n\x1a\n\0", "an image"),
        (b"\xff\xd8\xff\xe0", "an image"),
        (b"GIF89a\x01", "an image"),
        (b"\x1f\x8b\x08", "a packed file"),
    ],
)
@pytest.mark.parametrize("encoding", ["utf-8", "cp1252"])
def test_a_file_that_is_no_text_is_called_what_it_is(content: bytes, kind: str, encoding: str) -> None:
    assert refusal(content, encoding) == f"{kind}, and no text: leave it out, or save its text as UTF-8"
