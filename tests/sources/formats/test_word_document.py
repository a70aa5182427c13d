"""Word documents, written by python-docx."""

import io
import zipfile
from pathlib import Path

import pytest
from docx import Document
from hypothesis import given
from hypothesis import strategies as st

from apologint.model import Draft, InputError, Region, Skipped
from apologint.sources import ReadOptions, find_drafts, read_drafts
from apologint.text.locate import Locator
from tests.sources.library import assert_in_place

OPTIONS = ReadOptions("utf-8", 1_000_000)


def document(*paragraphs: str, cells: tuple[str, ...] = ()) -> bytes:
    made = Document()
    for text in paragraphs:
        made.add_paragraph(text)
    if cells:
        row = made.add_table(rows=1, cols=len(cells)).rows[0]
        for cell, text in zip(row.cells, cells, strict=True):
            cell.text = text
    content = io.BytesIO()
    made.save(content)
    return content.getvalue()


def read(content: bytes, options: ReadOptions = OPTIONS) -> tuple[list[Draft], list[InputError]]:
    errors: list[InputError] = []
    drafts = read_drafts([None], options, errors.append, stdin=io.BytesIO(content), stdin_name="late.docx")
    return list(drafts), errors


def test_a_paragraph_is_reported_as_a_line() -> None:
    (draft,), errors = read(document("Dear Ana,", "we lost your parcel.", "Tom"))
    assert errors == []
    assert draft.text == "Dear Ana,\n\nwe lost your parcel.\n\nTom"
    start = draft.text.index("lost")
    place = Locator(draft).at(Region(start, start + 4))
    assert (place.line, place.column, place.text) == (2, 4, "lost")


def test_words_in_a_table_are_read_too() -> None:
    (draft,), _ = read(document("Dear Ana,", cells=("we lost", "your parcel.")))
    assert draft.text.split() == ["Dear", "Ana,", "we", "lost", "your", "parcel."]


def test_a_blank_to_fill_is_found() -> None:
    (draft,), _ = read(document("Dear [Customer Name], sorry."))
    assert [gap.name for gap in draft.placeholders] == ["Customer Name"]


def test_a_document_without_words_is_an_error() -> None:
    drafts, (error,) = read(document())
    assert drafts == []
    assert error.message.startswith("empty: it holds no text")


@pytest.mark.parametrize("content", [b"PK\x03\x04 and no more", document("Sorry.")[:-40]])
def test_a_broken_archive_is_an_error(content: bytes) -> None:
    _, (error,) = read(content)
    assert error.message == "a broken archive, and no text: leave it out, or make it again"


def archive(**parts: str) -> bytes:
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w", zipfile.ZIP_DEFLATED) as made:
        for name, text in parts.items():
            made.writestr(name.replace("__", "/").replace("_", "."), text)
    return content.getvalue()


def test_another_archive_is_no_document() -> None:
    _, (error,) = read(archive(readme_txt="Sorry."))
    assert error.message == "an archive and no Word document: unpack it, or leave it out"


def test_a_document_with_a_broken_part_is_an_error() -> None:
    _, (error,) = read(archive(word__document_xml="<w:document"))
    assert error.message == "a broken Word document: open it in Word and save it again"


def test_a_small_file_that_unpacks_to_a_huge_one_is_not_unpacked() -> None:
    _, (error,) = read(archive(word__document_xml=" " * 30_000_000))
    assert error.message.startswith("unpacks to 30000000 bytes: split it, ")


def test_a_folder_search_finds_documents(tmp_path: Path) -> None:
    (tmp_path / "late.docx").write_bytes(document("Sorry."))
    (tmp_path / "photo.md").write_bytes(b"\0")
    skipped: list[Skipped] = []
    files = find_drafts([str(tmp_path)], pytest.fail, skipped.append)
    assert list(files) == [tmp_path / "late.docx"]
    assert [each.reason for each in skipped] == ["binary"]


@given(st.lists(st.text(alphabet="abc é😀&<'\"", max_size=12), min_size=1, max_size=4))
def test_each_word_is_in_its_place(paragraphs: list[str]) -> None:
    drafts, _ = read(document(*paragraphs))
    for draft in drafts:
        assert_in_place(draft, "\n".join(" ".join(text.split()) for text in paragraphs))
