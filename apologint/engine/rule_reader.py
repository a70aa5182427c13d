"""What stands under `rules:` in rule files -> Rule."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from functools import partial
from pathlib import Path
from typing import Any

from apologint.engine.lexicon import Lexicon
from apologint.engine.reach import SCOPES
from apologint.engine.rule_ids import id_fault
from apologint.engine.rules import Conditions, Pattern, Rule, RuleKind
from apologint.engine.schema import (
    NOT_IN_KIND,
    OPTIONS,
    PLACEHOLDERS,
    PLACES,
    QUALITIES,
    RULE_KEYS,
    SORTS,
    Checker,
    as_list,
)
from apologint.engine.slots import slot_fault
from apologint.model import Kind, Mode, Quality, Severity, Step
from apologint.yaml_lines.values import LineDict, LineList


def read_rules(files: Iterable[tuple[Path, LineDict]], lexicon: Lexicon) -> dict[str, Rule]:
    """The rules of some files by their ids, in order; their words are looked up in `lexicon`.

    Raises:
        RuleError: a rule that does not hold, one that stands twice, or one that refers to none.
    """
    rules: dict[str, Rule] = {}
    for path, content in files:
        checker = Checker(path, lexicon)
        listed = content.get("rules")
        if listed is None:
            continue
        if not isinstance(listed, LineList):
            checker.fail(content.lines["rules"], "'rules' should be a list")
        for line, entry in listed.numbered():
            if not isinstance(entry, LineDict):
                checker.fail(line, "a rule should be a mapping with 'id:' and 'kind:'")
            rule = _rule(entry, content.get("step"), checker)
            if rule.id in rules:
                other = rules[rule.id]
                if other.line == line and other.path.samefile(path):
                    checker.fail(line, f"'{rule.id}' is read twice, for {path} stands in two rule folders; name one")
                place = f"{other.path}:{other.line}"
                checker.fail(line, f"the rule '{rule.id}' stands already in {place}; choose another id")
            rules[rule.id] = rule
    _check_references(rules)
    return rules


def _rule(entry: LineDict, file_step: Any, checker: Checker) -> Rule:
    checker.keys(entry, RULE_KEYS, "a rule")
    identity = checker.text(entry, "id", "a rule", needed=True)
    if fault := id_fault(identity):
        checker.fail(entry.lines["id"], fault)
    where = f"the rule '{identity}'"
    if entry.get("kind") is None:
        checker.needs("kind", RuleKind, where, entry.line)
    kind = RuleKind(checker.choice(entry["kind"], RuleKind, "kind", entry.lines["kind"]))
    for key in entry:
        if key in NOT_IN_KIND[kind]:
            checker.fail(entry.lines[key], f"a rule of kind '{kind}' takes no '{key}'")
    step = entry.get("step", file_step)
    shown = kind in (RuleKind.PROBLEM, RuleKind.ABSENCE)

    def choose(key: str, value: Any, allowed: Iterable[str]) -> None:
        if value is None:
            checker.needs(key, allowed, where, entry.line)
        checker.choice(value, allowed, f"'{key}' of {where}", entry.lines.get(key, entry.line))

    if kind is not RuleKind.SIGNAL:
        choose("step", step, Step)
    if shown:
        choose("severity", entry.get("severity"), Severity)
    if kind is RuleKind.CREDIT:
        choose("quality", entry.get("quality"), QUALITIES)
    if kind is RuleKind.SIGNAL:
        choose("votes", entry.get("votes"), Kind)
    needed = "lacks" if kind is RuleKind.ABSENCE else "when"
    if not entry.get(needed):
        checker.fail(entry.line, f"{where} needs '{needed}:' with at least one pattern")
    (bad, bad_lines), (good, good_lines) = _examples(entry, where, checker)
    conditions = Conditions(
        when=_patterns(entry, needed, checker),
        unless=_patterns(entry, "unless", checker),
        options={"place": _places(entry, "place", checker)} if "place" in entry else {},
        bad=bad,
        good=good,
        bad_lines=bad_lines,
        good_lines=good_lines,
    )
    return Rule(
        id=identity,
        kind=kind,
        what=checker.text(entry, "what", where, needed=True),
        path=checker.path,
        line=entry.line,
        step=Step(step) if kind is not RuleKind.SIGNAL else None,
        severity=Severity(entry["severity"]) if shown else None,
        quality=Quality(entry["quality"]) if kind is RuleKind.CREDIT else None,
        residual=checker.flag(entry, "residual", where),
        votes=Kind(entry["votes"]) if kind is RuleKind.SIGNAL else None,
        points=checker.number(entry, "points", where, default=1.0),
        message=_message(entry, where, checker, needed=shown),
        suggestion=checker.text(entry, "suggestion", where, needed=shown),
        why=checker.text(entry, "why", where, needed=shown),
        source=checker.text(entry, "source", where),
        yields_to=checker.texts(entry.get("yields_to"), f"'yields_to' of {where}", entry.line),
        conditions=lambda: conditions,
    )


def _message(entry: LineDict, where: str, checker: Checker, *, needed: bool) -> str:
    message = checker.text(entry, "message", where, needed=needed)
    if fault := slot_fault(message):
        checker.fail(entry.lines["message"], f"'message' of {where}: {fault}")
    return message


_Examples = tuple[tuple[str, ...], tuple[int, ...]]
"""Some examples, and the line of each."""


def _examples(entry: LineDict, where: str, checker: Checker) -> tuple[_Examples, _Examples]:
    examples = entry.get("examples")
    if not isinstance(examples, LineDict):
        checker.fail(entry.line, f"{where} needs 'examples:' with 'bad:' and 'good:'")
    checker.keys(examples, ("bad", "good"), f"the examples of {where}")
    for side in ("bad", "good"):
        if not examples.get(side):
            checker.fail(examples.line, f"the examples of {where} need at least one under '{side}:'")
    bad = checker.texts(examples["bad"], f"the bad examples of {where}", examples.lines["bad"])
    good = checker.texts(examples["good"], f"the good examples of {where}", examples.lines["good"])
    return (bad, tuple(examples["bad"].lines)), (good, tuple(examples["good"].lines))


def _places(entry: LineDict, key: str, checker: Checker) -> frozenset[str]:
    return frozenset(checker.choice(each, PLACES, key, entry.lines[key]) for each in as_list(entry[key]))


def _patterns(entry: LineDict, key: str, checker: Checker) -> tuple[Pattern, ...]:
    value = entry.get(key)
    if value is None:
        return ()
    if not isinstance(value, LineList):
        checker.fail(entry.lines[key], f"'{key}' should be a list of patterns, each behind a dash")
    return tuple(_pattern(item, line, checker) for line, item in value.numbered())


def _pattern(item: Any, line: int, checker: Checker) -> Pattern:
    if not isinstance(item, LineDict):
        checker.fail(line, "a pattern should be a mapping such as 'words: ...' or 'clause: {...}'")
    checker.keys(item, (*SORTS, *OPTIONS), "a pattern")
    sorts = [key for key in item if key in SORTS]
    if len(sorts) != 1:
        checker.fail(line, f"a pattern needs exactly one of {', '.join(SORTS)}; this has {len(sorts)}")
    sort = sorts[0]
    body = item[sort]
    at = item.lines[sort]
    if sort == "clause":
        checker.clause(body, at)
    elif sort == "words":
        for each in as_list(body):
            checker.words(each, at)
    elif sort == "step":
        checker.choice(body, Step, "step", at)
    elif sort == "placeholder":
        checker.choice(body, PLACEHOLDERS, "placeholder", at)
    elif sort in ("tokens", "tree"):
        checker.tokens(body, at)
    return Pattern(sort, body, _options(item, checker), item, line)


def _options(item: LineDict, checker: Checker) -> dict[str, Any]:
    return {key: _OPTION_READERS[key](item, key, checker) for key in OPTIONS if key in item}


def _choice(allowed: Iterable[str], item: LineDict, key: str, checker: Checker) -> str:
    return checker.choice(item[key], allowed, key, item.lines[key])


def _number(item: LineDict, key: str, checker: Checker) -> int:
    value = item[key]
    if not isinstance(value, int) or value < 1:
        checker.fail(item.lines[key], f"'{key}' should be a whole number from 1")
    return value


def _flag(item: LineDict, key: str, checker: Checker) -> bool:
    value = item[key]
    if not isinstance(value, bool):
        checker.fail(item.lines[key], f"'{key}' should be true or false")
    return value


def _word(item: LineDict, key: str, checker: Checker) -> str:
    value = item[key]
    if not isinstance(value, str):
        checker.fail(item.lines[key], f"'{key}' should be a word")
    return value


def _gap_words(item: LineDict, key: str, checker: Checker) -> Any:
    if "placeholder" not in item:
        checker.fail(item.lines[key], f"only a pattern 'placeholder: ...' takes '{key}'")
    checker.gap_words(item[key], item.lines[key])
    return item[key]


_OPTION_READERS: Mapping[str, Callable[[LineDict, str, Checker], Any]] = {
    "where": partial(_choice, SCOPES),
    "mode": partial(_choice, Mode),
    "place": _places,
    "at_least": _number,
    "within_words": _number,
    "and": _patterns,
    "unless": _patterns,
    "says": _gap_words,
    "first": _flag,
    "tag": _word,
}


def _check_references(rules: Mapping[str, Rule]) -> None:
    for rule in rules.values():
        checker = Checker(rule.path, Lexicon())
        for other in rule.yields_to:
            checker.choice(other, rules, f"the rule that '{rule.id}' yields to", rule.line)
            if rule.id in rules[other].yields_to:
                checker.fail(
                    rule.line, f"'{rule.id}' and '{other}' yield to each other, so neither is told: let one yield"
                )
        for pattern in (*rule.when, *rule.unless):
            _check_rule_reference(pattern, rules, checker)


def _check_rule_reference(pattern: Pattern, rules: Mapping[str, Rule], checker: Checker) -> None:
    if pattern.sort == "rule":
        checker.choice(pattern.body, rules, "the rule", pattern.line)
    for key in ("and", "unless"):
        for inner in pattern.options.get(key, ()):
            _check_rule_reference(inner, rules, checker)
