"""Rule folders -> RuleSet: reads the YAML, refuses what is not allowed, and says where. Needs no spaCy."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from apologint.engine.lexicon import (
    ACT_FIELDS,
    GRAMMAR_LISTS,
    GRAMMAR_MAPS,
    MAP_KEYS,
    PERSON_FIELDS,
    PERSONS,
    Act,
    Lexicon,
    verb_entries,
)
from apologint.engine.lines import LineDict, LineList
from apologint.engine.reach import SCOPES
from apologint.engine.rules import Conditions, Pattern, Rule, RuleError, RuleKind, RuleSet, UnknownWordListError
from apologint.engine.schema import OPTIONS, PLACEHOLDERS, PLACES, QUALITIES, SORTS, Checker, as_list
from apologint.engine.wordpattern import WordPatternError
from apologint.engine.yaml_nodes import read_yaml
from apologint.model import Kind, Mode, Quality, Severity, Step

_GENITIVE = re.compile(r"(?<=\w)'s\b", re.IGNORECASE)
FILE_KEYS = ("words", "acts", "people", "grammar", "step", "rules")
RULE_KEYS = (
    "id", "kind", "step", "severity", "quality", "votes", "points", "what", "message", "suggestion", "why", "source",
    "when", "unless", "lacks", "yields_to", "residual", "place", "examples",
)  # fmt: skip
NOT_IN_KIND = {
    RuleKind.PROBLEM: {"quality", "votes", "points", "lacks", "residual"},
    RuleKind.CREDIT: {"severity", "votes", "points", "lacks", "message", "suggestion"},
    RuleKind.ABSENCE: {"quality", "votes", "points", "place", "yields_to", "residual"},
    RuleKind.SIGNAL: {"severity", "quality", "message", "suggestion", "lacks", "residual"},
}


def load_rules(
    folders: Sequence[Path],
    extra_words: Mapping[str, Sequence[str]] | None = None,
    extra_people: Mapping[str, Mapping[str, Sequence[str]]] | None = None,
) -> RuleSet:
    """All rules and word lists of some folders; a later folder may add to word lists, never repeat a rule.

    The names of a person are a word list as well, such as `$people.third.names`.

    Args:
        folders: searched for *.yaml and *.yml, also in subfolders; a list stands once in each.
        extra_words: word list name -> words to add, from the user's configuration.
        extra_people: person -> field -> words to add, from there too.

    Raises:
        RuleError: a folder without rule files, or a file that does not hold.
        UnknownWordListError: `extra_words` names a list that no file has.
    """
    files: list[tuple[Path, LineDict]] = []
    lexicon = Lexicon()
    raw: dict[str, list[str]] = {}
    for folder in folders:
        read = [(path, read_yaml(path)) for path in _rule_files(folder)]
        _add_words(read, raw, lexicon)
        files += read
    people = {person: (extra_people or {}).get(person, {}) for person in PERSONS}
    for name, added in (extra_words or {}).items():
        if name not in raw:
            raise UnknownWordListError(name, raw)
        raw[name].extend(_lower(word) for word in added)
    named = {person: [*_names_in(files, person), *extra.get("names", ())] for person, extra in people.items()}
    raw.update((f"people.{person}.names", [_as_pattern(name) for name in names]) for person, names in named.items())
    lexicon.words.update((name, _resolve_words(name, raw, folders[0])) for name in raw)
    for path, content in files:
        _add_acts(content, lexicon, Checker(path, lexicon))
        _add_people(content, lexicon, Checker(path, lexicon))
        _add_grammar(content, lexicon, Checker(path, lexicon))
    for person, extra in people.items():
        for key, words in extra.items():
            lexicon.add_person(person, key, map(_lower, words))
    rules = _read_rules(files, lexicon)
    return RuleSet(rules, lambda: lexicon)


def _rule_files(folder: Path) -> list[Path]:
    if not folder.is_dir():
        raise RuleError(folder, 1, "is no folder; --rules takes a folder of .yaml files")
    files = sorted(path for path in folder.rglob("*") if path.suffix in (".yaml", ".yml") and path.is_file())
    if not files:
        raise RuleError(folder, 1, "holds no .yaml file; --rules takes a folder of rule files")
    return files


def _section(content: LineDict, key: str, checker: Checker) -> LineDict:
    value = content.get(key)
    if value is None:
        return LineDict()
    if not isinstance(value, LineDict):
        checker.fail(content.lines[key], f"'{key}' should be a mapping")
    return value


def _add_words(files: Iterable[tuple[Path, LineDict]], raw: dict[str, list[str]], lexicon: Lexicon) -> None:
    """Add the word lists of one folder, in which each stands once: two of a name would change each other's rules."""
    places: dict[str, str] = {}
    for path, content in files:
        checker = Checker(path, lexicon)
        checker.keys(content, FILE_KEYS, "a rule file")
        section = _section(content, "words", checker)
        for name, value in section.items():
            line = section.lines[name]
            if name in places:
                checker.fail(line, f"the word list '{name}' stands already in {places[name]}; choose another name")
            places[name] = f"{path}:{line}"
            entries = checker.texts(value, f"the word list '{name}'", line)
            raw.setdefault(name, []).extend(_lower(entry) for entry in entries)


def _names_in(files: Iterable[tuple[Path, LineDict]], person: str) -> Iterator[str]:
    """The names that rule files give a person; what is of another shape is left to `_add_people` to refuse."""
    for _, content in files:
        section = content.get("people")
        fields = section.get(person) if isinstance(section, dict) else None
        names = fields.get("names") if isinstance(fields, dict) else None
        if isinstance(names, list):
            yield from (name for name in names if isinstance(name, str))


def _as_pattern(name: str) -> str:
    """A name as wording: the 's in "Sainsbury's" is a word of its own."""
    return _lower(_GENITIVE.sub(" 's", name))


def _resolve_words(name: str, raw: Mapping[str, list[str]], folder: Path, above: tuple[str, ...] = ()) -> list[str]:
    """A word list with the lists that it takes in."""
    if name in above:
        raise RuleError(folder, 1, f"word lists take each other in in a circle: {' -> '.join((*above, name))}")
    found: list[str] = []
    for entry in raw[name]:
        if entry.startswith("$") and " " not in entry:
            if entry[1:] not in raw:
                raise RuleError(folder, 1, f"the word list '{name}' takes in the unknown list '{entry}'")
            found.extend(_resolve_words(entry[1:], raw, folder, (*above, name)))
        else:
            found.append(entry)
    return found


def _expand(entries: Iterable[str], lexicon: Lexicon, checker: Checker, line: int) -> list[str]:
    found: list[str] = []
    for entry in entries:
        if entry.startswith("$") and " " not in entry:
            if entry[1:] not in lexicon.words:
                checker.fail(line, f"unknown word list '{entry}'")
            found.extend(lexicon.words[entry[1:]])
        else:
            found.append(_lower(entry))
    return found


def _lower(entry: str) -> str:
    return " ".join(part if "@" in part else part.lower() for part in entry.split())


def _add_acts(content: LineDict, lexicon: Lexicon, checker: Checker) -> None:
    section = _section(content, "acts", checker)
    for name, fields in section.items():
        line = section.lines[name]
        if not isinstance(fields, LineDict):
            checker.fail(line, f"the act '{name}' should be a mapping of {', '.join(ACT_FIELDS)}")
        checker.keys(fields, ACT_FIELDS, f"the act '{name}'")
        act = lexicon.acts.setdefault(name, Act())
        lists = {
            key: _expand(checker.texts(fields.get(key), f"'{key}' of the act '{name}'", line), lexicon, checker, line)
            for key in ACT_FIELDS
        }
        try:
            for verb, entries in verb_entries(lists["verbs"], lexicon.words).items():
                act.verbs.setdefault(verb, []).extend(entries)
            if lists["manner"]:
                act.say_manner(lists["manner"], lexicon.notation)
        except KeyError as error:
            checker.fail(line, f"the act '{name}' takes in the unknown list '${error.args[0]}'")
        except WordPatternError as error:
            checker.fail(line, f"the act '{name}': {error}")
        act.nouns |= frozenset(lists["nouns"])
        act.adjectives |= frozenset(lists["adjectives"])


def _add_people(content: LineDict, lexicon: Lexicon, checker: Checker) -> None:
    section = _section(content, "people", checker)
    checker.keys(section, PERSONS, "people")
    for name, fields in section.items():
        line = section.lines[name]
        if not isinstance(fields, LineDict):
            checker.fail(line, f"'{name}' should be a mapping of {', '.join(PERSON_FIELDS)}")
        checker.keys(fields, PERSON_FIELDS, f"people: {name}")
        for key, value in fields.items():
            entries = _expand(checker.texts(value, f"'{key}' of '{name}'", line), lexicon, checker, line)
            lexicon.add_person(name, key, entries)


def _add_grammar(content: LineDict, lexicon: Lexicon, checker: Checker) -> None:
    section = _section(content, "grammar", checker)
    checker.keys(section, (*GRAMMAR_LISTS, *GRAMMAR_MAPS), "grammar")
    for name, value in section.items():
        line = section.lines[name]
        if name in GRAMMAR_LISTS:
            entries = _expand(checker.texts(value, f"'{name}'", line), lexicon, checker, line)
            lexicon.lists[name] = lexicon.list(name) | frozenset(entries)
            continue
        if not isinstance(value, LineDict):
            checker.fail(line, f"'{name}' should be a mapping of {', '.join(MAP_KEYS[name])}")
        checker.keys(value, MAP_KEYS[name], f"grammar: {name}")
        known = lexicon.maps.setdefault(name, {})
        for key, words in value.items():
            entries = _expand(checker.texts(words, f"'{key}' of '{name}'", value.lines[key]), lexicon, checker, line)
            known[key] = (*known.get(key, ()), *entries)
            if name in ("operators", "times", "letter"):
                for entry in entries:
                    checker.words(entry, value.lines[key])


def _read_rules(files: Sequence[tuple[Path, LineDict]], lexicon: Lexicon) -> dict[str, Rule]:
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
                place = f"{other.path}:{other.line}"
                checker.fail(line, f"the rule '{rule.id}' stands already in {place}; choose another id")
            rules[rule.id] = rule
    _check_references(rules)
    return rules


def _rule(entry: LineDict, file_step: Any, checker: Checker) -> Rule:
    checker.keys(entry, RULE_KEYS, "a rule")
    identity = checker.text(entry, "id", "a rule", needed=True)
    where = f"the rule '{identity}'"
    kind = RuleKind(checker.choice(entry.get("kind"), RuleKind, "kind", entry.lines.get("kind", entry.line)))
    for key in entry:
        if key in NOT_IN_KIND[kind]:
            checker.fail(entry.lines[key], f"a rule of kind '{kind}' takes no '{key}'")
    step = entry.get("step", file_step)
    shown = kind in (RuleKind.PROBLEM, RuleKind.ABSENCE)

    def choose(key: str, value: Any, allowed: Iterable[str]) -> None:
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
    bad, good = _examples(entry, where, checker)
    conditions = Conditions(
        when=_patterns(entry, needed, checker),
        unless=_patterns(entry, "unless", checker),
        options={"place": _places(entry, checker)} if "place" in entry else {},
        bad=bad,
        good=good,
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
        message=checker.text(entry, "message", where, needed=shown),
        suggestion=checker.text(entry, "suggestion", where, needed=shown),
        why=checker.text(entry, "why", where, needed=shown),
        source=checker.text(entry, "source", where),
        yields_to=checker.texts(entry.get("yields_to"), f"'yields_to' of {where}", entry.line),
        conditions=lambda: conditions,
    )


def _examples(entry: LineDict, where: str, checker: Checker) -> tuple[tuple[str, ...], tuple[str, ...]]:
    examples = entry.get("examples")
    if not isinstance(examples, LineDict):
        checker.fail(entry.line, f"{where} needs 'examples:' with 'bad:' and 'good:'")
    checker.keys(examples, ("bad", "good"), f"the examples of {where}")
    for side in ("bad", "good"):
        if not examples.get(side):
            checker.fail(examples.line, f"the examples of {where} need at least one under '{side}:'")
    bad = checker.texts(examples["bad"], f"the bad examples of {where}", examples.lines["bad"])
    good = checker.texts(examples["good"], f"the good examples of {where}", examples.lines["good"])
    return bad, good


def _places(entry: LineDict, checker: Checker) -> frozenset[str]:
    line = entry.lines["place"]
    return frozenset(checker.choice(each, PLACES, "place", line) for each in as_list(entry["place"]))


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
    options: dict[str, Any] = {}
    for key in OPTIONS:
        if key not in item:
            continue
        value, line = item[key], item.lines[key]
        if key == "where":
            checker.choice(value, SCOPES, "where", line)
        elif key == "mode":
            checker.choice(value, Mode, "mode", line)
        elif key == "place":
            value = frozenset(checker.choice(each, PLACES, "place", line) for each in as_list(value))
        elif key in ("at_least", "within_words"):
            if not isinstance(value, int) or value < 1:
                checker.fail(line, f"'{key}' should be a whole number from 1")
        elif key in ("and", "unless"):
            value = _patterns(item, key, checker)
        elif key == "first" and not isinstance(value, bool):
            checker.fail(line, "'first' should be true or false")
        elif key == "tag" and not isinstance(value, str):
            checker.fail(line, "'tag' should be a word")
        options[key] = value
    return options


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
