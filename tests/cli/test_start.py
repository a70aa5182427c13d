"""What a run does not load: most of what a run takes that has nothing to parse is the loading of modules.

Whatever stands here was loaded once by mistake, or is of a library that takes long. `python -X importtime -m apologint
check draft.txt` says what is loaded now, and how long it takes.
"""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from tests.small import OTHER, OWNED

PARSER = {"spacy", "thinc", "numpy", "srsly", "catalogue", "pydantic"}
LIBRARIES = {
    "rich",  # colours, bars and the widths of rare characters
    "yaml",  # rule files, YAML libraries, front matter, a configuration in YAML
    "tomllib",  # a configuration in TOML
    "jinja2",  # the HTML report
    "pathspec",  # globs, folders
    "packaging",  # required-version
    "docx",
}
STANDARD = {
    "csv",
    "difflib",  # near misses of names
    "email",
    "html",
    "http",
    "importlib.metadata",
    "multiprocessing",
    "tempfile",  # a report into a file
    "xml",
    "zipfile",  # Word documents
}
OURS = {
    "apologint.baseline.file",
    "apologint.config.schema",
    "apologint.config.toml",
    "apologint.engine.engine",
    "apologint.engine.lexicon",
    "apologint.engine.loader",
    "apologint.engine.schema",
    "apologint.engine.wordpattern",
    "apologint.config.settings",
    "apologint.sources.folders",
    "apologint.sources.shapes.messages",
    "apologint.sources.suppress.reader",
    "apologint.config.values",
}
SPY = """
import sys
from apologint.cli import main
status = main(sys.argv[1:])
print(*sorted(sys.modules), sep="\\n", file=sys.stderr)
sys.exit(status)
"""


def loaded(folder: Path, *words: str) -> set[str]:
    """The modules that a run of the program in `folder` has loaded at its end."""
    done = subprocess.run([sys.executable, "-c", SPY, *words], cwd=folder, capture_output=True, text=True, check=False)
    assert done.returncode in (0, 1), done.stderr
    return set(done.stderr.split())


def test_a_draft_that_was_seen_before(tmp_path: Path) -> None:
    (tmp_path / "draft.txt").write_text(OWNED, encoding="utf-8")
    assert loaded(tmp_path, "check", "draft.txt") >= {"spacy", "numpy"}
    assert not loaded(tmp_path, "check", "draft.txt") & (PARSER | LIBRARIES | STANDARD | OURS)


def test_a_draft_that_is_no_apology(tmp_path: Path) -> None:
    for name in ("one.txt", "two.txt", "other.txt"):
        (tmp_path / name).write_text(f"{OTHER}Ask for {name}.\n", encoding="utf-8")
    for name in ("one.txt", "two.txt"):  # the second one makes the gate
        loaded(tmp_path, "check", name)
    assert not loaded(tmp_path, "check", "other.txt") & (PARSER | LIBRARIES | STANDARD | OURS)


def test_the_version(tmp_path: Path) -> None:
    unasked = {"json", "hashlib", "sqlite3", "fractions", "apologint.cli.check", "apologint.linter"}
    assert not loaded(tmp_path, "--version") & (PARSER | LIBRARIES | STANDARD | OURS | unasked)
