"""Words as people write them, cut as the parser cuts them."""

import pytest

from apologint.builtin import builtin_rules_dir
from apologint.engine.engine import Engine
from apologint.engine.loader import load_rules
from apologint.engine.packed import pack, unpack
from apologint.engine.wordcutter import WordCutter
from apologint.engine.wordpattern import WordPattern
from apologint.model import Draft

RULES = load_rules([builtin_rules_dir()])
ENGINE = Engine(RULES)


@pytest.mark.parametrize(
    ("item", "parts"),
    [
        ("don't", ["do", "n't"]),
        ("couldn't've", ["could", "n't", "'ve"]),
        ("=don't", ["=do", "=n't"]),
        ("n't", ["n't"]),
        ("'ve", ["'ve"]),
        ("£12", ["£", "12"]),
        ("12%", ["12", "%"]),
        ("(sorry.)", ["(", "sorry", ".", ")"]),
        ("=no.", ["=no."]),
        ("o'clock", ["o'clock"]),
        ("mix-up", ["mix-up"]),
        ("24/7", ["24/7"]),
        ("…", ["…"]),
        ("@NOUN", ["@NOUN"]),
        ("*", ["*"]),
    ],
)
def test_what_is_cut(item: str, parts: list[str]) -> None:
    assert WordCutter(["n't", "'ve"])(item) == parts


def found(pattern: WordPattern, text: str) -> list[str]:
    parsed = ENGINE.parse(Draft(text))
    spans = [(row, *span) for row in parsed.words for span in pattern.find(row)]
    return [parsed.text(row[start].start, row[end - 1].end) for row, start, end in spans]


@pytest.mark.parametrize(
    ("source", "text"),
    [
        ("don't know", "We don't know."),
        ("don’t know", "We don't know."),
        ("don't know", "We don’t know."),
        ("(can't|won't) do", "We can't do it, and they won't do it."),
        ("you've told", "You've told us."),
        ("everyone's fault", "It is everyone's fault."),
        ("£12", "Here is £12."),
        ("12% off", "You get 12% off."),
        ("have a bike.", "You have a bike."),
        ("at 5 p.m. sharp", "Come at 5 p.m. sharp."),
        ("o'clock", "At five o'clock."),
    ],
)
def test_words_that_the_parser_cuts_are_found_as_they_are_written(source: str, text: str) -> None:
    assert found(RULES.lexicon.notation.pattern(source), text)


def test_so_they_are_by_rules_that_were_kept() -> None:
    assert found(unpack(pack(RULES)).lexicon.notation.pattern("don't know"), "We don't know.") == ["don't know"]
