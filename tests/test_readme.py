"""What the README promises beside its commands, which are run in tests/docs."""

import re
import shlex
import subprocess
import sys
from pathlib import Path

import pytest

from apologint.config.file import load_config

ROOT = Path(__file__).parents[1]
README = (ROOT / "README.md").read_text(encoding="utf-8")


def blocks(language):
    return re.findall(rf"^```{language}\n(.*?)^```$", README, re.MULTILINE | re.DOTALL)


def section(title):
    return README.split(f"## {title}\n")[1].split("\n## ")[0]


def apologint(*args, **options):
    command = [sys.executable, "-m", "apologint", *args]
    return subprocess.run(command, cwd=ROOT, capture_output=True, text=True, encoding="utf-8", check=False, **options)


@pytest.mark.parametrize("title", ["Try it", "Test it"])
def test_it_opens_with_two_commands_of_one_line(title):
    (command,) = re.findall(r"```sh\n(.*?)```", section(title), re.DOTALL)
    assert len(command.splitlines()) == 1


def test_the_first_command_lints_the_examples():
    (command,) = re.findall(r"&& apologint (.*)\n", section("Try it"))
    run = apologint(*shlex.split(command))
    assert (run.returncode, run.stderr) == (0, "apologint: 1 item skipped (1 inactive); --show-skipped lists them\n")
    for example in (ROOT / "examples").iterdir():
        assert example.name in run.stdout


def test_without_exit_zero_the_examples_fail():
    assert apologint("check", "examples").returncode == 1


def test_every_option_of_check_that_it_lists_is_there():
    table = "".join(re.findall(r"^\| `.*\n", section("Use"), re.MULTILINE))
    listed = set(re.findall(r"--[a-z][a-z-]+", table))
    assert listed <= set(re.findall(r"--[a-z][a-z-]+", apologint("check", "--help").stdout))


def test_the_python_example_runs():
    (example,) = blocks("python")
    run = subprocess.run([sys.executable, "-c", example], cwd=ROOT, capture_output=True, text=True, check=False)
    assert (run.returncode, run.stderr) == (0, "")
    assert "conditional-apology" in run.stdout or "sorry-you-feel" in run.stdout
    assert run.stdout.splitlines()[-1].startswith("lamp.txt")


def test_the_configuration_it_shows_is_understood(tmp_path):
    (example,) = blocks("toml")
    path = tmp_path / "apologint.toml"
    path.write_text(example, encoding="utf-8")
    config = load_config(path)
    assert (config.min_score, config.fail_on, config.rule_dirs) == (80, "warning", (tmp_path / "support-rules",))
