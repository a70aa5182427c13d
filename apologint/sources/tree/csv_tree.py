"""CSV and TSV as RFC 4180 has it and as Python's `csv` reads it, each cell in its place."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from functools import partial

from apologint.sources.tree.json_tree import parse_json
from apologint.sources.tree.nodes import Listing, Node, Scalar, Table, TreeError, Value
from apologint.text import late
from apologint.text.mapped import Edit, MappedText

_DELIMITERS = ",;\t|"
_SAMPLE = 20_000
_SAMPLE_ROWS = 50
_WORDS_OF_A_TEXT = 8
_BREAK = late.pattern(r"\r\n|\r|\n")
_QUOTED = late.pattern(r'(?:[^"]|"")*+')
_OPENS_JSON = ("{", "[")


@dataclass(frozen=True, slots=True)
class Cell:
    """A field of a row: where it stands in the text, and which quotes in there are not part of what it says."""

    start: int
    end: int
    dropped: tuple[int, ...] = ()


def parse_csv(source: MappedText, delimiter: str | None = None) -> Listing:
    """The rows of `source`, each a table by the names in the first row, which is row 1; blank rows are left out.

    Without such names the text of that row is called `body`, and the first of the others `title`. A cell that holds
    JSON is what that says. The `delimiter` is found out where none is given.

    Raises:
        TreeError: a quoted cell is never closed.
    """
    rows = split_csv(source.text, delimiter or sniff(source.text))
    tables: list[Node] = []
    names: list[str] = []
    header: list[str] | None = None
    for number, row in enumerate(rows, start=1):
        if not any(cell.end > cell.start for cell in row):
            continue
        if header is None:
            first = [_mapped(source, cell).text.strip() for cell in row]
            header = _names(first)
            if header is first:
                continue
        tables.append(Table([(name, _node(source, cell)) for name, cell in zip(header, row, strict=False)]))
        names.append(f"row {number}")
    return Listing(tables, names)


def _names(first: list[str]) -> list[str]:
    """What the columns are called: as the first row says, or, where one cell of it is a text, `title` and `body`."""
    texts = [index for index, cell in enumerate(first) if len(cell.split()) >= _WORDS_OF_A_TEXT]
    if len(texts) != 1:
        return first
    known = {0 if texts[0] else 1: "title", texts[0]: "body"}
    return [known.get(index, f"column {index + 1}") for index in range(len(first))]


def sniff(text: str) -> str:
    """The delimiter of `text`: the one that splits most of its first rows into the same number of cells."""
    sample = text[:_SAMPLE]
    return max(_DELIMITERS, key=lambda delimiter: _evenness(sample, delimiter))


def _evenness(sample: str, delimiter: str) -> tuple[float, int]:
    try:
        rows = split_csv(sample, delimiter, closed=False)[:_SAMPLE_ROWS]
    except TreeError:
        return (0, 0)
    widths = Counter(len(row) for row in rows if row)
    if not widths:
        return (0, 0)
    width, count = widths.most_common(1)[0]
    return (count / sum(widths.values()), width) if width > 1 else (0, 0)


def split_csv(text: str, delimiter: str, *, closed: bool = True) -> list[list[Cell]]:
    """The cells of each row; a blank line is a row without cells. `closed` refuses quotes that are never closed.

    Raises:
        TreeError: they are not.
    """
    unquoted = late.pattern(rf"[^{re.escape(delimiter)}\r\n]*+")
    rows: list[list[Cell]] = []
    at = 0
    while at < len(text):
        row: list[Cell] = []
        while True:
            cell = _cell(text, at, unquoted, closed)
            row.append(cell)
            at = cell.end + 1
            if text[cell.end : at] != delimiter:
                break
        rows.append([] if row == [Cell(cell.end, cell.end)] else row)
        at = _match_end(_BREAK, text, cell.end)
    return rows


def _cell(text: str, start: int, unquoted: re.Pattern[str], closed: bool) -> Cell:
    if text[start : start + 1] != '"':
        return Cell(start, _match_end(unquoted, text, start))
    dropped, end = _quotes(text, start, closed)
    return Cell(start, _match_end(unquoted, text, end), dropped)


def _quotes(text: str, start: int, closed: bool) -> tuple[tuple[int, ...], int]:
    """The quotes to drop from the quoted cell at `start`, and where what follows its last quote begins."""
    end = _match_end(_QUOTED, text, start + 1)
    if end == len(text) and closed:
        raise TreeError("the quotes opened here are never closed: close them, or double a quote inside a cell", start)
    doubled = [match.start() for match in late.pattern('""').finditer(text, start + 1, end)]
    return (start, *doubled, end), min(end + 1, len(text))


def _node(source: MappedText, cell: Cell) -> Node:
    place = partial(_mapped, source, cell)
    value = Value(place().text, Scalar.STRING, place)
    if value.text.lstrip().startswith(_OPENS_JSON):
        try:
            documents = parse_json(value.mapped)
        except TreeError:
            return value
        if len(documents) == 1:
            return documents[0][1]
    return value


def _mapped(source: MappedText, cell: Cell) -> MappedText:
    whole = source.cut(cell.start, cell.end)
    return whole.edited([Edit(at - cell.start, at - cell.start + 1) for at in cell.dropped if at < cell.end])


def _match_end(pattern: re.Pattern[str], text: str, at: int) -> int:
    match = pattern.match(text, at)
    return match.end() if match else at
