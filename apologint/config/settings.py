"""The table of all settings: what each is called in a configuration file, what it takes and what it is for.

What is refused, the JSON schema, `apologint config` and the reference page are all made from this table.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from apologint.choices import encoding_name
from apologint.config.config import DEFAULT_CEILINGS, CeilingSetting, Config, FailOn
from apologint.config.overrides import Override
from apologint.config.place import Place
from apologint.config.values import (
    File,
    Flag,
    Folders,
    GlobLines,
    Names,
    Number,
    NumbersOf,
    OneOf,
    Read,
    Record,
    Records,
    Table,
    Text,
    Value,
    known,
)
from apologint.language import Language
from apologint.model import Fault, Kind, Markup, Mode, Quality, Severity, Step
from apologint.persons import PERSON_FIELDS, PERSONS
from apologint.said import SaidSource, TreePath
from apologint.version import versions

_FULL = 100
_NAMES = "names"
_NO_NAME = re.compile(r"[()|?$@*]|\.\.\.|^=")


@dataclass(frozen=True, slots=True)
class Setting:
    """One setting: its name in `Config`, what it takes, and what it is for, in a sentence of Markdown."""

    attribute: str
    value: Value
    says: str


def read_settings(values: Mapping[str, Any], place: Place) -> Config:
    """The configuration that `values`, read from the file at `place`, make; a path in it is taken from that file on.

    Raises:
        ConfigError: another version of apologint is required, a key is unknown, or a value is of the wrong type or
            out of range.
    """
    settings: dict[str, Any] = {}
    said = {}
    for key, value in sorted(values.items(), key=_version_first):
        setting = SETTINGS[known(key, SETTINGS, place, "setting")]
        settings[setting.attribute] = setting.value.parse(value, place.at(key))
        said[setting.attribute] = place.at(key)
    return Config(**settings, said=said)


def _version_first(item: tuple[str, Any]) -> bool:
    """A file for another version is refused for that, and not for what only the other version knows."""
    return item[0].replace("_", "-") != "required-version"


class _Ceilings(Records):
    """The default ceilings, with those of the user in place of the ones for the same matches, or after them."""

    def parse(self, value: Any, place: Place) -> tuple[CeilingSetting, ...]:
        own: tuple[CeilingSetting, ...] = Records.parse(self, value, place)
        ceilings = {(one.rule, one.tag, one.without_tag): one for one in (*DEFAULT_CEILINGS, *own)}
        return tuple(ceilings.values())


class _PlainNames(Names):
    """Names of firms and products, in which nothing may mean something in the notation for wording."""

    def parse(self, value: Any, place: Place) -> tuple[str, ...]:
        names: tuple[str, ...] = super().parse(value, place)
        for index, name in enumerate(names):
            if sign := _NO_NAME.search(name):
                place.at(index).fail(f"'{name}' is no plain name: leave out the '{sign[0]}'")
        return names


class _Sources(Record):
    """One entry of `sources`."""

    def parse(self, value: Any, place: Place) -> SaidSource:
        if isinstance(value, dict) and "title" in value and "body" not in value:
            place.at("title").fail("a source with a 'title' needs a 'body': say where the texts stand too")
        source: SaidSource = Record.parse(self, value, place)
        return source


class _Overrides(Record):
    """One entry of `overrides`; its keys are settings, under the names that they have in the table."""

    def parse(self, value: Any, place: Place) -> Override:
        found: dict[str, Any] = Record.parse(self, value, place)
        files = found.pop("files")
        attributes = {key: SETTINGS[key.replace("_", "-")].attribute for key in value if key != "files"}
        settings = {attribute: found[key.replace("-", "_")] for key, attribute in attributes.items()}
        return Override(files, settings, {attribute: place.at(key) for key, attribute in attributes.items()})

    def written(self, value: Override) -> dict[str, Any]:
        settings = {key: value.settings.get(SETTINGS[key].attribute) for key in self.keys if key != "files"}
        return Record.written(self, {"files": value.files, **settings})


_DEFAULT = Config()
_NAME_LIST = Names()
_GLOBS = GlobLines("a list of patterns")
_SEVERITY = Table(OneOf(Severity))
_MIN_SCORE = Number(0, _FULL, whole=True)

_PEOPLE = Record(
    "the people",
    {
        person: Record(
            f"'people.{person}'", {part: _PlainNames() if part == _NAMES else _NAME_LIST for part in PERSON_FIELDS}
        )
        for person in PERSONS
    },
)
_CEILING = Record(
    "a ceiling",
    {
        "rule": Text(),
        "at-most": Number(0, _FULL, whole=True),
        "reason": Text(),
        "tag": Text(),
        "without-tag": Text(),
    },
    CeilingSetting,
    ("rule", "at-most"),
)
_SOURCE = _Sources(
    "a source",
    {
        "files": _GLOBS,
        "body": Read(TreePath.parse, "a path such as 'macros[].body'"),
        "title": Read(TreePath.parse, "a path such as 'macros[].name'"),
        "markup": OneOf(Markup),
    },
    SaidSource,
    ("files",),
)
_OVERRIDE = _Overrides(
    "an override",
    {
        "files": _GLOBS,
        "ignore": _NAME_LIST,
        "severity": _SEVERITY,
        "min-score": _MIN_SCORE,
        "fail-on": OneOf(FailOn),
        "fault": OneOf(Fault),
        "kind": OneOf(Kind),
        "mode": OneOf(Mode),
    },
    needed=("files",),
)

SETTINGS: Mapping[str, Setting] = {
    "required-version": Setting(
        "required_version",
        Read(versions, "versions such as '>=0.1,<0.2'"),
        "The versions of apologint that this file is for, as pip writes them; another one refuses to run.",
    ),
    "select": Setting(
        "select",
        _NAME_LIST,
        "Only these rules are reported; empty: all. The score still counts all steps; `min-score = 0` leaves it out.",
    ),
    "ignore": Setting("ignore", _NAME_LIST, "These rules are not reported."),
    "severity": Setting("severities", _SEVERITY, "How bad a rule is held to be, by the name of the rule."),
    "overrides": Setting(
        "overrides",
        Records(_OVERRIDE),
        "Settings for some files only. All that match a file apply in their order: the last one holds, and `ignore` "
        "adds to what is ignored already.",
    ),
    "baseline": Setting(
        "baseline",
        File(),
        "The baseline with the findings that are held back; without this setting `apologint-baseline.json`, where "
        "there is one beside the configuration.",
    ),
    "rules": Setting("rule_dirs", Folders("a list of folders"), "Folders with rules of your own."),
    "builtin-rules": Setting("builtin_rules", Flag(), "Use the rules that come with apologint."),
    "words": Setting(
        "lexicons", Table(_NAME_LIST), "Words to add to word lists of the rules, by the name of the list."
    ),
    "people": Setting(
        "people",
        _PEOPLE,
        "Words for who is who, added to those of the rules. `[people.third] names` are the couriers and suppliers "
        "that take the blame, `[people.system] names` your products, `[people.us] names` the names of your firm.",
    ),
    "weights": Setting(
        "weights",
        NumbersOf(Step, _DEFAULT.weights, Number(0), not_all_zero=True),
        "What each step is worth, in proportion.",
    ),
    "qualities": Setting(
        "quality_factors",
        NumbersOf(Quality, _DEFAULT.quality_factors, Number(0, 1)),
        "The share of its points that a step earns by how well it is fulfilled.",
    ),
    "points": Setting(
        "severity_points", NumbersOf(Severity, _DEFAULT.severity_points, Number(0)), "What a finding takes."
    ),
    "repeat-factor": Setting(
        "repeat_factor", Number(0, 1), "What each repeat of a rule takes, as a share of the last."
    ),
    "rule-cap": Setting("rule_cap", Number(0), "The most that one rule takes."),
    "total-cap": Setting("total_cap", Number(0), "The most that all findings take together."),
    "ceilings": Setting(
        "ceilings",
        _Ceilings(_CEILING),
        "Rules that hold the score down: the most that a draft can score once the rule has fired, only with or without "
        "a tag where one is named. One for the same rule and tag takes the place of a default.",
    ),
    "grades": Setting(
        "grades",
        Table(Number(0, _FULL, whole=True), "a table of 'grade = lowest score'", may_be_empty=False),
        "The names of the grades, each with the lowest score that earns it.",
    ),
    "min-score": Setting("min_score", _MIN_SCORE, "A draft that scores less fails."),
    "fail-on": Setting("fail_on", OneOf(FailOn), "A draft with a finding this bad or worse fails."),
    "include": Setting("include", _GLOBS, "Take from folders only these, written as in a `.gitignore`; empty: all."),
    "exclude": Setting("exclude", _GLOBS, "Pass over these in folders, beside what git ignores."),
    "force-exclude": Setting(
        "force_exclude",
        Flag(),
        "`exclude` holds for files named on the command line too, and of these empty ones are skipped.",
    ),
    "sources": Setting(
        "sources",
        Records(_SOURCE),
        "Where the messages in some files stand: the path to each text, and to its title.",
    ),
    "language": Setting("language", OneOf(Language), "Skip drafts that are surely not in English, or lint any."),
    "fault": Setting("fault", OneOf(Fault), "Whose fault it was, where a draft does not say."),
    "kind": Setting("kind", OneOf(Kind, auto=True), "What the drafts are, where they do not say; `auto` finds out."),
    "mode": Setting(
        "mode",
        OneOf(Mode, auto=True),
        "Whether a blank left to fill is an error; `auto`: standard input is a draft, files are templates.",
    ),
    "encoding": Setting("encoding", Read(encoding_name, "a name such as utf-8 or cp1252"), "Encoding of the drafts."),
    "max-bytes": Setting("max_bytes", Number(1, whole=True), "The largest file that is read."),
    "model": Setting("model", Text(), "Installed spaCy English pipeline that parses the drafts."),
    "cache": Setting("cache", Flag(), "Keep what is found out, so that a later run need not find it out again."),
    "cache-dir": Setting(
        "cache_dir",
        File("the name of a folder"),
        "The folder in which it is kept; without this setting one among the caches of your account.",
    ),
}
