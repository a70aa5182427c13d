"""The files that `apologint init` writes."""

from __future__ import annotations

from dataclasses import dataclass
from importlib.resources import files
from pathlib import PurePosixPath

from apologint import __version__


@dataclass(frozen=True, slots=True)
class StarterFile:
    """A file to write: its path in the user's folder, and its text."""

    path: PurePosixPath
    text: str


def configuration() -> StarterFile:
    """A configuration with every common setting, explained and commented out."""
    return StarterFile(PurePosixPath("apologint.toml"), _text("apologint.toml"))


def pre_commit() -> StarterFile:
    """The configuration of pre-commit, with the hook."""
    return StarterFile(PurePosixPath(".pre-commit-config.yaml"), _filled("pre-commit-config.yaml"))


def github() -> StarterFile:
    """A workflow for GitHub Actions that checks pull requests."""
    return StarterFile(PurePosixPath(".github/workflows/apologint.yml"), _filled("github-workflow.yml"))


def gitlab() -> StarterFile:
    """A GitLab pipeline."""
    return StarterFile(PurePosixPath(".gitlab-ci.yml"), _filled("gitlab-ci.yml"))


def _filled(name: str) -> str:
    return _text(name).format(version=__version__)


def _text(name: str) -> str:
    return files(__name__).joinpath(name).read_text(encoding="utf-8")
