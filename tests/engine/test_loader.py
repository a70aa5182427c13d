"""What a rule file may hold; what else it holds is refused by file and line, with what was expected."""

import re
from pathlib import Path

import pytest

from apologint.engine.loader import load_rules
from apologint.engine.rules import RuleError, RuleKind, UnknownWordListError
from apologint.model import Kind, Quality, Severity, Step

RULE = """step: empathy
rules:
  - id: shrugs
    kind: problem
    severity: info
    what: "Shrugs."
    message: "'{words}' shrugs."
    suggestion: "Leave it out."
    why: "It hurts."
    when:
      - words: "oh well"
    examples:
      bad: ["Oh well."]
      good: ["Well done."]
"""
HEADS = """words:
  remedy: [refund, voucher]
acts:
  fault: {verbs: [lose]}
"""


def load(folder: Path, **files: str):
    for name, text in files.items():
        (folder / f"{name}.yaml").write_text(text, encoding="utf-8")
    return load_rules([folder])


def refusal(folder: Path, **files: str) -> str:
    """What a rule file is refused with, its folder left out."""
    with pytest.raises(RuleError) as refused:
        load(folder, **files)
    return str(refused.value).replace(f"{folder}/", "")


def test_a_problem(tmp_path: Path) -> None:
    rule = load(tmp_path, rules=RULE).rules["shrugs"]
    assert (rule.kind, rule.step, rule.severity) == (RuleKind.PROBLEM, Step.EMPATHY, Severity.INFO)
    assert (rule.path, rule.line, rule.when[0].line) == (tmp_path / "rules.yaml", 3, 11)
    assert (rule.bad, rule.good) == (("Oh well.",), ("Well done.",))


def test_a_message_may_speak_of_a_placeholder(tmp_path: Path) -> None:
    told = load(tmp_path, rules=changed("{words}", "{{name}} {object}")).rules["shrugs"].message
    assert told == "'{{name}} {object}' shrugs."


def test_a_credit_a_signal_and_an_absence(tmp_path: Path) -> None:
    loaded = load(
        tmp_path,
        rules="""rules:
  - {id: repairs, kind: credit, quality: met, step: solution, what: a, when: [{words: b}],
     examples: {bad: [c], good: [d]}}
  - {id: sorry, kind: signal, votes: apology, points: 2, what: a, when: [{words: b}], examples: {bad: [c], good: [d]}}
  - {id: lacks, kind: absence, severity: warning, step: solution, what: a, message: b, suggestion: c, why: d,
     lacks: [{rule: repairs}], examples: {bad: [c], good: [d]}}
""",
    )
    assert loaded.rules["repairs"].quality is Quality.MET
    assert (loaded.rules["sorry"].votes, loaded.rules["sorry"].points) == (Kind.APOLOGY, 2.0)
    assert [pattern.sort for pattern in loaded.rules["lacks"].when] == ["rule"]
    assert [rule.id for rule in loaded.of_kind(RuleKind.ABSENCE)] == ["lacks"]


def test_points_that_are_no_number(tmp_path: Path) -> None:
    rules = """rules:
  - {id: sorry, kind: signal, votes: apology, points: many, what: a, when: [{words: b}],
     examples: {bad: [c], good: [d]}}
"""
    assert refusal(tmp_path, rules=rules) == "rules.yaml:2: 'points' in the rule 'sorry' should be a number"


def test_a_second_folder_adds_to_lists_acts_and_grammar(tmp_path: Path) -> None:
    for name, text in (
        ("a", "words: {remedy: [Refund]}\nacts: {fault: {verbs: [lose]}}\ngrammar: {negators: [not]}"),
        ("b", "words: {remedy: [voucher]}\nacts: {fault: {verbs: [break]}}\ngrammar: {negators: [never]}"),
    ):
        (tmp_path / name).mkdir()
        (tmp_path / name / "words.yml").write_text(text, encoding="utf-8")
    lexicon = load_rules([tmp_path / "a", tmp_path / "b"], extra_words={"remedy": ["Gift Card"]}).lexicon
    assert lexicon.words["remedy"] == ["refund", "voucher", "gift card"]
    assert set(lexicon.acts["fault"].verbs) == {"lose", "break"}
    assert lexicon.list("negators") == {"not", "never"}


def test_a_list_takes_in_another(tmp_path: Path) -> None:
    loaded = load(tmp_path, words="words: {a: [one, $b], b: [two]}\ngrammar: {negators: [$a]}")
    assert loaded.lexicon.words["a"] == ["one", "two"]
    assert loaded.lexicon.list("negators") == {"one", "two"}


def test_synonyms_of_all_folders(tmp_path: Path) -> None:
    for name, text in (
        ("a", "synonyms: {voucher: [Coupon]}"),
        ("b", "synonyms: {voucher: [cash-back], treat: [coupon]}"),
    ):
        (tmp_path / name).mkdir()
        (tmp_path / name / "words.yaml").write_text(text, encoding="utf-8")
    lexicon = load_rules([tmp_path / "a", tmp_path / "b"]).lexicon
    assert lexicon.with_synonyms(frozenset(("voucher", "late"))) == {"voucher", "coupon", "cash-back", "late"}
    assert lexicon.lookups.stands_for == {"coupon": {"voucher", "treat"}, "cash-back": {"voucher"}}


def test_bare_yes_and_no_are_words(tmp_path: Path) -> None:
    assert load(tmp_path, words="words: {answer: [yes, no, off]}").lexicon.words["answer"] == ["yes", "no", "off"]


def test_words_for_a_list_that_is_not_there(tmp_path: Path) -> None:
    load(tmp_path, words=HEADS)
    with pytest.raises(UnknownWordListError, match="unknown word list 'remedies'") as refused:
        load_rules([tmp_path], extra_words={"remedies": ["x"]})
    assert refused.value.known == ("remedy",)


def changed(old: str, new: str) -> str:
    assert old in RULE
    return RULE.replace(old, new)


WHEN = '- words: "oh well"'


@pytest.mark.parametrize(
    ("rules", "complaint"),
    [
        (changed("- id: shrugs", "- id: Shrugs"), "rules.yaml:3: the id 'Shrugs' should be lower-case letters and "),
        (changed("- id: shrugs", "- id: shrugs off"), "rules.yaml:3: the id 'shrugs off' should be lower-case "),
        (changed("- id: shrugs", "- id: a,b"), "rules.yaml:3: the id 'a,b' should be lower-case letters and digits "),
        (changed("- id: shrugs", "- id: shrugs-"), "rules.yaml:3: the id 'shrugs-' should be lower-case letters and "),
        (changed("- id: shrugs", "- id: ''"), "rules.yaml:3: the id '' should be lower-case letters and digits "),
        (changed("- id: shrugs", "- id: all"), "rules.yaml:3: the id 'all' has a meaning of its own; choose another"),
        (changed("- id: shrugs", "- id: follow-up"), "rules.yaml:3: the id 'follow-up' has a meaning of its own; "),
        (
            changed("{words}", "{thing}"),
            "rules.yaml:7: 'message' of the rule 'shrugs': '{thing}' is no slot; expected one of {words}, {doer}, ",
        ),
        (changed("{words}", "{words"), "rules.yaml:7: 'message' of the rule 'shrugs': '{words' is no slot; expected"),
        (changed("{words}", "words}"), "rules.yaml:7: 'message' of the rule 'shrugs': '}' is no slot; expected"),
        (changed("why:", "wy:"), "rules.yaml:9: unknown key 'wy' in a rule; expected 'why'"),
        (f"rule: []\n{RULE}", "rules.yaml:1: unknown key 'rule' in a rule file; expected 'rules'"),
        (changed("kind: problem", "kind: probem"), "rules.yaml:4: kind 'probem' is unknown; expected 'problem'"),
        (changed("info", "infos"), "rules.yaml:5: 'severity' of the rule 'shrugs' 'infos' is unknown; expected 'info'"),
        (
            changed("    severity: info\n", ""),
            "rules.yaml:3: the rule 'shrugs' needs 'severity:'; expected one of error, warning, info",
        ),
        (
            changed("step: empathy", "step: empaty"),
            "rules.yaml:3: 'step' of the rule 'shrugs' 'empaty' is unknown; expected 'empathy'",
        ),
        (
            changed("severity: info", "severity: info\n    quality: met"),
            "rules.yaml:6: a rule of kind 'problem' takes no 'quality'",
        ),
        (changed('    why: "It hurts."\n', ""), "rules.yaml:3: the rule 'shrugs' needs 'why:'"),
        (changed('"It hurts."', "3"), "rules.yaml:9: 'why' in the rule 'shrugs' should be a text"),
        (
            changed('      bad: ["Oh well."]\n', ""),
            "rules.yaml:13: the examples of the rule 'shrugs' need at least one under 'bad:'",
        ),
        (
            RULE[: RULE.index("    examples")],
            "rules.yaml:3: the rule 'shrugs' needs 'examples:' with 'bad:' and 'good:'",
        ),
        (
            changed('["Well done."]', "[2]"),
            "rules.yaml:14: the good examples of the rule 'shrugs': '2' should be a text; put it in ",
        ),
        (
            changed(f"    when:\n      {WHEN}\n", ""),
            "rules.yaml:3: the rule 'shrugs' needs 'when:' with at least one pattern",
        ),
        (changed(WHEN, "words: x"), "rules.yaml:10: 'when' should be a list of patterns, each behind a dash"),
        (changed(WHEN, "- oh well"), "rules.yaml:11: a pattern should be a mapping such as 'words: ...'"),
        (changed(WHEN, "- {wordz: a}"), "rules.yaml:11: unknown key 'wordz' in a pattern; expected 'words'"),
        (changed(WHEN, "- {words: a, rule: b}"), "rules.yaml:11: a pattern needs exactly one of clause, words, "),
        (changed(WHEN, "- words: $remedies"), "rules.yaml:11: unknown word list '$remedies'; expected 'remedy'"),
        (changed(WHEN, "- words: 3"), "rules.yaml:11: a word pattern should be a text; put it in quotes"),
        (
            changed(WHEN, "- words: @NOUN late"),
            "rules.yaml:11: is not valid YAML: found character that cannot start any token; put the",
        ),
        (
            changed(WHEN, "- words: * late"),
            "rules.yaml:11: is not valid YAML: did not find expected alphabetic or numeric character; put",
        ),
        (
            changed(WHEN, "- words: late: again"),
            "rules.yaml:11: is not valid YAML: mapping values are not allowed in this context; put",
        ),
        (
            changed(WHEN, "- words: a\n\t  tag: b"),
            "rules.yaml:12: is not valid YAML: found a tab character that violates indentation; indent with ",
        ),
        (
            changed("    kind: problem\n", ""),
            "rules.yaml:3: the rule 'shrugs' needs 'kind:'; expected one of problem, credit",
        ),
        (
            changed("step: empathy\n", ""),
            "rules.yaml:2: the rule 'shrugs' needs 'step:'; expected one of acknowledge, emp",
        ),
        (
            changed("info", "[info]"),
            "rules.yaml:5: 'severity' of the rule 'shrugs' should be a single word; expected one of error, ",
        ),
        (changed(WHEN, "- words: $nope"), "rules.yaml:11: unknown word list '$nope'; expected one of remedy"),
        (changed(WHEN, "- words: (a"), "rules.yaml:11: a '(' is not closed"),
        (
            changed(WHEN, "- clause: {doer: we, akt: fault}"),
            "rules.yaml:11: unknown key 'akt' in a clause pattern; expected 'act'",
        ),
        (changed(WHEN, "- clause: {doer: uss}"), "rules.yaml:11: doer 'uss' is unknown; expected 'us'"),
        (
            changed(WHEN, "- clause: {act: [fault, fold]}"),
            "rules.yaml:11: act 'fold' is unknown; expected one of fault",
        ),
        (changed(WHEN, "- clause: {passive: 1}"), "rules.yaml:11: 'passive' should be true or false"),
        (changed(WHEN, "- clause: {under: {doer: uss}}"), "rules.yaml:11: doer 'uss' is unknown; expected 'us'"),
        (changed(WHEN, "- clause: {has: $x}"), "rules.yaml:11: unknown word list '$x'; expected one of remedy"),
        (
            changed(WHEN, "- clause: fault"),
            "rules.yaml:11: a clause pattern should be a mapping such as {doer: us, act: fault}",
        ),
        (changed(WHEN, "- rule: shrug"), "rules.yaml:11: the rule 'shrug' is unknown; expected 'shrugs'"),
        (
            changed(WHEN, "- {words: a, and: [{rule: shrug}]}"),
            "rules.yaml:11: the rule 'shrug' is unknown; expected 'shrugs'",
        ),
        (changed(WHEN, "- step: empaty"), "rules.yaml:11: step 'empaty' is unknown; expected 'empathy'"),
        (
            changed(WHEN, "- placeholder: some"),
            "rules.yaml:11: placeholder 'some' is unknown; expected one of fill-in, merge, can-be-empty, any",
        ),
        (
            changed(WHEN, "- {placeholder: any, says: [$remdy]}"),
            "rules.yaml:11: unknown word list '$remdy'; expected 'remedy'",
        ),
        (
            changed(WHEN, "- {placeholder: any, says: [follow-up]}"),
            "rules.yaml:11: 'says' takes words of letters and blanks, not 'follow-up'",
        ),
        (changed(WHEN, "- {placeholder: any, says: fee}"), "rules.yaml:11: 'says' should be a list of texts"),
        (changed(WHEN, "- {words: a, says: [fee]}"), "rules.yaml:11: only a pattern 'placeholder: ...' takes 'says'"),
        (changed(WHEN, "- tokens: {LOWER: a}"), "rules.yaml:11: should be a list of token patterns"),
        (
            changed(WHEN, "- tokens: [{LOWER: a}, {OP: '*'}]"),
            "rules.yaml:11: a token that is any word takes no OP '*'; ",
        ),
        (changed(WHEN, "- tokens: [{OP: '{0,40}'}]"), "rules.yaml:11: a token that is any word takes no OP '{0,40}'; "),
        (changed(WHEN, "- {words: a, where: nar}"), "rules.yaml:11: where 'nar' is unknown; expected 'near'"),
        (changed(WHEN, "- {words: a, place: [body, ed]}"), "rules.yaml:11: place 'ed' is unknown; expected"),
        (changed(WHEN, "- {words: a, mode: drft}"), "rules.yaml:11: mode 'drft' is unknown; expected 'draft'"),
        (changed(WHEN, "- {words: a, at_least: 0}"), "rules.yaml:11: 'at_least' should be a whole number from 1"),
        (changed(WHEN, "- {words: a, first: 1}"), "rules.yaml:11: 'first' should be true or false"),
        (changed(WHEN, "- {words: a, tag: 1}"), "rules.yaml:11: 'tag' should be a word"),
        (
            f"{RULE}    yields_to: [shrug]\n",
            "rules.yaml:3: the rule that 'shrugs' yields to 'shrug' is unknown; expected 'shrugs'",
        ),
        (
            f"{RULE}    yields_to: [shrugs]\n",
            "rules.yaml:3: 'shrugs' and 'shrugs' yield to each other, so neither is told: let one yield",
        ),
        (f"{RULE}    residual: true\n", "rules.yaml:15: a rule of kind 'problem' takes no 'residual'"),
        (f"{RULE}    place: [end]\n", "rules.yaml:15: place 'end' is unknown; expected"),
        (
            RULE + RULE[RULE.index("  - id") :],
            "rules.yaml:15: the rule 'shrugs' stands already in rules.yaml:3; choose another id",
        ),
        ("rules: {a: 1}", "rules.yaml:1: 'rules' should be a list"),
        ("rules: [1]", "rules.yaml:1: a rule should be a mapping with 'id:' and 'kind:'"),
    ],
)
def test_a_rule_that_does_not_hold(tmp_path: Path, rules: str, complaint: str) -> None:
    assert refusal(tmp_path, rules=rules, words=HEADS).startswith(complaint)


@pytest.mark.parametrize(
    ("words", "complaint"),
    [
        ("words: [a]", "words.yaml:1: 'words' should be a mapping"),
        ("words:\n  a: b", "words.yaml:2: the word list 'a' should be a list of texts"),
        ("words:\n  a:\n  - b\n  - 2", "words.yaml:4: the word list 'a': '2' should be a text; put it in quotes"),
        ("synonyms: [a]", "words.yaml:1: 'synonyms' should be a mapping"),
        ("synonyms:\n  a: b", "words.yaml:2: the synonyms of 'a' should be a list of texts"),
        (
            "synonyms:\n  voucher: [gift card]",
            "words.yaml:2: a synonym should be one word, and 'gift card' is not; for wordings there are word lists",
        ),
        ("synonyms:\n  $remedy: [voucher]", "words.yaml:2: a synonym should be one word, and '$remedy' is not"),
        (
            "acts:\n  fault: [lose]",
            "words.yaml:2: the act 'fault' should be a mapping of verbs, nouns, adjectives, manner",
        ),
        ("acts:\n  fault: {verb: [lose]}", "words.yaml:2: unknown key 'verb' in the act 'fault'; expected 'verbs'"),
        ("acts:\n  fault: {nouns: [$losses]}", "words.yaml:2: unknown word list '$losses'"),
        ("acts:\n  fault: {verbs: [lose $x]}", "words.yaml:2: the act 'fault' takes in the unknown list '$x'"),
        ("acts:\n  fault: {manner: [(by]}", "words.yaml:2: the act 'fault': a '(' is not closed"),
        ("people:\n  use: {}", "words.yaml:2: unknown key 'use' in people; expected 'us'"),
        ("people:\n  us: {noun: [a]}", "words.yaml:2: unknown key 'noun' in people: us; expected 'nouns'"),
        ("grammar:\n  negator: [a]", "words.yaml:2: unknown key 'negator' in grammar; expected 'negators'"),
        ("grammar:\n  modals: [will]", "words.yaml:2: 'modals' should be a mapping of will, can, "),
        ("grammar:\n  modals: {wil: [will]}", "words.yaml:2: unknown key 'wil' in grammar: modals; expected 'will'"),
        ("grammar:\n  times:\n    dated: [on (]", "words.yaml:3: a '(' is not closed"),
        ("words: {a: [b]\n", "words.yaml:2: is not valid YAML: "),
        ("words:\n  a: [b]\n  a: [c]", "words.yaml:3: 'a' stands twice; keep one"),
        ("words:\n  a: [0b_]", "words.yaml:2: '0b_' cannot be read: "),
        ("words:\n  ? [a]\n  : [b]", "words.yaml:2: a key should be a word"),
        ("words: &a\n  b: *a", "words.yaml:1: an alias holds itself"),
        ("- a", "words.yaml:1: expected a mapping with 'rules:' or word lists at the top"),
        ("words: {a: ['x\x00']}", "words.yaml:1: is not valid YAML: "),
    ],
)
def test_words_that_do_not_hold(tmp_path: Path, words: str, complaint: str) -> None:
    assert refusal(tmp_path, words=words).startswith(complaint)


def test_lists_that_take_each_other_in(tmp_path: Path) -> None:
    circle = refusal(tmp_path, words="words: {a: [$b], b: [$a]}")
    unknown = refusal(tmp_path, words="words:\n  a: [b]\n  b: [$c]")
    assert circle == "words.yaml:1: word lists take each other in in a circle: a -> b -> a"
    assert unknown == "words.yaml:3: the word list 'b' takes in the unknown list '$c'"


def test_two_lists_of_one_name_in_one_folder(tmp_path: Path) -> None:
    again = refusal(tmp_path, a="words: {late: [late]}", b="words:\n  late: [slow]")
    assert again == "b.yaml:2: the word list 'late' stands already in a.yaml:1; choose another name"


def test_a_folder_that_is_read_twice(tmp_path: Path) -> None:
    load(tmp_path, rules=RULE)
    with pytest.raises(RuleError) as refused:
        load_rules([tmp_path, tmp_path])
    assert str(refused.value).endswith(
        f":3: 'shrugs' is read twice, for {tmp_path}/rules.yaml stands in two rule folders; name one"
    )


def test_of_very_many_names_some_are_told(tmp_path: Path) -> None:
    lists = ", ".join(f"list_{number}: [a]" for number in range(60))
    said = refusal(tmp_path, rules=changed(WHEN, "- words: $zzz"), words=f"words: {{{lists}}}")
    assert re.search(r"; expected one of list_0, .*, list_7 and \d\d more$", said)


def test_an_act_where_there_is_none(tmp_path: Path) -> None:
    assert refusal(tmp_path, rules=changed(WHEN, "- clause: {act: refund}")).endswith(
        "none does: --no-builtin-rules leaves out the built-in words as well"
    )


def test_a_file_that_is_not_utf_8(tmp_path: Path) -> None:
    (tmp_path / "rules.yaml").write_bytes(b"words:\n  a: [caf\xe9]")
    assert refusal(tmp_path).startswith("rules.yaml:2: is not UTF-8: save it as UTF-8 (")


def test_a_folder_without_rules(tmp_path: Path) -> None:
    with pytest.raises(RuleError, match="holds no"):
        load_rules([tmp_path])
    with pytest.raises(RuleError, match="is no folder"):
        load_rules([tmp_path / "gone"])
