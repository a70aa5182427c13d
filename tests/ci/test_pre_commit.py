"""The hook, run by the real pre-commit in a scratch repository."""

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
GOOD = """\
Dear Ms Osei,

I sent your lamp to the wrong house on Monday, and you sat in the dark for two evenings. That was my mistake and I am
sorry. I have refunded the postage, and a new lamp is with the courier now. I will ring you on Friday at ten to ask
whether it works. From today a second person reads each label before a box goes out.

Tom Reed, 020 7946 0000
"""
BAD = "Sorry if your parcel came late. We will write shortly.\n"


def git(folder: Path, *args: str, **environment: str) -> subprocess.CompletedProcess[str]:
    identity = ["-c", "user.name=Test", "-c", "user.email=test@example.com", "-c", "commit.gpgsign=false"]
    return subprocess.run(
        ["git", *identity, *args],
        cwd=folder, env={**os.environ, **environment}, capture_output=True, text=True, check=False,
    )  # fmt: skip


@pytest.fixture(scope="session")
def hook_repository(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A repository with the hook in it: this one, as it is now."""
    folder = tmp_path_factory.mktemp("hook")
    tracked = git(ROOT, "ls-files", "-z", "--cached", "--others", "--exclude-standard").stdout
    for name in filter(None, tracked.split("\0")):
        if (ROOT / name).is_file():
            (folder / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy(ROOT / name, folder / name)
    git(folder, "init", "--quiet")
    git(folder, "add", "--all")
    assert git(folder, "commit", "--quiet", "--message", "all").returncode == 0
    return folder


@pytest.fixture(scope="session")
def pre_commit_home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Where pre-commit installs the hook, once for all tests."""
    return tmp_path_factory.mktemp("pre-commit")


@pytest.fixture
def repository(tmp_path: Path, hook_repository: Path, pre_commit_home: Path) -> Iterator[Path]:
    """A repository of reply templates with the hook installed."""
    revision = git(hook_repository, "rev-parse", "HEAD").stdout.strip()
    (tmp_path / ".pre-commit-config.yaml").write_text(
        f"repos:\n  - repo: {hook_repository}\n    rev: {revision}\n    hooks:\n      - id: apologint\n",
        encoding="utf-8",
    )
    git(tmp_path, "init", "--quiet")
    subprocess.run(
        [sys.executable, "-m", "pre_commit", "install"],
        cwd=tmp_path, env={**os.environ, "PRE_COMMIT_HOME": str(pre_commit_home)}, capture_output=True, check=True,
    )  # fmt: skip
    git(tmp_path, "add", ".pre-commit-config.yaml")
    return tmp_path


def commit(repository: Path, home: Path, **files: str) -> tuple[bool, str]:
    """Whether a commit with `files` (name with `_` for the dot, and text) goes through, and what is said."""
    for name, text in files.items():
        path = repository / name.replace("_", ".")
        path.write_text(text, encoding="utf-8")
        git(repository, "add", path.name)
    result = git(repository, "commit", "--message", "change", PRE_COMMIT_HOME=str(home))
    return result.returncode == 0, result.stdout + result.stderr


def test_a_bad_template_blocks_the_commit_and_is_told_what_to_write(repository: Path, pre_commit_home: Path) -> None:
    passed, said = commit(repository, pre_commit_home, late_txt=BAD)
    assert not passed
    assert "1 │ Sorry if your parcel came late." in said
    assert "^ conditional-apology" in said
    assert 'instead: State what happened as a fact: "I am sorry that ...".' in said


def test_a_good_template_and_a_file_without_messages_pass(repository: Path, pre_commit_home: Path) -> None:
    settings = '{"name": "shop", "scripts": {"build": "tsc --project ."}}\n'
    passed, said = commit(repository, pre_commit_home, late_txt=GOOD, package_json=settings)
    assert passed, said


def test_an_empty_file_does_not_block_the_commit(repository: Path, pre_commit_home: Path) -> None:
    passed, said = commit(repository, pre_commit_home, notes_txt="")
    assert passed, said


def test_only_what_is_staged_is_read(repository: Path, pre_commit_home: Path) -> None:
    (repository / "old.txt").write_text(BAD, encoding="utf-8")
    passed, said = commit(repository, pre_commit_home, late_txt=GOOD)
    assert passed, said
    assert "old.txt" not in said
