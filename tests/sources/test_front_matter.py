"""The YAML between two `---` lines at the top of a draft."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from apologint.model import Fault, Kind
from apologint.sources import SourceError
from apologint.sources.front_matter import FrontMatter, read_front_matter


def read(text: str) -> FrontMatter | None:
    return read_front_matter(text, "reply.md")


def refusal(text: str) -> str:
    with pytest.raises(SourceError) as error:
        read(text)
    return str(error.value)


def test_it_says_kind_fault_and_title() -> None:
    text = "---\nkind: follow-up\nfault: not-ours\ntitle: 'Late: parcel'\n---\nHello"
    assert read(text) == FrontMatter(text.index("Hello"), Kind.FOLLOW_UP, Fault.NOT_OURS, "Late: parcel")


@pytest.mark.parametrize("ends", ["\n", "\r\n", "\r"])
def test_any_line_ends_will_do(ends: str) -> None:
    text = ends.join(["---", "title: Late", "---", "Hello"])
    assert read(text) == FrontMatter(text.index("Hello"), title="Late")


def test_other_keys_are_let_pass() -> None:
    text = "---\ntags: [a, b]\ndate: 2024-02-31\nowner: {name: Jane}\n? [odd]\n: key\n---\n"
    assert read(text) == FrontMatter(len(text))


@pytest.mark.parametrize("value", ["auto", "", "''"])
def test_kind_may_be_left_open(value: str) -> None:
    front = read(f"---\nkind: {value}\n---\nHello")
    assert front is not None
    assert front.kind is None


@pytest.mark.parametrize(
    "text",
    [
        "Hello\n---\nkind: apology\n---\n",
        "---",
        "---\n",
        "---\n---\nHello",
        "---\nWe are sorry.\n---\nThe team",
        "---\nDear Jane: we are sorry, and that's that.\n---\n",
        "---\nSubject: Re: your order\n\nDear Jane,\n\nwe are sorry.\n---\nThe team",
        "--- begin ---\nkind: apology\n---\n",
        '---\nWe lost it: "sorry.\n\nYours\n---\n',
        "---\nnever closed, and no front matter",
        "-----Original Message-----\nFrom: Jane\n---\n",
    ],
)
def test_a_rule_across_a_message_is_no_front_matter(text: str) -> None:
    assert read(text) is None


@pytest.mark.parametrize(
    ("text", "complaint"),
    [
        ("---\nkind: [apology\n---\nHello", "reply.md:3: broken front matter: "),
        ("---\ntitle: Re: your order\n---\nHello", "reply.md:2: broken front matter: mapping values are not allowed"),
        ("---\ntitle: a\n\tkind: b\n---\nHello", "reply.md:3: broken front matter: "),
        ("---\nkind: apolgy\n---\nHello", "reply.md:2: kind 'apolgy' is unknown: did you mean 'apology'?"),
        (
            "---\ntitle: a\nfault: nobody\n---\n",
            "reply.md:3: fault 'nobody' is unknown: use one of ours, shared, not-ours",
        ),
        ("---\ntitle: [a, b]\n---\n", "reply.md:2: title in the front matter is a list or mapping: write one value"),
        ("---\nkind: apology\n\nHello", "reply.md:1: the front matter is not closed: end it with a line '---'"),
        ("---\nkind: " + "[" * 5000 + "\n---\n", "reply.md:1: broken front matter: it is not YAML"),
        ("---\nkind: " + "x" * 60_000 + "\n---\n", "reply.md:1: the front matter is longer than 50000 characters"),
    ],
)
def test_what_is_broken_is_refused_with_its_line(text: str, complaint: str) -> None:
    assert refusal(text).startswith(complaint)


@given(st.text(alphabet="ab: -[]{}'\"#&*!|>%@`\n\t\r\x07é"))
def test_no_block_breaks_it_in_another_way(block: str) -> None:
    text = f"---\n{block}\n---\nHello"
    try:
        front = read(text)
    except SourceError as error:
        assert error.error.line
    else:
        assert front is None or text[front.end - 1] in "\r\n"
