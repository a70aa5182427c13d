"""`apologint config` and `apologint schema`."""

import json
import tomllib
from pathlib import Path

from apologint.config import Config
from apologint.config.file import load_config
from tests.small import OTHER

OWN = """
required-version = ">=0.1"
min-score = 80
ignore = ["shouting"]

[weights]
follow_up = 12

[words]
couriers = ["Zippy Post", "x\\"y"]

[[overrides]]
files = "billing/"
min-score = 60
ignore = ["minimising"]
"""


def shown(program, *args):
    result = program.run("config", *args)
    assert (result.status, result.err) == (0, "")
    return result.out


def lines_of(program, *args):
    return shown(program, *args).splitlines()


def test_without_a_file_all_are_defaults(program):
    lines = lines_of(program)
    assert lines[0] == "# no configuration file: these are the defaults"
    assert "min-score = 70  # default" in lines
    assert "# baseline is not set" in lines


def test_a_file_with_almost_the_name_is_not_passed_over_in_silence(program):
    program.write(".apologint.toml", "min-score = 80\n")
    said = "apologint: .apologint.toml: is not read: a configuration of this kind is called apologint.toml\n"
    assert program.run("config").err == said
    assert program.check("--min-score", "0", stdin=OTHER).err == said
    program.write("real.toml", "min-score = 80\n")
    assert program.run("config", "--config", "real.toml").err == ""
    program.write("apologint.toml", "")
    assert program.run("config").err == ""


def test_each_value_has_the_line_it_comes_from(program):
    program.write("apologint.toml", OWN)
    lines = lines_of(program)
    assert lines[0] == f"# {program.folder / 'apologint.toml'}"
    assert {
        "min-score = 80  # apologint.toml:3",
        'fail-on = "error"  # default',
        "follow-up = 12  # apologint.toml:7",
        "improve = 9  # default",
        "[[overrides]]  # apologint.toml:12",
    } <= set(lines)


def test_what_it_shows_is_a_configuration_that_holds_the_same(program):
    program.write("apologint.toml", OWN)
    program.write("again/apologint.toml", shown(program))
    held, again = (load_config(program.folder / name) for name in ("apologint.toml", "again/apologint.toml"))
    assert again.overrides[0].settings == held.overrides[0].settings
    for name in ("lexicons", "weights", "ceilings", "min_score", "ignore", "required_version"):
        assert getattr(again, name) == getattr(held, name)


def test_the_defaults_it_shows_are_the_defaults(program):
    program.write("apologint.toml", shown(program))
    assert load_config(program.folder / "apologint.toml") == Config()


def test_for_a_file_it_shows_what_the_overrides_make_of_it(program):
    program.write("apologint.toml", OWN)
    lines = lines_of(program, "billing/late.txt")
    assert "min-score = 60  # apologint.toml:14" in lines
    assert 'ignore = ["shouting", "minimising"]  # apologint.toml:15' in lines
    assert "min-score = 80  # apologint.toml:3" in lines_of(program, "late.txt")


def test_as_json(program):
    program.write(".apologint.yaml", "min_score: 80\nweights: {improve: 3}\n")
    told = json.loads(shown(program, "--format", "json"))
    rows = {row["setting"]: (row["value"], row["from"]) for row in told["settings"]}
    assert told["file"] == str(program.folder / ".apologint.yaml")
    assert rows["min-score"] == (80, ".apologint.yaml:1")
    assert rows["weights.improve"] == (3, ".apologint.yaml:2")
    assert rows["weights.empathy"] == (14, "default")
    assert rows["baseline"] == (None, "default")


def test_a_broken_configuration_is_one_line(program):
    program.write("apologint.toml", "min-scor = 1")
    result = program.run("config")
    place = program.folder / "apologint.toml"
    assert (result.status, result.out) == (2, "")
    assert result.err == f"apologint: {place}:1: unknown setting 'min-scor': did you mean 'min-score'?\n"


def test_an_option_holds_over_an_override(program):
    program.write("apologint.toml", '[[overrides]]\nfiles = "*.txt"\nmin-score = 0\nfail-on = "never"\n')
    draft = program.write("a.txt", "Sorry if you were upset about the issue.\n")
    assert program.check(draft).status == 0
    assert "score 0 is under --min-score 90" in program.check(draft, "--min-score", "90").out


def test_the_schemas_are_printed(program):
    for name, key in (("config", "min-score"), ("rules", "rules")):
        result = program.run("schema", name)
        assert (result.status, result.err) == (0, "")
        assert key in json.loads(result.out)["properties"]


def test_what_is_shown_is_toml_whatever_the_words_are(program):
    program.write(".apologint.yaml", 'words: {"a b.c": ["\\x7f\\x1b[31m", "é"]}\n')
    assert tomllib.loads(shown(program))["words"] == {"a b.c": ["\x7f\x1b[31m", "é"]}


def test_the_page_of_settings_is_fresh(program):
    page = Path(__file__).parents[2] / "docs" / "settings.md"
    command = "schema", "config", "--format", "markdown"
    assert program.run(*command).out == page.read_text(), f"write {page.name} with `apologint {' '.join(command)}`"


def test_rules_have_a_page_elsewhere(program):
    result = program.run("schema", "rules", "--format", "markdown")
    assert (result.status, result.out) == (2, "")
    assert result.err == "apologint: the page of the rules is written by `apologint rules --format markdown`\n"
