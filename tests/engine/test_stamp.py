"""What is kept of an analysis may be used only where nothing that it depends on has changed."""

import json
import re
from pathlib import Path

import pytest

import apologint
from apologint.builtin import DEFAULT_MODEL, builtin_rules_dir
from apologint.engine.nlp import load_model
from apologint.engine.stamp import BENEATH, code_stamp, pipeline_stamp, rules_stamp


@pytest.fixture
def rules(tmp_path):
    folder = tmp_path / "rules"
    (folder / "inner").mkdir(parents=True)
    (folder / "a.yaml").write_text("words: {}", encoding="utf-8")
    (folder / "inner" / "b.yml").write_text("rules: []", encoding="utf-8")
    return folder


def test_the_same_rules_have_the_same_stamp_wherever_they_lie(rules, tmp_path):
    before = rules_stamp([rules])
    elsewhere = rules.rename(tmp_path / "elsewhere")
    assert rules_stamp([elsewhere]) == before


def test_a_changed_added_or_renamed_rule_file_has_another_stamp(rules):
    stamps = {rules_stamp([rules])}
    (rules / "a.yaml").write_text("words: {a: [b]}", encoding="utf-8")
    stamps.add(rules_stamp([rules]))
    (rules / "c.yaml").write_text("", encoding="utf-8")
    stamps.add(rules_stamp([rules]))
    (rules / "c.yaml").rename(rules / "d.yaml")
    stamps.add(rules_stamp([rules]))
    assert len(stamps) == 4


def test_what_is_no_rule_file_does_not_count(rules):
    before = rules_stamp([rules])
    (rules / "README.md").write_text("About these rules", encoding="utf-8")
    assert rules_stamp([rules]) == before


def test_the_order_of_folders_and_the_words_of_the_configuration_count(rules):
    built_in = builtin_rules_dir()
    stamps = [
        rules_stamp([rules, built_in]),
        rules_stamp([built_in, rules]),
        rules_stamp([rules, built_in], {"firms": ("acme",)}),
        rules_stamp([rules, built_in], {}, {"firms": ("acme",)}),
    ]
    assert len(set(stamps)) == 4


def test_a_folder_that_is_not_there_is_left_for_the_reading_of_the_rules_to_complain_of(tmp_path):
    assert rules_stamp([tmp_path / "nowhere"]) == rules_stamp([tmp_path / "not here"])


def test_a_pipeline_has_the_label_that_the_loaded_one_has():
    label, _ = pipeline_stamp(DEFAULT_MODEL)
    assert label == load_model(DEFAULT_MODEL)[1] == "en_core_web_sm 3.8.0"


def test_a_pipeline_in_a_folder_is_known_by_its_small_files_and_the_sizes_of_its_large_ones(tmp_path):
    folder = tmp_path / "pipeline"
    folder.mkdir()
    stamps = set()
    for meta in ({"performance": {"f": 0.9}}, {"performance": {"f": 0.91}}):
        (folder / "meta.json").write_text(json.dumps({"lang": "en", "name": "x", "version": "1", **meta}))
        stamps.add(pipeline_stamp(str(folder)))
    for content in (b"123", b"321", b"1" * 10**5, b"1" * 10**6):
        (folder / "file").write_bytes(content)
        stamps.add(pipeline_stamp(str(folder)))
    assert {label for label, _ in stamps} == {"en_x 1"}
    assert len(stamps) == 6


@pytest.mark.parametrize("meta", [None, "", "[]", "{}", '{"lang": "en", "name": 3, "version": 1}'])
def test_what_is_no_pipeline_has_no_stamp(tmp_path, meta):
    if meta is not None:
        (tmp_path / "meta.json").write_text(meta, encoding="utf-8")
    assert pipeline_stamp(str(tmp_path)) is None
    assert pipeline_stamp("no_such_pipeline") is None
    assert pipeline_stamp("no/such.pipeline") is None
    assert pipeline_stamp("__main__") is None


def test_the_code_of_the_engine_has_one_stamp_in_a_run():
    assert code_stamp() == code_stamp() != rules_stamp([])


def test_the_stamp_of_the_code_covers_all_that_the_engine_is_built_on():
    home = Path(apologint.__file__).parent
    imported, read = set(), [*(home / "engine").glob("*.py")]
    for path in read:
        beneath = {name for name in imports(path) if not name.startswith("engine/")}
        read += [home / f"{name}.py" for name in beneath - imported]
        imported |= beneath
    assert imported == {*BENEATH}


def imports(path):
    """Our own modules that a module takes something from: "text/late", "model"."""
    home = Path(apologint.__file__).parent
    source = path.read_text(encoding="utf-8")
    for room, names in re.findall(r"^ *from apologint\.?([\w.]*) import \(?([\w, ]*)", source, re.MULTILINE):
        place = home.joinpath(*room.split("."))
        modules = [place / name.strip() for name in names.split(",")] if place.is_dir() else [place]
        yield from (module.relative_to(home).as_posix() for module in modules)
