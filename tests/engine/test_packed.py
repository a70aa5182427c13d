"""A packed rule set says and does what the rule files do."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from apologint.builtin import builtin_rules_dir
from apologint.engine.engine import Engine
from apologint.engine.loader import load_rules
from apologint.engine.packed import pack, unpack
from apologint.model import Draft
from tests.small import SMALL_RULES


def test_says_all_that_the_rule_files_say() -> None:
    rules = load_rules([builtin_rules_dir()])
    read = unpack(pack(rules))
    assert read == rules
    assert [rule.conditions() for rule in read.rules.values()] == [rule.conditions() for rule in rules.rules.values()]


def test_has_all_words() -> None:
    names = {"third": {"names": ["Parcel's Best"]}}
    packed = load_rules([builtin_rules_dir()], {"remedy": ["gift card"]}, names).lexicon
    read = unpack(pack(load_rules([builtin_rules_dir()], {"remedy": ["gift card"]}, names))).lexicon
    for field in ("words", "synonyms", "people", "lists", "maps", "name_patterns"):
        assert getattr(read, field) == getattr(packed, field)
    assert read.lookups.stands_for == packed.lookups.stands_for
    for name, act in packed.acts.items():
        same = read.acts[name]
        assert (same.verbs, same.nouns, same.adjectives) == (act.verbs, act.nouns, act.adjectives)
        assert (same.manner is None, same.manner_words) == (act.manner is None, act.manner_words)


def test_makes_the_same_engine(small_engine: Engine) -> None:
    draft = Draft("Dear Ann,\n\nWe are sorry if you were upset, but we will refund you today.")
    assert Engine(unpack(pack(load_rules([SMALL_RULES])))).analyse(draft) == small_engine.analyse(draft)


def _framed(value: object) -> bytes:
    """Bytes that are well formed, and hold something else than rules."""
    head = json.dumps([value]).encode()
    return len(head).to_bytes(8, "big") + head


@given(st.binary() | st.recursive(st.integers() | st.text(), st.lists, max_leaves=4).map(_framed))
def test_anything_else_is_refused_in_one_way(data: bytes) -> None:
    with pytest.raises(ValueError):
        unpack(data)
