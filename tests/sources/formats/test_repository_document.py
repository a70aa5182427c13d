"""Documents of a repository, and messages that look a little like them."""

import pytest

from apologint.model import Skipped
from apologint.sources.formats import read_items
from apologint.sources.item import Item
from apologint.sources.text_file import TextFile

LETTER = "Dear Ana,\n\nwe lost your parcel, and we are sorry. A new one leaves today.\n"
MANUAL = """# Sending parcels

The program takes a list of parcels and prints a label for each. Call `labels --all` for all of them, or `labels -n 3`
for three. Set `labels.paper` to `A5` for small paper.
"""
LICENCE = "Permission is granted to any person to use the software, provided that the notice stays in all copies. " * 9
CONDUCT = (
    "# Conduct\n\n## Scope\n\nIt holds everywhere.\n\n## Reports\n\n"
    + "Write to us. "
    + "Tell them who was harmed by another person. " * 20
)


def read(text, name="late.md"):
    (found,) = read_items(TextFile(name, text))
    return found


@pytest.mark.parametrize("name", ["late.md", "late.txt", "docs/late.markdown"])
@pytest.mark.parametrize("text", [MANUAL, LICENCE, CONDUCT], ids=["code", "never says we", "headings, seldom says we"])
def test_a_document_is_told_by_its_words_and_code(text, name):
    found = read(text, name)
    assert isinstance(found, Skipped)
    assert found.reason.startswith("documentation, not a message")


@pytest.mark.parametrize("name", ["NEWS.md", "docs/CHANGELOG.txt", "LICENSE.md", "code_of_conduct.md"])
def test_documents_that_every_repository_has_are_known_by_name(name):
    assert isinstance(read(LETTER, name), Skipped)


@pytest.mark.parametrize(
    "text",
    [
        LETTER,
        "Your order was lost. A new one was sent.",
        f"# Your parcel\n\n{LETTER}\n\n## What is next\n\nYou get a new one.\n\n## Why\n\n{'We lost it. ' * 50}",
        f"{LETTER}\n\nThe code is `A1`.",
        LETTER + "The parcel was left in the wrong van. " * 10,
    ],
)
def test_a_message_is_none(text):
    assert isinstance(read(text), Item)


def test_a_file_that_says_what_it_is_is_believed():
    assert isinstance(read(f"---\nkind: apology\n---\n{MANUAL}", "NEWS.md"), Item)


def test_a_library_may_be_called_so():
    found = list(read_items(TextFile("CHANGES.md", f"# Replies\n\n## Late\n\n{LETTER}\n\n## Lost\n\n{LETTER}\n")))
    assert [item.id for item in found] == ["late", "lost"]
