"""The word lists, acts, people and grammar of rule files -> Lexicon."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path

from apologint.engine.lexicon import (
    ACT_FIELDS,
    GRAMMAR_LISTS,
    GRAMMAR_MAPS,
    MAP_KEYS,
    Act,
    Lexicon,
    verb_entries,
)
from apologint.engine.rules import RuleError, UnknownWordListError
from apologint.engine.schema import FILE_KEYS, ONE_WORD, Checker
from apologint.engine.wordpattern import WordPatternError
from apologint.persons import PERSON_FIELDS, PERSONS
from apologint.yaml_lines.values import LineDict

Files = Sequence[tuple[Path, LineDict]]
"""Rule files and what stands in each."""
Place = tuple[Path, int]
"""A file and a line in it, from 1."""
_GENITIVE = re.compile(r"(?<=\w)'s\b", re.IGNORECASE)


def read_lexicon(
    folders: Sequence[Files],
    extra_words: Mapping[str, Sequence[str]],
    extra_people: Mapping[str, Mapping[str, Sequence[str]]],
) -> Lexicon:
    """The lexicon of some folders' files; the names of a person are a word list too, such as `$people.third.names`.

    Args:
        folders: the files of each folder; a word list stands once in a folder, and another may add to it.
        extra_words: word list name -> words to add.
        extra_people: person -> field -> words to add.

    Raises:
        RuleError: a file that does not hold.
        UnknownWordListError: `extra_words` names a list that no file has.
    """
    lexicon = Lexicon()
    raw: dict[str, list[str]] = {}
    places: dict[str, Place] = {}
    for files in folders:
        places |= _add_words(files, raw, lexicon)
    every = [file for files in folders for file in files]
    lexicon.notation.cut_off(_texts_in(every, "grammar", "contractions"))
    for name, added in extra_words.items():
        if name not in raw:
            raise UnknownWordListError(name, raw)
        raw[name].extend(_lower(word) for word in added)
    for person in PERSONS:
        names = [*_texts_in(every, "people", person, "names"), *extra_people.get(person, {}).get("names", ())]
        raw[f"people.{person}.names"] = [_as_pattern(name) for name in names]
    lexicon.words.update((name, _resolve_words(name, raw, places)) for name in raw)
    for path, content in every:
        checker = Checker(path, lexicon)
        _add_synonyms(content, lexicon, checker)
        _add_acts(content, lexicon, checker)
        _add_people(content, lexicon, checker)
        _add_grammar(content, lexicon, checker)
    for person in PERSONS:
        for key, words in extra_people.get(person, {}).items():
            lexicon.add_person(person, key, map(_lower, words))
    return lexicon


def _section(content: LineDict, key: str, checker: Checker) -> LineDict:
    value = content.get(key)
    if value is None:
        return LineDict()
    if not isinstance(value, LineDict):
        checker.fail(content.lines[key], f"'{key}' should be a mapping")
    return value


def _add_words(files: Files, raw: dict[str, list[str]], lexicon: Lexicon) -> dict[str, Place]:
    """Add the word lists of one folder, in which each stands once: two of a name would change each other's rules.

    Returns where each of them stands.
    """
    places: dict[str, Place] = {}
    for path, content in files:
        checker = Checker(path, lexicon)
        checker.keys(content, FILE_KEYS, "a rule file")
        section = _section(content, "words", checker)
        for name, value in section.items():
            line = section.lines[name]
            if name in places:
                other, its_line = places[name]
                checker.fail(line, f"the word list '{name}' stands already in {other}:{its_line}; choose another name")
            places[name] = (path, line)
            entries = checker.texts(value, f"the word list '{name}'", line)
            raw.setdefault(name, []).extend(_lower(entry) for entry in entries)
    return places


def _texts_in(files: Files, *keys: str) -> Iterator[str]:
    """The texts that rule files list under some keys, one below the other.

    They are wanted before the rest is read, which refuses what is of another shape.
    """
    for _, content in files:
        value: object = content
        for key in keys:
            value = value.get(key) if isinstance(value, dict) else None
        if isinstance(value, list):
            yield from (text for text in value if isinstance(text, str))


def _as_pattern(name: str) -> str:
    """A name as wording: the 's in "Sainsbury's" is a word of its own."""
    return _lower(_GENITIVE.sub(" 's", name))


def _resolve_words(
    name: str, raw: Mapping[str, list[str]], places: Mapping[str, Place], above: tuple[str, ...] = ()
) -> list[str]:
    """A word list with the lists that it takes in."""
    if name in above:
        circle = " -> ".join((*above, name))
        raise RuleError(*places[name], f"word lists take each other in in a circle: {circle}")
    found: list[str] = []
    for entry in raw[name]:
        if entry.startswith("$") and " " not in entry:
            if entry[1:] not in raw:
                raise RuleError(*places[name], f"the word list '{name}' takes in the unknown list '{entry}'")
            found.extend(_resolve_words(entry[1:], raw, places, (*above, name)))
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


def _add_synonyms(content: LineDict, lexicon: Lexicon, checker: Checker) -> None:
    section = _section(content, "synonyms", checker)
    for word, value in section.items():
        line = section.lines[word]
        others = checker.texts(value, f"the synonyms of '{word}'", line)
        for each in (word, *others):
            if not ONE_WORD.fullmatch(each):
                checker.fail(
                    line, f"a synonym should be one word, and '{each}' is not; for wordings there are word lists"
                )
        lexicon.add_synonyms(word.lower(), map(str.lower, others))


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
