"""Rules that an earlier run kept are those of the files, whatever has become of the files or of what was kept."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from shutil import copytree

import pytest
from hypothesis import given
from hypothesis import strategies as st

from apologint.config import Config, ConfigError
from apologint.linting.loading import rules_of
from tests.small import SMALL_RULES


@pytest.fixture
def config(tmp_path: Path) -> Config:
    return Config(builtin_rules=False, rule_dirs=(copytree(SMALL_RULES, tmp_path / "rules"),))


@pytest.fixture
def cache(tmp_path: Path) -> Path:
    return tmp_path / "cache"


def kept(cache: Path) -> list[Path]:
    return sorted(cache.glob("rules-*.kept"))


def test_the_next_run_gets_the_same(config: Config, cache: Path) -> None:
    first, later = rules_of(config, cache), rules_of(config, cache)
    assert later == first == rules_of(config)
    assert [rule.conditions() for rule in later.rules.values()] == [rule.conditions() for rule in first.rules.values()]
    assert len(kept(cache)) == 1


def test_a_changed_rule_file_is_read_again(config: Config, cache: Path) -> None:
    rules_of(config, cache)
    file = next(path for path in sorted(config.rule_dirs[0].rglob("*.yaml")) if "what:" in path.read_text("utf-8"))
    file.write_text(file.read_text("utf-8").replace("what:", "what: Now", 1), "utf-8")
    assert rules_of(config, cache) == rules_of(config)


def test_the_same_rules_elsewhere_name_their_own_files(config: Config, cache: Path, tmp_path: Path) -> None:
    rules_of(config, cache)
    other = replace(config, rule_dirs=(copytree(SMALL_RULES, tmp_path / "other"),))
    assert all(
        rule.path.is_relative_to(tmp_path / "other") for rule in list(rules_of(other, cache).rules.values())[:-1]
    )


def test_their_stamp_tells_what_they_say_and_not_where_they_lie(config: Config, cache: Path, tmp_path: Path) -> None:
    elsewhere = replace(config, rule_dirs=(copytree(SMALL_RULES, tmp_path / "elsewhere"),))
    names = replace(config, people={"third": {"names": ("acme",)}})
    here, there, otherwise = (rules_of(each, cache).stamp for each in (config, elsewhere, names))
    assert here == there != otherwise
    assert rules_of(config).stamp is None


def test_words_of_the_configuration_count(config: Config, cache: Path) -> None:
    rules_of(config, cache)
    names = replace(config, people={"third": {"names": ("acme",)}})
    assert "acme" in rules_of(names, cache).lexicon.person("third", "names")


def test_what_cannot_hold_is_told_in_each_run(config: Config, cache: Path) -> None:
    for _ in range(2):
        with pytest.raises(ConfigError, match="unknown word list 'nothing'"):
            rules_of(replace(config, lexicons={"nothing": ("x",)}), cache)


@given(data=st.data())
def test_a_file_that_is_broken_anywhere_is_made_again(
    data: st.DataObject, tmp_path_factory: pytest.TempPathFactory
) -> None:
    config, cache = Config(builtin_rules=False, rule_dirs=(SMALL_RULES,)), tmp_path_factory.mktemp("cache")
    rules = rules_of(config, cache)
    (file,) = kept(cache)
    content = file.read_bytes()
    at = data.draw(st.integers(0, len(content) - 1))
    broken = data.draw(st.sampled_from([content[:at], content[:at] + b"?" + content[at:], content[at:]]))
    file.write_bytes(broken)
    assert rules_of(config, cache) == rules
    assert file.read_bytes() == content
