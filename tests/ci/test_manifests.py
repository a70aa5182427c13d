"""What other programs read to run apologint, checked against their schemas."""

import json
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
import yaml

from apologint.sources import word
from apologint.sources.formats import suffixes

ROOT = Path(__file__).parents[2]


def validate(schema: str, file: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "check_jsonschema", "--builtin-schema", schema, str(ROOT / file)]
    return subprocess.run(command, capture_output=True, text=True, check=False)


@pytest.mark.parametrize(
    ("schema", "file"),
    [
        ("vendor.github-actions", "action.yml"),
        ("vendor.gitlab-ci", "apologint/starter/gitlab-ci.yml"),
        ("vendor.github-workflows", "apologint/starter/github-workflow.yml"),
    ],
)
def test_a_manifest_follows_the_schema_of_its_host(schema: str, file: str) -> None:
    result = validate(schema, file)
    assert result.returncode == 0, result.stdout + result.stderr


def test_the_hook_looks_at_the_files_that_a_folder_is_searched_for() -> None:
    (hook,) = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text(encoding="utf-8"))
    looked_at = {f".{ending}" for ending in hook["files"].removeprefix(r"(?i)\.(").removesuffix(")$").split("|")}
    assert looked_at == suffixes() - {word.SUFFIX}, "Word files are no text, which `types` asks for"
    assert re.search(hook["files"], "replies/LATE.TXT")


def script_of_the_action() -> str:
    action = yaml.safe_load((ROOT / "action.yml").read_text(encoding="utf-8"))
    (step,) = [step for step in action["runs"]["steps"] if step.get("id") == "check"]
    script: str = step["run"]
    return script


def run_the_action(folder: Path, **inputs: str) -> tuple[int, str]:
    """The exit status and the outputs of the action's own script, run in `folder`."""
    outputs = folder / "outputs"
    outputs.touch()
    names = {"APOLOGINT_PATHS": ".", "APOLOGINT_ARGS": "", "APOLOGINT_SARIF": ""}
    bin_folder = Path(sys.executable).parent
    environment = {
        **os.environ, **names, **inputs,
        "GITHUB_OUTPUT": str(outputs),
        "PATH": f"{bin_folder}{os.pathsep}{os.environ['PATH']}",
    }  # fmt: skip
    result = subprocess.run(
        ["bash", "-e", "-c", script_of_the_action()], cwd=folder, env=environment, capture_output=True, check=False
    )
    return result.returncode, outputs.read_text(encoding="utf-8")


def test_the_action_fails_with_the_draft_and_writes_its_report(tmp_path: Path) -> None:
    (tmp_path / "reply.txt").write_text("Sorry if your parcel came late.", encoding="utf-8")
    status, outputs = run_the_action(tmp_path, APOLOGINT_SARIF="report.sarif")
    assert (status, outputs) == (1, "status=1\n")
    runs = json.loads((tmp_path / "report.sarif").read_text(encoding="utf-8"))["runs"]
    assert "conditional-apology" in {result["ruleId"] for result in runs[0]["results"]}


def test_the_action_takes_its_inputs_as_words_and_not_as_commands(tmp_path: Path) -> None:
    (tmp_path / "reply.txt").write_text("Your parcel left us today.", encoding="utf-8")
    status, outputs = run_the_action(tmp_path, APOLOGINT_PATHS="reply.txt $(touch pwned) ; touch pwned")
    assert (status, outputs) == (2, "status=2\n")
    assert not (tmp_path / "pwned").exists()
