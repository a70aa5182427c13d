"""From the bytes of a file to its text."""

from __future__ import annotations

import codecs

from apologint.source_errors import SourceError
from apologint.sources.no_text import kind_of_file

_NO_TEXT = "leave it out, or save its text as UTF-8"
_BYTE_ORDER_MARK = "\ufeff"
_WIDE_MARKS = (
    (codecs.BOM_UTF32_LE, "UTF-32"),
    (codecs.BOM_UTF32_BE, "UTF-32"),
    (codecs.BOM_UTF16_LE, "UTF-16"),
    (codecs.BOM_UTF16_BE, "UTF-16"),
)


def decode(content: bytes, path: str, encoding: str = "utf-8") -> str:
    """The text that `content` holds, its line ends as they are, without a byte-order mark.

    Raises:
        SourceError: it is not in `encoding`, or no text at all.
    """
    kind = kind_of_file(content)
    if kind:
        raise SourceError(path, f"{kind}, and no text: {_NO_TEXT}")
    utf8 = codecs.lookup(encoding).name in ("utf-8", "utf-8-sig")
    if utf8:
        _refuse_wide(content, path)
        _refuse_nul(content.find(b"\0"), path)
    try:
        text = content.decode(encoding)
    except UnicodeDecodeError as error:
        name = "UTF-8" if utf8 else encoding
        remedy = "save it as UTF-8, or pass --encoding cp1252" if utf8 else "name its real encoding with --encoding"
        fault = f"byte 0x{content[error.start]:02x} at offset {error.start}"
        raise SourceError(path, f"not {name}: {fault}: {remedy}") from error
    except UnicodeError as error:
        raise SourceError(path, f"not {encoding}: name its real encoding with --encoding") from error
    _refuse_nul(text.find("\0"), path)
    return text.removeprefix(_BYTE_ORDER_MARK)


def looks_binary(start: bytes, encoding: str) -> bool:
    """Whether a file that begins with `start` is no text in `encoding`.

    It is of a kind that is none, or has a NUL where no character is written with one.
    A file that is marked as UTF-16 or UTF-32 is text, though it may have to be refused.
    """
    wide = b"\0" in "a".encode(encoding) or any(start.startswith(mark) for mark, _ in _WIDE_MARKS)
    return kind_of_file(start) is not None or (b"\0" in start and not wide)


def _refuse_wide(content: bytes, path: str) -> None:
    for mark, name in _WIDE_MARKS:
        if content.startswith(mark):
            raise SourceError(path, f"{name}, not UTF-8: save it as UTF-8, or pass --encoding {name.lower()}")


def _refuse_nul(offset: int, path: str) -> None:
    if offset >= 0:
        raise SourceError(path, f"a binary file (NUL at offset {offset}): {_NO_TEXT}")
