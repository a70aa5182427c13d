"""A JSON array inside some other text, written item by item."""

from __future__ import annotations

from typing import Any, TextIO

from apologint.output.ascii_json import dumps
from apologint.output.spool import Spool


class JsonList:
    """Keeps items until the run is over, since no half of a JSON text is of use to anybody."""

    def __init__(self) -> None:
        self._spool = Spool()
        self._separator = "\n"

    def add(self, item: Any) -> None:
        """Keep one more item."""
        self._spool.write(self._separator + dumps(item))
        self._separator = ",\n"

    def write(self, stream: TextIO) -> None:
        """Write the array, an item a line."""
        stream.write("[")
        self._spool.pour(stream)
        stream.write("\n]")
