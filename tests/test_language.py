"""Telling that a text is not in English."""

import json
import time
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from apologint.language import is_english

HERE = Path(__file__).parent
FOREIGN = [tuple(line.split("\t")) for line in (HERE / "foreign.tsv").read_text(encoding="utf-8").splitlines()]
CORPUS = [
    json.loads(line)["text"]
    for file in sorted((HERE / "corpus").glob("*.jsonl"))
    for line in file.read_text(encoding="utf-8").splitlines()
]


@pytest.mark.parametrize(("language", "text"), FOREIGN)
def test_a_reply_in_another_language_is_told(language: str, text: str) -> None:
    assert not is_english(text), language


def test_no_reply_of_the_corpus_is_lost_not_even_a_sentence_of_one() -> None:
    assert len(CORPUS) > 100
    sentences = [sentence for text in CORPUS for sentence in text.replace("\n", " ").split(". ")]
    assert [text for text in CORPUS + sentences if not is_english(text)] == []


@pytest.mark.parametrize(
    "text",
    [
        "",
        "   ",
        "ok",
        "sry!!",
        "Pardon",
        "Es tut uns leid",
        "thx 4 ur msg, sry bout tht, wil chk n get bk 2 u asap",
        "soz lads ur parcel gt lost innit, new 1 goin out 2moro",
        "Sorry José, the crème brûlée at our Zürich café was off. Señora Ibáñez will call you.",
        "Ms Müller from Köln, Mr Øster from Malmö, Mx Łoś from Łódź: sorry.",
        "Order Number, Order Date, Delivery Date, Tracking Number, Total: 4711, 2024-05-01",
        "Hi 王小明, we are sorry that your order 李宁 was late.",
        "𝗪𝗲 𝗮𝗿𝗲 𝘀𝗼𝗿𝗿𝘆 𝘁𝗵𝗮𝘁 𝘆𝗼𝘂𝗿 𝗼𝗿𝗱𝗲𝗿 𝘄𝗮𝘀 𝗹𝗮𝘁𝗲.",
        "😞😞😞 12:30 https://example.com/de/es/la/el/der/und",
        "Options r v s k, sizes k s v o z, colours e o y, rooms a to z",
        "In fine, per se: an die was cast in a war, a man had a hat on, also a van or ten.",
    ],
)
def test_english_that_is_short_sloppy_or_full_of_names_is_kept(text: str) -> None:
    assert is_english(text)


def test_an_english_passage_keeps_a_text_in_two_languages() -> None:
    german = "Es tut uns leid, dass Ihre Bestellung zu spät angekommen ist. "
    chinese = "很抱歉您的订单延误了。我们明天会全额退款。请您放心，我们正在处理这个问题。"
    english = "We are sorry that your order was late, and you will get the full amount back."
    assert is_english(german + english)
    assert is_english(chinese * 3 + english)


def test_a_quoted_phrase_does_not_make_a_reply_foreign_or_english() -> None:
    assert is_english(
        'The sign said "Zutritt für Unbefugte verboten", and we are sorry that nobody told you what it meant.'
    )
    assert not is_english(
        "Der Techniker hat das Schild „Please wait here“ gelesen und nicht verstanden, das tut uns sehr leid."
    )


ENGLISH = "sorry that your order you should have been told".split()
GERMAN = "wir bitten um entschuldigung für die verspätung ihrer lieferung sowie möchten sie nicht schon wieder".split()


@given(st.lists(st.sampled_from(ENGLISH), min_size=2), st.data())
def test_a_third_of_english_words_is_enough_in_any_order(english: list[str], data: st.DataObject) -> None:
    most = 2 * len(english)
    german = data.draw(st.lists(st.sampled_from(GERMAN), max_size=most))
    assert is_english(" ".join(data.draw(st.permutations(english + german))))


@pytest.mark.parametrize("number", [5, 50])
def test_less_than_a_third_is_not(number: int) -> None:
    assert not is_english(" ".join([*ENGLISH[: number // 5], *(GERMAN * 4)[:number]]))


@pytest.mark.parametrize("unit", ["a", "a'", "'", "a1", "@", "//", "é", "_", "語", " a", "\n"])
def test_time_is_linear_in_the_text(unit: str) -> None:
    start = time.perf_counter()
    is_english(unit * 300_000 + "1")
    assert time.perf_counter() - start < 10
