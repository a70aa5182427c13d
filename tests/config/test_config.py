"""Finding, reading and checking the configuration."""

from pathlib import Path

import pytest

from apologint import __version__
from apologint.config import DEFAULT_CEILINGS, CeilingSetting, Config, ConfigError, FailOn
from apologint.config.file import OWN_NAMES, find_config, find_misnamed, load_config
from apologint.config.overrides import settings_for
from apologint.globs import Globs
from apologint.language import Language
from apologint.model import Fault, Kind, Markup, Mode, Quality, Severity, Step


def load(folder: Path, text: str, name: str = "apologint.toml") -> Config:
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return load_config(path)


def refusal(folder: Path, text: str, name: str = "apologint.toml") -> str:
    with pytest.raises(ConfigError) as error:
        load(folder, text, name)
    return str(error.value).replace(f"{folder}/", "")


def test_the_defaults_are_the_numbers_of_the_scoring_page() -> None:
    config = Config()
    assert list(config.weights.values()) == [18, 14, 26, 24, 9, 9]
    assert list(config.quality_factors.values()) == [0, 0.4, 1]
    assert list(config.severity_points.values()) == [12, 7, 3]
    assert (config.repeat_factor, config.rule_cap, config.total_cap) == (0.5, 15, 40)
    assert config.grades == {"strong": 85, "good": 70, "weak": 50, "poor": 0}
    assert (config.min_score, config.fail_on, config.fault) == (70, FailOn.ERROR, Fault.OURS)
    assert {(c.rule, c.tag, c.without_tag): c.at_most for c in config.ceilings} == {
        ("blame-customer", None, None): 40,
        ("sorry-you-feel", None, None): 48,
        ("legal-disclaimer", None, None): 48,
        ("conditional-apology", None, "names-our-act"): 48,
        ("conditional-apology", "names-our-act", None): 65,
        ("blame-third-party", None, None): 60,
        ("missing-solution", None, None): 64,
        ("missing-ownership", None, None): 69,
        ("missing-apology", None, None): 69,
    }


TOML = """
select = ["apology-but", "shouting"]
ignore = "shouting, minimising"
rules = ["our-rules"]
builtin-rules = false
min-score = 80
fail-on = "warning"
include = ["replies/", "*.tpl"]
exclude = ["old/"]
force-exclude = true
language = "any"
fault = "not-ours"
kind = "follow-up"
mode = "draft"
encoding = "cp1252"
max-bytes = 5000
model = "en_core_web_md"
cache = false
cache-dir = ".cache"
repeat-factor = 0.25
rule-cap = 20
total-cap = 50.5

[severity]
shouting = "warning"

[words]
couriers = ["Zippy Post"]

[weights]
follow-up = 12.5

[qualities]
weak = 0.5

[points]
info = 1

[grades]
fine = 60
sad = 0

[[ceilings]]
rule = "shouting"
at-most = 50

[[ceilings]]
rule = "conditional-apology"
tag = "names-our-act"
at-most = 70
reason = "we are mild"
"""

YAML = """
select: [apology-but, shouting]
ignore: shouting, minimising
rules: our-rules
builtin-rules: false
min_score: 80
fail_on: warning
include: replies/, *.tpl
exclude: [old/]
force_exclude: true
language: any
fault: not-ours
kind: follow_up
mode: draft
encoding: cp1252
max-bytes: 5000
model: en_core_web_md
cache: false
cache_dir: .cache
repeat-factor: 0.25
rule-cap: 20
total-cap: 50.5
severity: {shouting: warning}
words: {couriers: [Zippy Post]}
weights: {follow_up: 12.5}
qualities: {weak: 0.5}
points: {info: 1}
grades: {fine: 60, sad: 0}
ceilings:
  - {rule: shouting, at-most: 50}
  - {rule: conditional-apology, tag: names-our-act, at-most: 70, reason: we are mild}
"""


@pytest.mark.parametrize(("name", "text"), [("apologint.toml", TOML), (".apologint.yaml", YAML)])
def test_every_setting_can_be_made_in_toml_and_in_yaml(tmp_path: Path, name: str, text: str) -> None:
    config = load(tmp_path, text, name)
    mild = CeilingSetting("conditional-apology", 70, "we are mild", tag="names-our-act")
    assert config == Config(
        select=("apology-but", "shouting"),
        ignore=("shouting", "minimising"),
        rule_dirs=(tmp_path / "our-rules",),
        builtin_rules=False,
        min_score=80,
        fail_on=FailOn.WARNING,
        include=Globs(("replies/", "*.tpl"), tmp_path),
        exclude=Globs(("old/",), tmp_path),
        force_exclude=True,
        language=Language.ANY,
        fault=Fault.NOT_OURS,
        kind=Kind.FOLLOW_UP,
        mode=Mode.DRAFT,
        encoding="cp1252",
        max_bytes=5000,
        model="en_core_web_md",
        cache=False,
        cache_dir=tmp_path / ".cache",
        repeat_factor=0.25,
        rule_cap=20,
        total_cap=50.5,
        severities={"shouting": Severity.WARNING},
        lexicons={"couriers": ("Zippy Post",)},
        weights={**Config().weights, Step.FOLLOW_UP: 12.5},
        quality_factors={**Config().quality_factors, Quality.WEAK: 0.5},
        severity_points={**Config().severity_points, Severity.INFO: 1},
        grades={"fine": 60, "sad": 0},
        ceilings=(
            *(mild if ceiling.tag else ceiling for ceiling in DEFAULT_CEILINGS),
            CeilingSetting("shouting", 50),
        ),
    )


@pytest.mark.parametrize(
    ("text", "complaint"),
    [
        ("min-scor = 80", "apologint.toml:1: unknown setting 'min-scor': did you mean 'min-score'?"),
        ("\nzebra = 1", "apologint.toml:2: unknown setting 'zebra'"),
        ("min-score = '80'", "apologint.toml:1: 'min-score' is '80': write a whole number from 0 to 100"),
        ("min-score = 101", "apologint.toml:1: 'min-score' is 101: write a whole number from 0 to 100"),
        ("min-score = true", "apologint.toml:1: 'min-score' is true: write a whole number from 0 to 100"),
        ("rule-cap = nan", "apologint.toml:1: 'rule-cap' is nan: write a number from 0"),
        ("rule-cap = -1", "apologint.toml:1: 'rule-cap' is -1: write a number from 0"),
        ("repeat-factor = 2", "apologint.toml:1: 'repeat-factor' is 2: write a number from 0 to 1"),
        ("max-bytes = 0", "apologint.toml:1: 'max-bytes' is 0: write a whole number from 1"),
        ("builtin-rules = 'no'", "apologint.toml:1: 'builtin-rules' is 'no': write true or false"),
        ("fail-on = 'warnings'", "apologint.toml:1: 'fail-on' is 'warnings': did you mean 'warning'?"),
        ("kind = 'auto'\nfault = 'nobody'", "apologint.toml:2: 'fault' is 'nobody': use one of ours, shared, not-ours"),
        ("encoding = 'utf-9'", "apologint.toml:1: unknown encoding 'utf-9': write a name such as utf-8 or cp1252"),
        ("encoding = 'hex'", "apologint.toml:1: unknown encoding 'hex': write a name such as utf-8 or cp1252"),
        ("model = ''", "apologint.toml:1: 'model' is '': write a text in quotes"),
        ("select = [1]", "apologint.toml:1: 'select.[1]' is 1: write a text in quotes"),
        ("select = 1", "apologint.toml:1: 'select' is 1: write a list of texts"),
        ("weights = 1", "apologint.toml:1: 'weights' is 1: write a table with acknowledge, empathy, responsibility, "),
        ("[weights]\nempaty = 1", "apologint.toml:2: unknown name 'empaty': did you mean 'empathy'?"),
        ("[severity]\n\nshouting = 'bad'", "apologint.toml:3: 'severity.shouting' is 'bad': use one of error, "),
        ("[grades]", "apologint.toml:1: 'grades' is an empty table: write a table of 'grade = lowest score'"),
        ("ceilings = 1", "apologint.toml:1: 'ceilings' is 1: write a list of tables with 'rule' and 'at-most'"),
        ("[[ceilings]]\nrule = 'x'", "apologint.toml:1: a ceiling needs 'at-most'"),
        ("[[ceilings]]\nrule = 'x'\nat-most = 9\n[[ceilings]]\nrul = 'y'", "apologint.toml:5: unknown key of a "),
        ("required-version = 'soon'", "apologint.toml:1: 'required-version': 'soon' says no versions: write some such"),
        ("required-version = 1", "apologint.toml:1: 'required-version' is 1: write a text in quotes"),
        ("baseline = true", "apologint.toml:1: 'baseline' is true: write the name of a file"),
        ("people = 1", "apologint.toml:1: 'people' is 1: write a table with us, customer, third, system, anyone"),
        ("[people.thrid]\nnames = []", "apologint.toml:1: unknown key of the people 'thrid': did you mean 'third'?"),
        ("[people.third]\nname = []", "apologint.toml:2: unknown key of 'people.third' 'name': did you mean 'names'?"),
        ("[people.us]\nnames = [1]", "apologint.toml:2: 'people.us.names.[1]' is 1: write a text in quotes"),
        ("[people.us]\nnames = ['Yahoo?']", "apologint.toml:2: 'Yahoo?' is no plain name: leave out the '?'"),
        ("[[overrides]]\nmin-score = 1", "apologint.toml:1: an override needs 'files'"),
        ("[[overrides]]\nfiles = 'a'\nmin_scor = 1", "apologint.toml:3: unknown key of an override 'min_scor': did"),
        ("[[overrides]]\nfiles = 'a'\nmin-score = 'x'", "apologint.toml:3: 'overrides.[1].min-score' is 'x': write "),
        ("[[overrides]]\nfiles = '#'", "apologint.toml:2: '#' matches nothing: write a pattern such as *.md or old/"),
        (
            "[overrides]\nfiles = 'a'",
            "apologint.toml:1: 'overrides' is one table, and there can be several: write [[overrides]]",
        ),
        ("weights = [1]", "apologint.toml:1: 'weights' is a list: write a table with acknowledge, "),
        ("[select]\na = 1", "apologint.toml:1: 'select' is a table: write a list of texts"),
        ("overrides = 1", "apologint.toml:1: 'overrides' is 1: write a list of tables with 'files'"),
        ("min-score = 1\nx x = 1", "apologint.toml:2: not TOML: "),
        ("weights = {acknowledge=0, empathy=0, responsibility=0, solution=0, follow-up=0, improve=0}",
         "apologint.toml:1: 'weights' are all 0: give a step some weight"),
    ],
)  # fmt: skip
def test_what_it_does_not_know_is_refused_with_its_place(tmp_path: Path, text: str, complaint: str) -> None:
    assert refusal(tmp_path, text).startswith(complaint)


@pytest.mark.parametrize(
    ("text", "complaint"),
    [
        ("weights:\n  empaty: 1\n", ".apologint.yaml:2: unknown name 'empaty': did you mean 'empathy'?"),
        (
            "ceilings:\n- rule: x\n  at-most: lots\n",
            ".apologint.yaml:3: 'ceilings.[1].at-most' is 'lots': write a whole ",
        ),
        ("select:\n- a\n- 1\n", ".apologint.yaml:3: 'select.[2]' is 1: write a text in quotes"),
        ("a: [\n", ".apologint.yaml:2: is not valid YAML: "),
        ("- min-score\n", ".apologint.yaml:1: expected settings at the top, such as 'min-score: 80'"),
        ("overrides:\n  files: a\n", ".apologint.yaml:1: 'overrides' is a table: write a list of tables with 'files'"),
        ("baseline:\n", ".apologint.yaml:1: 'baseline' is empty: write the name of a file"),
        ("kind: 2024-02-31\n", ".apologint.yaml:1: 'kind' is '2024-02-31': "),
        ("model: spacy\nmin-score: 0b_\n", ".apologint.yaml:2: '0b_' cannot be read: "),
        ("select: &a [*a]\n", ".apologint.yaml:1: an alias holds itself"),
    ],
)
def test_so_is_what_it_does_not_know_in_yaml(tmp_path: Path, text: str, complaint: str) -> None:
    assert refusal(tmp_path, text, ".apologint.yaml").startswith(complaint)


def test_other_tables_of_a_pyproject_are_not_ours(tmp_path: Path) -> None:
    text = "[tool.ruff]\nselect = []\n\n[tool.apologint]\nselect = 1\n"
    assert refusal(tmp_path, text, "pyproject.toml").startswith("pyproject.toml:5: 'select' is 1")


def test_a_pyproject_that_is_asked_for_needs_our_table(tmp_path: Path) -> None:
    complaint = "pyproject.toml: no table [tool.apologint]: add one, or leave out --config"
    assert refusal(tmp_path, "[project]\nname = 'x'\n", "pyproject.toml") == complaint


@pytest.mark.parametrize("name", ["apologint.toml", ".apologint.yaml", ".apologint.yml", "pyproject.toml"])
def test_it_is_looked_for_upwards(tmp_path: Path, name: str) -> None:
    (tmp_path / "a" / "b").mkdir(parents=True)
    (tmp_path / "a" / "pyproject.toml").write_text("[project]\nname = 'x'\n")
    path = tmp_path / name
    path.write_text("[tool.apologint]\n" if name == "pyproject.toml" else "")
    assert find_config(tmp_path / "a" / "b") == path


def test_without_one_there_is_none(tmp_path: Path) -> None:
    assert find_config(tmp_path) is None


@pytest.mark.parametrize(
    ("name", "right"),
    [
        (".apologint.toml", "apologint.toml"),
        ("apologint.yaml", ".apologint.yaml"),
        ("apologint.yml", ".apologint.yml"),
    ],
)
def test_a_file_with_almost_its_name_is_found_on_the_way_to_it(tmp_path: Path, name: str, right: str) -> None:
    folder = tmp_path / "a" / "b"
    folder.mkdir(parents=True)
    misnamed = folder.parent / name
    misnamed.write_text("")
    assert right in OWN_NAMES
    assert find_misnamed(folder, None) == (misnamed, right)
    assert find_misnamed(folder, tmp_path / "apologint.toml") == (misnamed, right)
    assert find_misnamed(folder, folder.parent / "pyproject.toml") is None


def test_two_in_one_folder_are_refused(tmp_path: Path) -> None:
    (tmp_path / "apologint.toml").write_text("")
    (tmp_path / ".apologint.yaml").write_text("")
    with pytest.raises(
        ConfigError, match=r"two configurations in one folder, apologint.toml and .apologint.yaml: keep one"
    ):
        find_config(tmp_path)


def test_a_missing_file_is_refused(tmp_path: Path) -> None:
    with pytest.raises(ConfigError, match="cannot be read"):
        load_config(tmp_path / "apologint.toml")


SOURCES = """
[[sources]]
files = "macros/*.json"
body = "macros[].actions[].value"
title = "macros[].title"
markup = "html"

[[sources]]
files = ["*.tpl", "old/"]
"""


def test_sources_say_where_the_messages_of_some_files_stand(tmp_path: Path) -> None:
    macros, whole = load(tmp_path, SOURCES).sources
    assert (str(macros.body), str(macros.title), macros.markup) == (
        "macros[].actions[].value",
        "macros[].title",
        Markup.HTML,
    )
    assert macros.is_for(f"{tmp_path}/macros/late.json")
    assert not macros.is_for(f"{tmp_path}/late.json")
    assert (whole.body, whole.title, whole.markup) == (None, None, None)
    assert whole.is_for(f"{tmp_path}/deep/late.tpl")
    assert whole.suffixes == {".tpl"}


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ('[[sources]]\nbody = "a"\n', "apologint.toml:1: a source needs 'files'"),
        (
            '[[sources]]\nfiles = "a"\ntitel = "b"\n',
            "apologint.toml:3: unknown key of a source 'titel': did you mean 'title'?",
        ),
        (
            '[[sources]]\nfiles = "a"\n\n[[sources]]\nfiles = "b"\nbody = "a..b"\n',
            "apologint.toml:6: 'sources.[2].body'",
        ),
        ('[[sources]]\nfiles = "a"\ntitle = "b"\n', "apologint.toml:3: a source with a 'title' needs a 'body'"),
        (
            '[[sources]]\nfiles = "a"\nmarkup = "htm"\n',
            "apologint.toml:3: 'sources.[1].markup' is 'htm': did you mean 'html'?",
        ),
        ('sources = "macros"\n', "apologint.toml:1: 'sources' is 'macros': write a list of tables"),
    ],
)
def test_a_source_that_cannot_be_read_is_refused_with_its_line(tmp_path: Path, text: str, words: str) -> None:
    assert refusal(tmp_path, text).startswith(words)


def test_a_file_for_another_version_is_refused_for_that_and_nothing_else(tmp_path: Path) -> None:
    complaint = refusal(tmp_path, "setting-of-the-future = 1\nrequired-version = '>=77'\n")
    assert complaint == (
        f"apologint.toml:2: apologint {__version__} is installed and '>=77' required: install one that fits"
    )


@pytest.mark.parametrize("versions", [__version__, f"=={__version__}", ">=0.1,<77"])
def test_a_file_for_this_version_is_read(tmp_path: Path, versions: str) -> None:
    assert load(tmp_path, f"required-version = '{versions}'").required_version == versions


OVERRIDES = """
ignore = ["shouting"]
min-score = 80

[severity]
minimising = "error"

[[overrides]]
files = "billing/**"
min-score = 60
ignore = ["minimising"]
fault = "not-ours"

[[overrides]]
files = ["*.md", "!billing/strict.md"]
min-score = 50
mode = "draft"

[overrides.severity]
excuse = "info"
"""


def test_overrides_apply_in_order_and_the_last_holds(tmp_path: Path) -> None:
    config = load(tmp_path, OVERRIDES)
    elsewhere = settings_for(config, str(tmp_path / "a.txt"))
    billing = settings_for(config, str(tmp_path / "billing" / "late" / "a.txt"))
    both = settings_for(config, str(tmp_path / "billing" / "a.md"))
    taken_back = settings_for(config, str(tmp_path / "billing" / "strict.md"))
    assert elsewhere is config
    assert (billing.min_score, billing.fault, billing.mode) == (60, Fault.NOT_OURS, None)
    assert (both.min_score, both.fault, both.mode) == (50, Fault.NOT_OURS, Mode.DRAFT)
    assert taken_back.min_score == 60


def test_overrides_add_to_what_is_ignored_and_to_the_severities(tmp_path: Path) -> None:
    both = settings_for(load(tmp_path, OVERRIDES), str(tmp_path / "billing" / "a.md"))
    assert both.ignore == ("shouting", "minimising")
    assert both.severities == {"minimising": Severity.ERROR, "excuse": Severity.INFO}


def test_the_files_of_an_override_are_taken_from_the_configuration_on(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    config = load(tmp_path, OVERRIDES)
    (tmp_path / "billing").mkdir()
    monkeypatch.chdir(tmp_path / "billing")
    assert settings_for(config, "a.txt").min_score == 60
    assert settings_for(config, "../a.txt").min_score == 80


PEOPLE = """
[people.third]
names = ["Zippo", "Speedy Parcels"]
nouns = ["rider"]

[people.us]
names = "Acme, Acme Lamps"
"""


def test_names_and_words_say_who_is_who(tmp_path: Path) -> None:
    assert load(tmp_path, PEOPLE).people == {
        "third": {"names": ("Zippo", "Speedy Parcels"), "nouns": ("rider",)},
        "us": {"names": ("Acme", "Acme Lamps")},
    }


def test_a_baseline_is_taken_from_the_configuration_on(tmp_path: Path) -> None:
    assert load(tmp_path, "baseline = 'ci/old.json'").baseline == tmp_path / "ci" / "old.json"


def test_it_remembers_where_each_setting_stands(tmp_path: Path) -> None:
    said = load(tmp_path, OVERRIDES).said
    assert (said["ignore"].line, said["overrides"].at(1).at("mode").line) == (2, 17)
    assert "fail_on" not in said
