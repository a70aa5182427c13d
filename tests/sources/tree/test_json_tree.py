"""JSON, read into a tree whose strings know where they stand."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from apologint.sources.tree import Listing, Scalar, Table, TreeError, Value
from apologint.sources.tree.json_tree import parse_json
from apologint.text.mapped import MappedText

VALUES = st.recursive(
    st.text() | st.integers() | st.booleans() | st.none() | st.floats(allow_nan=False, allow_infinity=False),
    lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
)


def parse(text):
    ((_, node),) = parse_json(MappedText.of_file(text))
    return node


def plain(node):
    if isinstance(node, Listing):
        return [plain(item) for item in node.items]
    if isinstance(node, Table):
        return {key: plain(item) for key, item in node.entries}
    assert isinstance(node, Value)
    assert node.mapped.text == node.text
    return node.text if node.kind is Scalar.STRING else json.loads(node.text)


def refusal(text):
    with pytest.raises(TreeError) as error:
        parse_json(MappedText.of_file(text))
    return error.value.at, error.value.message


@given(VALUES, st.booleans(), st.sampled_from([None, 2]))
def test_it_reads_what_json_reads(value, ascii_only, indent):
    text = json.dumps(value, ensure_ascii=ascii_only, indent=indent)
    assert plain(parse(text)) == json.loads(text)


def test_a_string_knows_its_place_to_the_escape():
    file = r'{"body": "we \u2019lost\ud83d\ude00\u2019\n it"}'
    value = parse(file).entries[0][1]
    assert value.text == "we ’lost😀’\n it"
    for words, raw in (("lost", "lost"), ("😀", r"\ud83d\ude00"), ("\n", r"\n"), ("it", "it")):
        start = value.text.index(words)
        place = value.mapped.in_file(start, start + len(words))
        assert file[place.start : place.end] == raw


def test_half_a_pair_of_surrogates_is_no_character():
    assert parse(r'"a\ud83db"').text == "a\ufffdb"


def test_comments_and_trailing_commas_are_let_through():
    assert plain(parse('// replies\n{"a": [1, 2,], /* and */ "b": "//x",}')) == {"a": [1, 2], "b": "//x"}


def test_many_documents_come_with_where_they_begin():
    assert [(at, plain(node)) for at, node in parse_json(MappedText.of_file('{"a": 1}\n[2]\n'))] == [
        (0, {"a": 1}),
        (9, [2]),
    ]


@pytest.mark.parametrize(
    ("text", "at", "words"),
    [
        ('{"text": {"Hello"}}', 17, "expected ':' behind the key"),
        ('{"a": 1 "b": 2}', 8, "expected ',' or '}'"),
        ('{"a": hello}', 6, "expected a value, found 'hello}'"),
        ('{"a": "we\nare"}', 6, "not closed on this line"),
        ('{"a": "C:\\dir"}', 9, "is no escape"),
        ('["a",\n["b"', 6, "'[' is never closed: add ']'"),
        ("[" * 100_000, 99_999, "'[' is never closed"),
        ("{1: 2}", 1, "a key in double quotes"),
    ],
)
def test_a_broken_text_is_refused_at_its_place(text, at, words):
    where, message = refusal(text)
    assert where == at
    assert words in message


def test_no_depth_is_too_deep():
    node = parse("[" * 50_000 + "]" * 50_000)
    assert isinstance(node, Listing)
