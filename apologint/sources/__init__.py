"""From files and standard input to drafts.

A new format is a module of its own and a line in `READERS`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import BinaryIO

from apologint.model import Draft, InputError, Mode
from apologint.sources import message
from apologint.sources.decode import decode
from apologint.sources.errors import SourceError
from apologint.sources.files import STDIN, find_files, reason, shown
from apologint.sources.options import ReadOptions

__all__ = ["READERS", "STDIN", "ReadOptions", "SourceError", "find_drafts", "read_drafts", "read_text"]

Reader = Callable[[str, str, ReadOptions], Iterable[Draft]]
OnError = Callable[[InputError], None]


def _one_message(text: str, path: str, options: ReadOptions) -> Iterable[Draft]:
    return [message.read_message(text, path, options)]


READERS: Mapping[str, Reader] = dict.fromkeys(message.SUFFIXES, _one_message)


def find_drafts(paths: Sequence[str], on_error: OnError) -> list[Path | None]:
    """The files to read for `paths` (files, folders, `-`); None stands for standard input.

    A path that is missing, unreadable or a folder without drafts goes to `on_error`.
    """
    return list(find_files(paths, READERS, on_error))


def read_drafts(
    files: Iterable[Path | None],
    options: ReadOptions,
    on_error: OnError,
    *,
    stdin: BinaryIO | None = None,
    stdin_name: str = "<stdin>",
) -> Iterator[Draft]:
    """The drafts in `files`, one after another; a file that cannot be read goes to `on_error` and the rest go on.

    None among the files stands for `stdin`, which is read as if it were called `stdin_name`.
    """
    for file in files:
        path = stdin_name if file is None else shown(file)
        mode = options.mode or (Mode.DRAFT if file is None else Mode.TEMPLATE)
        try:
            content = _content(file, stdin, path, options.max_bytes)
            text = decode(content, path, options.encoding)
            yield from _parse(text, path, replace(options, mode=mode))
        except SourceError as error:
            on_error(error.error)


def read_text(text: str, options: ReadOptions, path: str = "<text>") -> Draft:
    """The draft that a string is, read as a Markdown message; a lone surrogate in it becomes a question mark.

    Raises:
        SourceError: it is blank, or its front matter is broken.
    """
    text = text.encode("utf-8", "replace").decode("utf-8")
    return message.read_message(text, path, options)


def _parse(text: str, path: str, options: ReadOptions) -> Iterable[Draft]:
    reader = READERS.get(Path(path).suffix.lower(), _one_message)
    return reader(text, path, options)


def _content(file: Path | None, stdin: BinaryIO | None, path: str, max_bytes: int) -> bytes:
    try:
        if file is None:
            content = stdin.read(max_bytes + 1) if stdin else b""
        else:
            with file.open("rb") as stream:
                content = stream.read(max_bytes + 1)
    except OSError as error:
        raise SourceError(path, f"cannot be read: {reason(error)}") from error
    if len(content) > max_bytes:
        raise SourceError(path, f"larger than {max_bytes} bytes: split it, or raise max-bytes in the configuration")
    return content
