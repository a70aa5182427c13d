"""YAML, read into a tree whose strings know where they stand, in every style of writing them."""

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from apologint.sources.tree import Listing, Scalar, Table, TreeError
from apologint.sources.tree.yaml_tree import parse_yaml
from apologint.text.mapped import MappedText

WORDS = st.text(st.sampled_from("ab é😀 \n'\":#-\t>|%&*!\\")) | st.text()


def parse(text):
    (document,) = parse_yaml(MappedText.of_file(text))
    return document


def values(text):
    return dict(parse(text).entries)


def raw_of(text, key, words):
    """What stands in the file where `words` of the value under `key` are."""
    value = values(text)[key]
    start = value.text.index(words)
    place = value.mapped.in_file(start, start + len(words))
    return text[place.start : place.end]


@given(st.lists(WORDS), st.sampled_from([None, '"', "'", "|", ">"]), st.booleans(), st.integers(5, 80))
def test_it_reads_what_yaml_reads_and_finds_its_place(texts, style, unicode, width):
    file = yaml.safe_dump({"a": {"b": texts}}, default_style=style, allow_unicode=unicode, width=width)
    items = parse(file).entries[0][1].entries[0][1].items
    assert [item.text for item in items] == yaml.safe_load(file)["a"]["b"]
    for item in items:
        assert item.mapped.text == item.text
        for stretch in item.mapped.stretches:
            if stretch.verbatim:
                assert file[stretch.at : stretch.until] == item.text[stretch.start : stretch.end]


@pytest.mark.parametrize(
    ("file", "words", "raw"),
    [
        ("a: we lost\n   it 😀\n", "lost it", "lost\n   it"),
        ("a: 'we''re\n\n  late'\n", "'re", "''re"),
        ('a: "we \\u2019lost\\\n   it\\x21"\n', "lostit!", "lost\\\n   it\\x21"),
        ('a: "one\n\n\n  two"\n', "one\n\ntwo", "one\n\n\n  two"),
        ("a: |\n  we\r\n  lost\r\n   it\r\nb: 1\n", "lost\n it", "lost\r\n   it"),
        ("a: |2-\n    we\n   lost\n\n# not this\nb: 1\n", "we\n lost", "we\n   lost"),
        ("a: >\n  we\n  lost\n\n  it\n    more\n  end\n", "lost\nit\n  more\nend", "lost\n\n  it\n    more\n  end"),
        ("a: >-\n  we\n  lost\n", "we lost", "we\n  lost"),
        ("a: &x !!str |\n  we lost\n", "lost", "lost"),
        ("x: [1]\na: |+\n\n  we\n\n\n", "\nwe\n\n\n", "\n  we\n\n\n"),
    ],
)
def test_a_value_knows_its_place_in_its_style(file, words, raw):
    assert raw_of(file, "a", words) == raw


def test_an_alias_is_the_node_it_names():
    tree = values("a: &late We are late.\nb: *late\n")
    assert tree["a"] is tree["b"]


def test_a_node_can_hold_itself():
    (node,) = parse("a: &x\n  - *x\n").entries[0][1].items
    assert isinstance(node, Listing)
    assert node.items == [node]


def test_documents_are_told_apart():
    first, second = parse_yaml(MappedText.of_file("a: 1\n---\n- b\n"))
    assert isinstance(first, Table)
    assert isinstance(second, Listing)


def test_only_strings_are_strings():
    kinds = {key: value.kind for key, value in values("a: no\nb: 1.5\nc: ~\nd: 'no'\ne: we\nf: !!str 1\n").items()}
    assert kinds == {
        "a": Scalar.BOOL,
        "b": Scalar.NUMBER,
        "c": Scalar.NULL,
        "d": Scalar.STRING,
        "e": Scalar.STRING,
        "f": Scalar.STRING,
    }


@pytest.mark.parametrize(
    ("text", "at"),
    [("a: [1\nb: 2\n", 7), ('a: "we\n', 7), ("a: 1\n b: 2\n", 7), ("a: *x\n", 3), ("a: \x07\n", 3)],
)
def test_a_broken_text_is_refused_at_its_place(text, at):
    with pytest.raises(TreeError) as error:
        parse_yaml(MappedText.of_file(text))
    assert error.value.at == at


@pytest.mark.parametrize("opening", ["[", "{a: ", "- "])
def test_what_is_nested_too_deep_is_refused_before_it_takes_long(opening):
    with pytest.raises(TreeError, match="nested more than 500 deep: make it flatter"):
        parse_yaml(MappedText.of_file(opening * 100_000))
