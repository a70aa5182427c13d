"""`apologint init`, as a new user meets it."""

import pytest
import yaml

from apologint.config import Config
from apologint.config.file import find_config, load_config


def test_it_writes_a_configuration_that_changes_nothing(program):
    result = program.run("init")
    assert (result.status, result.out) == (0, "wrote apologint.toml\n")
    path = find_config(program.folder)
    assert path == program.folder / "apologint.toml"
    assert load_config(path) == Config()


def test_every_setting_in_it_is_shown_with_its_default(program):
    program.run("init")
    path = program.folder / "apologint.toml"
    lines = [line.removeprefix("# ") for line in path.read_text().splitlines()]
    settings = [line for line in lines if " = " in line or line.startswith("[")]
    path.write_text("\n".join(settings))
    config, default = load_config(path), Config()
    assert config.severities
    for name in ("min_score", "fail_on", "select", "ignore", "fault", "rule_dirs", "weights"):
        assert getattr(config, name) == getattr(default, name), name


def test_it_writes_hook_and_pipelines_when_asked(program):
    result = program.run("init", "--pre-commit", "--github", "--gitlab")
    assert result.status == 0
    hook = yaml.safe_load((program.folder / ".pre-commit-config.yaml").read_text())
    assert hook["repos"][0]["hooks"] == [{"id": "apologint"}]
    workflow = yaml.safe_load((program.folder / ".github/workflows/apologint.yml").read_text())
    assert list(workflow["jobs"]) == ["apologint"]
    pipeline = yaml.safe_load((program.folder / ".gitlab-ci.yml").read_text())
    assert list(pipeline) == ["apologint"]


@pytest.mark.parametrize("name", ["apologint.toml", ".apologint.yaml"])
def test_a_configuration_that_is_there_is_left_alone(program, name):
    program.write(name, "")
    result = program.run("init")
    assert result.status == 2
    assert result.err == (
        f"apologint: {name}: is there already: edit it, or move it away\napologint: nothing was written\n"
    )
    assert [path.name for path in program.folder.iterdir()] == [name]


def test_a_hook_is_added_to_a_configuration_that_is_there(program):
    program.write("apologint.toml", "min-score = 80\n")
    result = program.run("init", "--pre-commit")
    assert (result.status, result.out) == (0, "wrote .pre-commit-config.yaml\n")
    assert (program.folder / "apologint.toml").read_text() == "min-score = 80\n"


def test_what_another_file_lacks_is_shown_and_not_written(program):
    program.write(".pre-commit-config.yaml", "repos: []\n")
    result = program.run("init", "--pre-commit")
    assert result.status == 2
    assert "- id: apologint" in result.out
    assert (program.folder / ".pre-commit-config.yaml").read_text() == "repos: []\n"
    assert not (program.folder / "apologint.toml").exists()
