"""Files of libraries: which are taken for what, what is said of broken ones, and where their words stand."""

import csv
import io
import json

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from apologint.source_errors import SourceError
from tests.sources.library import LATE, assert_in_place, bodies, drafts, items

TEXTS = st.lists(
    st.text(
        st.sampled_from("ab é😀 \n\r\t'\"\\,;:#-|>&<%{}[]") | st.characters(codec="utf-8", exclude_characters="\0")
    ),
    min_size=1,
    max_size=3,
).map(lambda texts: [f"{LATE} {text}" for text in texts])


def library(texts):
    return {"macros": [{"title": "Late", "body": text} for text in texts]}


@given(TEXTS, st.booleans())
def test_each_word_of_json_stands_in_its_place(texts, ascii_only):
    file = json.dumps(library(texts), ensure_ascii=ascii_only)
    found = drafts("x.json", file)
    assert len(found) == len(texts)
    for draft in found:
        assert_in_place(draft, file)


@given(TEXTS, st.sampled_from([None, '"', "'", "|", ">"]), st.booleans(), st.integers(20, 200))
def test_each_word_of_yaml_stands_in_its_place(texts, style, unicode, width):
    file = yaml.safe_dump(library(texts), default_style=style, allow_unicode=unicode, width=width)
    found = drafts("x.yaml", file)
    assert len(found) == len(texts)
    for draft in found:
        assert_in_place(draft, file)


@given(TEXTS, st.sampled_from(",;\t"))
def test_each_word_of_csv_stands_in_its_place(texts, delimiter):
    out = io.StringIO()
    csv.writer(out, delimiter=delimiter).writerows([["title", "body"], *(["Late", text] for text in texts)])
    file = out.getvalue()
    found = drafts("x.csv" if delimiter != "\t" else "x.tsv", file)
    assert len(found) == len(texts)
    for draft in found:
        assert_in_place(draft, file)


@given(TEXTS)
def test_each_word_of_json_in_a_cell_stands_in_its_place(texts):
    out = io.StringIO()
    actions = ([{"field": "comment_value", "value": text}] for text in texts)
    csv.writer(out).writerows([["title", "actions"], *(["Late", json.dumps(action)] for action in actions)])
    file = out.getvalue()
    found = drafts("x.csv", file)
    assert len(found) == len(texts)
    for draft in found:
        assert_in_place(draft, file)


@pytest.mark.parametrize(
    ("name", "text", "complaint"),
    [
        ("x.json", '{\n  "text": {"Hello"}\n}', "x.json:2: broken JSON: expected ':' behind the key"),
        (
            "x.txt",
            '{"title": "Late", "body": "We are sorry."',
            "x.txt:1: broken JSON: '{' is never closed: add '}' (column 1)",
        ),
        ("x.yaml", "a: 1\n b: 2\n", "x.yaml:2: broken YAML: mapping values are not allowed"),
        ("x.csv", 'a,b\n1,"we\n', "x.csv:2: broken CSV: the quotes opened here are never closed"),
        ("x.po", 'msgid "a"\nmsgstr we\n', "x.po:2: broken catalogue: expected msgid or msgstr"),
    ],
)
def test_a_broken_file_is_refused_with_line_and_column(name, text, complaint):
    with pytest.raises(SourceError) as error:
        items(name, text)
    assert str(error.value).startswith(complaint)
    assert "(column " in str(error.value)


@pytest.mark.parametrize("text", ["[Name], we are sorry.", "{{ name }}, we are sorry.", "{% if x %}Hi{% endif %}"])
def test_a_message_that_opens_with_a_bracket_is_no_json(text):
    assert bodies("x.txt", text) == [text]


def test_json_is_told_by_what_it_holds():
    assert bodies("x.txt", {"title": "Late", "body": LATE}) == [LATE]


@pytest.mark.parametrize(
    ("name", "text"),
    [("x.json", '{"a": {{ value }}}'), ("x.yaml", "{% if on %}\na: [\n{% endif %}\n"), ("x.yml", "a: {{- b }}\n")],
)
def test_a_template_that_makes_a_settings_file_is_nothing(name, text):
    assert items(name, text) == []
