"""Text that waits until all of it is there."""

from __future__ import annotations

from collections.abc import Iterator
from tempfile import SpooledTemporaryFile
from typing import TextIO, cast

_IN_MEMORY = 16_000_000
_AT_ONCE = 100_000


class Spool:
    """Takes text piece by piece and gives it away at the end; what is over 16 MB waits on disk.

    A run that breaks off leaves nothing half written behind.
    """

    def __init__(self) -> None:
        self._file = SpooledTemporaryFile(  # noqa: SIM115 - pour closes it
            _IN_MEMORY, mode="w+", encoding="utf-8", errors="surrogatepass", newline=""
        )

    @property
    def stream(self) -> TextIO:
        """What takes text too, for those who write to a stream."""
        return cast(TextIO, self._file)

    def write(self, text: str) -> None:
        """Take one more piece."""
        self._file.write(text)

    def pour(self, stream: TextIO) -> None:
        """Write all of it to `stream` and forget it."""
        for piece in self.pieces():
            stream.write(piece)

    def pieces(self) -> Iterator[str]:
        """All of it, in pieces that are cut anywhere; then it is forgotten."""
        with self._file as file:
            file.seek(0)
            yield from iter(lambda: file.read(_AT_ONCE), "")
