"""CSV, read into rows whose cells know where they stand."""

import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from apologint.sources.tree import Listing, TreeError, Value
from apologint.sources.tree.csv_tree import parse_csv, sniff, split_csv
from apologint.text.mapped import MappedText


def cells(text, delimiter=","):
    drop = {at for row in split_csv(text, delimiter, closed=False) for cell in row for at in cell.dropped}
    return [
        ["".join(text[at] for at in range(cell.start, cell.end) if at not in drop) for cell in row]
        for row in split_csv(text, delimiter, closed=False)
    ]


@given(st.text(st.sampled_from('ab,";\n\r\t |é'), max_size=60), st.sampled_from(",;\t|"))
def test_it_reads_what_csv_reads(text, delimiter):
    assert cells(text, delimiter) == list(csv.reader(io.StringIO(text, newline=""), delimiter=delimiter))


@given(st.lists(st.lists(st.text(st.characters(codec="utf-8", exclude_characters="\0")), min_size=2, max_size=2)))
def test_what_csv_writes_is_found_in_its_place(rows):
    out = io.StringIO()
    csv.writer(out).writerows([["title", "body"], *rows])
    file = out.getvalue()
    found = parse_csv(MappedText.of_file(file), ",")
    assert len(found.items) == sum(1 for row in rows if any(row))
    for item, row in zip(found.items, [row for row in rows if any(row)], strict=True):
        for (_, value), text in zip(item.entries, row, strict=True):
            if isinstance(value, Value):
                assert value.text == value.mapped.text == text


def test_a_cell_knows_its_place_and_its_row():
    file = 'title,body\r\n\r\nLate,"We ""lost""\r\nit"\r\n'
    rows = parse_csv(MappedText.of_file(file))
    assert rows.names == ["row 3"]
    body = rows.items[0].entries[1][1]
    assert body.text == 'We "lost"\r\nit'
    start = body.text.index("lost")
    place = body.mapped.in_file(start, start + 4)
    assert file[place.start : place.end] == "lost"


def test_a_cell_of_json_is_what_that_says_in_its_place():
    file = 'title,actions\nLate,"[{""value"": ""we \\n lost""}]"\n'
    cell = parse_csv(MappedText.of_file(file)).items[0].entries[1][1]
    assert isinstance(cell, Listing)
    value = cell.items[0].entries[0][1]
    assert value.text == "we \n lost"
    place = value.mapped.in_file(5, 9)
    assert file[place.start : place.end] == "lost"


def test_a_cell_that_only_looks_like_json_is_text():
    cell = parse_csv(MappedText.of_file("a,b\n[Name],x\n"), ",").items[0].entries[0][1]
    assert isinstance(cell, Value)
    assert cell.text == "[Name]"


@pytest.mark.parametrize(
    ("text", "delimiter"),
    [
        ('title;body\nLate;"We are sorry, truly, we are."\n', ";"),
        ("title\tbody\nLate\tWe are sorry, truly.\nLost\tYes\n", "\t"),
        ("title,body\nLate,We are sorry; we are.\n", ","),
        ("body\nsorry\n", ","),
    ],
)
def test_the_delimiter_is_the_one_that_gives_even_rows(text, delimiter):
    assert sniff(text) == delimiter


def test_quotes_that_are_never_closed_are_refused_where_they_open():
    with pytest.raises(TreeError) as error:
        parse_csv(MappedText.of_file('a,b\n1,"we are\n2,3\n'))
    assert error.value.at == 6
