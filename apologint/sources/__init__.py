"""From files and standard input to drafts.

A file is decoded (or taken out of Word), its format finds the messages in it (`formats/`), and their markup says what
of them is read (`markup/`). A new format is one module in `formats/`.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO

from apologint.language import Language
from apologint.model import Draft, Mode, Skipped
from apologint.source_errors import OnError, SourceError, reason, shown
from apologint.sources import word
from apologint.sources.decode import decode
from apologint.sources.drafts import OnSkip, draft_of, drafts_in
from apologint.sources.english import only_english
from apologint.sources.files import ALL_FILES, STDIN, find_files
from apologint.sources.formats import message, suffixes
from apologint.sources.options import FileGlobs, ReadOptions
from apologint.sources.text_file import TextFile

if TYPE_CHECKING:
    from apologint.said import SaidSource

__all__ = [
    "STDIN",
    "FileGlobs",
    "OnError",
    "OnSkip",
    "ReadOptions",
    "SourceError",
    "find_drafts",
    "read_drafts",
    "read_text",
]


def _ignore(_skipped: Skipped) -> None:
    pass


def find_drafts(
    paths: Sequence[str],
    on_error: OnError,
    on_skip: OnSkip = _ignore,
    *,
    globs: FileGlobs = ALL_FILES,
    encoding: str = "utf-8",
    sources: Sequence[SaidSource] = (),
) -> Iterator[Path | None]:
    """The files to read for `paths` (files, folders, `-`), found as they are asked for; None stands for standard input.

    A path that is missing, unreadable or a folder without drafts goes to `on_error`, a binary or empty file in a folder
    to `on_skip`. `encoding` is the codec of the texts; `sources` name further files to look for.
    """
    wanted = suffixes().union(*(source.suffixes for source in sources))
    return find_files(paths, wanted, on_error, on_skip, globs=globs, encoding=encoding)


def read_drafts(
    files: Iterable[Path | None],
    options: ReadOptions,
    on_error: OnError,
    on_skip: OnSkip = _ignore,
    *,
    stdin: BinaryIO | None = None,
    stdin_name: str = "<stdin>",
) -> Iterator[Draft]:
    """The drafts in `files`, one after another.

    A file that cannot be read goes to `on_error` and the rest go on; a message that is not to be linted goes to
    `on_skip`. None among the files stands for `stdin`, which is read as if it were called `stdin_name`.
    """
    for file in files:
        path = stdin_name if file is None else shown(file)
        mode = options.mode or (Mode.DRAFT if file is None else Mode.TEMPLATE)
        try:
            content = _content(file, stdin, path, options.max_bytes)
            drafts = drafts_in(_decoded(content, path, options), replace(options, mode=mode), on_skip)
            yield from only_english(drafts, on_skip) if options.language is Language.ENGLISH else drafts
        except SourceError as error:
            on_error(error.error)


def read_text(text: str, options: ReadOptions, path: str = "<text>") -> Draft:
    """The draft that a string is, read as a Markdown message; a lone surrogate in it becomes a question mark.

    Raises:
        SourceError: it is blank, or its front matter is broken.
    """
    file = TextFile(path, text.encode("utf-8", "replace").decode("utf-8"))
    return draft_of(message.whole(file), file, options)


def _decoded(content: bytes, path: str, options: ReadOptions) -> TextFile:
    if word.is_word(content):
        return TextFile(path, word.text_of(content, path, options.max_bytes))
    return TextFile(path, decode(content, path, options.encoding))


def _content(file: Path | None, stdin: BinaryIO | None, path: str, max_bytes: int) -> bytes:
    try:
        if file is None:
            content = stdin.read(max_bytes + 1) if stdin else b""
        else:
            with file.open("rb") as stream:
                size = min(os.fstat(stream.fileno()).st_size, max_bytes)
                content = stream.read(size + 1)  # room for the largest file is slow to get for each
                if len(content) > size:
                    content += stream.read(max_bytes + 1 - len(content))
    except OSError as error:
        raise SourceError(path, f"cannot be read: {reason(error)}") from error
    if len(content) > max_bytes:
        raise SourceError(path, f"larger than {max_bytes} bytes: split it, or raise max-bytes in the configuration")
    return content
