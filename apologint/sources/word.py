"""Word documents (.docx), read with python-docx, which comes with the extra `apologint[docx]`."""

from __future__ import annotations

from collections.abc import Iterator
from io import BytesIO
from typing import TYPE_CHECKING

from apologint.source_errors import SourceError

if TYPE_CHECKING:
    from docx.document import Document
    from docx.table import _Cell

SUFFIX = ".docx"
_ZIP = b"PK\x03\x04"
_BODY = "word/document.xml"
_TIMES_PACKED = 20


def can_read() -> bool:
    """Whether python-docx is installed."""
    from importlib.util import find_spec  # noqa: PLC0415 - Word documents are few

    return find_spec("docx") is not None


def is_word(content: bytes) -> bool:
    """Whether a file with this content, or this beginning of it, may be a Word document: it is a ZIP archive."""
    return content.startswith(_ZIP)


def text_of(content: bytes, path: str, max_bytes: int) -> str:
    """The paragraphs of a document, those in tables too, each on a line of its own.

    Raises:
        SourceError: it is no Word document, unpacks to more than a document of `max_bytes` would, or the extra that
            reads it is not installed.
    """
    import zipfile  # noqa: PLC0415 - as above

    try:
        with zipfile.ZipFile(BytesIO(content)) as archive:
            unpacked = sum(part.file_size for part in archive.infolist())
            is_document = _BODY in archive.namelist()
    except zipfile.BadZipFile as error:
        raise SourceError(path, "a broken archive, and no text: leave it out, or make it again") from error
    if not is_document:
        raise SourceError(path, "an archive and no Word document: unpack it, or leave it out")
    if unpacked > _TIMES_PACKED * max_bytes:
        raise SourceError(path, f"unpacks to {unpacked} bytes: split it, or raise max-bytes in the configuration")
    if not can_read():
        raise SourceError(path, "a Word document: to read it, pip install 'apologint[docx]', or save it as text")
    return "\n".join(_paragraphs(content, path))


def _paragraphs(content: bytes, path: str) -> Iterator[str]:
    from docx import Document as open_document  # noqa: PLC0415 - an extra, and slow to load
    from docx.oxml.exceptions import InvalidXmlError  # noqa: PLC0415
    from lxml.etree import XMLSyntaxError  # noqa: PLC0415

    try:
        yield from _lines(open_document(BytesIO(content)))
    except (KeyError, ValueError, InvalidXmlError, XMLSyntaxError) as error:
        raise SourceError(path, "a broken Word document: open it in Word and save it again") from error


def _lines(part: Document | _Cell) -> Iterator[str]:
    from docx.text.paragraph import Paragraph  # noqa: PLC0415

    for block in part.iter_inner_content():
        if isinstance(block, Paragraph):
            yield " ".join(block.text.split())
        else:
            for row in block.rows:
                for cell in row.cells:
                    yield from _lines(cell)
