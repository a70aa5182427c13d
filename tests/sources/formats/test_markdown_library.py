"""Markdown files that hold many messages, and those that hold one."""

import time

import pytest

from apologint.model import Kind
from apologint.sources.formats import read_items
from apologint.sources.formats.markdown_library import read as read_library
from apologint.sources.markup import visible
from apologint.sources.text_file import TextFile

LATE = "Hi {{name}},\n\nwe are sorry that your parcel came nine days late. We have paid the postage back."
LOST = "Dear {{name}},\n\nwe lost your parcel, and we are sorry. A new one leaves today."


def read(text, name="replies.md"):
    return list(read_items(TextFile(name, text)))


def ids(text):
    return [(item.id, item.title) for item in read(text)]


def words(item):
    return visible(item.body, item.markup).text.text


def fenced(text, mark="```"):
    return f"{mark}\n{text}\n{mark}"


def quoted(text):
    return "\n".join(f"> {line}".rstrip() for line in text.splitlines())


@pytest.mark.parametrize("wrapped", [str, fenced, quoted], ids=["as it is", "in a fence", "as a quotation"])
@pytest.mark.parametrize("title", ["## {}", "**{}**", "**{}:**", "{}\n-----", "* {}", "### [{}](#top)"])
def test_messages_below_titles_are_messages_of_their_own(title, wrapped):
    names = ("Late parcel", "Lost parcel", "Lost again")
    text = "\n\n".join(f"{title.format(name)}\n\n{wrapped(LATE)}" for name in names)
    items = read(f"# Replies\n\nHow to use these.\n\n{text}\n")
    assert [(item.id, item.title) for item in items] == [
        ("late-parcel", "Late parcel"),
        ("lost-parcel", "Lost parcel"),
        ("lost-again", "Lost again"),
    ]
    assert words(items[0]).split() == LATE.split()


def test_messages_between_rules_have_numbers():
    assert ids(f"{LATE}\n\n---\n\n{LOST}\n\n---\n\n{LATE}\n") == [
        ("message-1", None),
        ("message-2", None),
        ("message-3", None),
    ]
    assert ids(f"{LATE}\n\n---\n\nBo, of Parcels\n") == [(None, None)]


def test_titles_that_come_again_are_told_apart():
    assert [name for name, _ in ids(f"## Late\n\n{LATE}\n\n## Late!\n\n{LOST}\n")] == ["late", "late-2"]


def test_a_title_may_look_like_the_name_of_another():
    text = f"## Late 2\n\n{LATE}\n\n## Late\n\n{LOST}\n\n## Late\n\n{LOST}\n"
    assert [name for name, _ in ids(text)] == ["late-2", "late", "late-3"]


def test_the_one_message_of_a_file_may_stand_in_a_fence():
    (item,) = read(f"# Late parcel\n\nSend this:\n\n{fenced(LATE)}\n")
    assert (item.id, item.title) == (None, "Late parcel")
    assert words(item).split() == LATE.split()


def test_groups_of_messages_are_passed_through():
    text = f"# Replies\n## Parcels\n### Late\n{LATE}\n### Lost\n{LOST}\n## Money\n### Refund\n{LATE}\n"
    assert [name for name, _ in ids(text)] == ["late", "lost", "refund"]


def test_a_subject_line_may_stand_above_the_salutation():
    text = f"## Late\n\n**Subject:** Your parcel\n\n{LATE}\n\n## Lost\n\nSubject: Your parcel\n\n{LOST}\n"
    assert [name for name, _ in ids(text)] == ["late", "lost"]


def test_every_message_has_the_kind_of_its_file():
    items = read(f"---\nkind: apology\n---\n## Late\n\n{LATE}\n\n## Lost\n\n{LOST}\n")
    assert [item.kind for item in items] == [Kind.APOLOGY, Kind.APOLOGY]


def test_words_stand_where_they_stand_in_the_file():
    text = f"# Replies\r\n\r\n## Late\r\n\r\n{quoted(LATE)}\r\n\r\n## Lost\r\n\r\n{fenced(LOST)}\r\n".replace(
        "\n", "\r\n"
    )
    for item in read(text):
        seen = visible(item.body, item.markup).text
        for word in ("sorry", "parcel"):
            start = seen.text.index(word)
            place = seen.in_file(start, start + len(word))
            assert text[place.start : place.end] == word


POST_MORTEM = """# The outage of 3 May

Last Tuesday our service was down for two hours. We are sorry.

## What happened

In short:

- a disk was full, and
- we did not notice!

## What we did

We moved the data, and we will:

1. watch the disks
2. tell you sooner

## Our apology

Thank you! We are sorry that we let you down.
"""
README = """# apologies

A library.

## Install

```
pip install apologies
```

## Use

```python
import apologies
print("Hi Ana, we are sorry.")
```

## Thanks

Thanks to all who helped us!
"""
LETTER = f"# Your parcel\n\n{LATE}\n\n## What we do\n\nWe send a new one today.\n\n## How to reach us\n\nWrite to us.\n"
CHANGELOG = "# Changes\n\n## 2.0\n\n- We fixed a bug, sorry.\n- Thanks!\n\n## 1.0\n\n* First\n\nWe are live.\n"


@pytest.mark.parametrize("text", [POST_MORTEM, README, LETTER, CHANGELOG, LATE, f"# Late\n\n{fenced(LATE)}\n"])
def test_a_file_with_headings_is_not_divided_for_them(text):
    assert [item.id for item in read(text)] == [None]


@pytest.mark.parametrize(
    "mark", ["# a\n", "**a**\n\n", "* a\n\nb\n\n", "---\n\n", "> a\n\n", "```\na\n```\n", f"# a\n{LATE}\n"]
)
def test_a_file_is_divided_in_linear_time(mark):
    began = time.process_time()
    read_library(TextFile("a.md", mark * (50_000 // len(mark))))
    assert time.process_time() - began < 5
