"""The file of a baseline: JSON, sorted, one finding a line, so that a change of it reads well in a review."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any, Never

from apologint.baseline.known import Baseline, KnownFile
from apologint.config.place import ConfigError

_VERSION_KEY = "apologint-baseline"
_VERSION = 1
_ANEW = "write it anew with `apologint baseline`"


def read_baseline(path: Path) -> Baseline:
    """The baseline in the file at `path`; its drafts are named from the folder of the file on.

    Raises:
        ConfigError: it cannot be read, or is no baseline.
    """
    try:
        content = json.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError as error:
        raise ConfigError("there is no such baseline: write it with `apologint baseline`", path) from error
    except json.JSONDecodeError as error:
        raise ConfigError(f"not JSON: {error.msg}: mend it, or {_ANEW}", path, error.lineno) from error
    except (OSError, UnicodeDecodeError, RecursionError) as error:
        raise ConfigError(f"cannot be read: {error}", path) from error
    return Baseline(path.parent, _files(content, path))


def write_baseline(path: Path, baseline: Baseline) -> None:
    """Write `baseline` to `path`; the old file stays whole until the new one is.

    Raises:
        OSError: it cannot be written.
    """
    files = {
        name: {
            "findings": {rule: sorted(names) for rule, names in known.findings.items()},
            **({"scores": known.scores} if known.scores else {}),
        }
        for name, known in baseline.files.items()
    }
    text = json.dumps({_VERSION_KEY: _VERSION, "files": files}, indent=2, sort_keys=True)
    beside = path.with_name(f".{path.name}.new")
    beside.write_text(text + "\n", encoding="utf-8")
    beside.replace(path)


def _files(content: Any, path: Path) -> dict[str, KnownFile]:
    if not isinstance(content, dict) or not isinstance(content.get(_VERSION_KEY), int):
        _refuse(path, f"is no baseline of apologint: {_ANEW}")
    if content[_VERSION_KEY] > _VERSION:
        _refuse(path, f"was written by a later apologint: install that one, or {_ANEW}")
    files = content.get("files")
    if not isinstance(files, dict):
        _refuse(path, f"'files' is no table of files: {_ANEW}")
    return {name: _file(name, known, path) for name, known in files.items()}


def _file(name: str, known: Any, path: Path) -> KnownFile:
    findings = known.get("findings", {}) if isinstance(known, dict) else None
    scores = known.get("scores", {}) if isinstance(known, dict) else None
    is_right = (
        isinstance(findings, dict)
        and all(isinstance(names, list) for names in findings.values())
        and all(isinstance(one, str) for names in findings.values() for one in names)
        and isinstance(scores, dict)
        and all(isinstance(score, int) for score in scores.values())
    )
    if not is_right:
        _refuse(path, f"what it knows of '{name}' cannot be read: {_ANEW}")
    assert findings is not None
    assert scores is not None
    return KnownFile({rule: frozenset(names) for rule, names in findings.items()}, scores)


def _refuse(path: Path, message: str) -> Never:
    raise ConfigError(message, path)
