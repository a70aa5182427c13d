"""Every command in the README and in docs/ runs, and writes what the page shows."""

import json
import re
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from apologint import starter
from apologint.config.file import load_config
from apologint.sources.formats import suffixes
from tests.docs.pages import PAGES, ROOT, blocks, shown
from tests.docs.reader import Reader

DRAFT_FAILED = 1


@pytest.mark.parametrize("path", PAGES, ids=lambda path: str(path.relative_to(ROOT)))
def test_the_commands_of_a_page_run_and_write_what_it_shows(path: Path, tmp_path: Path) -> None:
    reader = Reader.at_desk(tmp_path)
    for block in blocks(path.read_text(encoding="utf-8")):
        if block.file:
            reader.save(block.file, block.body)
        elif block.is_run:
            for command, expected in block.commands():
                status, written = reader.run(command)
                where = f"{path.relative_to(ROOT)}, fence of line {block.line}: {command}"
                assert status <= DRAFT_FAILED, f"{where}\n{written}"
                assert expected in (None, shown(written)), f"{where}\n{RENEW}\n{written}"


RENEW = "Not what the page shows; `python -m tests.docs.renew` pastes it:"


def test_the_page_of_rules_is_fresh(tmp_path: Path) -> None:
    _, written = Reader(tmp_path).run("apologint rules --format markdown")
    assert written == (ROOT / "docs" / "rules.md").read_text(encoding="utf-8"), RENEW


@pytest.mark.parametrize(
    ("schema", "text"),
    [
        pytest.param(block.mark.removeprefix("checked: "), block.body, id=f"{path.name}:{block.line}")
        for path in PAGES
        for block in blocks(path.read_text(encoding="utf-8"))
        if block.mark.startswith("checked: ")
    ],
)
def test_the_files_for_build_servers_are_valid(schema: str, text: str, tmp_path: Path) -> None:
    (tmp_path / "file.yml").write_text(text, encoding="utf-8")
    if schema == "pre-commit":
        command = [sys.executable, "-m", "pre_commit", "validate-config", "file.yml"]
    else:
        command = [sys.executable, "-m", "check_jsonschema", "--builtin-schema", schema, "file.yml"]
    done = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr


@pytest.mark.parametrize("written", [starter.github(), starter.gitlab()], ids=lambda file: file.path.name)
def test_the_page_on_builds_shows_the_files_that_init_writes(written: starter.StarterFile) -> None:
    page = (ROOT / "docs" / "ci.md").read_text(encoding="utf-8")
    assert written.text in [block.body for block in blocks(page)]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(block.body, id=f"{path.name}:{block.line}")
        for path in PAGES
        for block in blocks(path.read_text(encoding="utf-8"))
        if block.language == "toml"
    ],
)
def test_the_settings_that_a_page_shows_are_all_understood(text: str, tmp_path: Path) -> None:
    (tmp_path / "apologint.toml").write_text(text, encoding="utf-8")
    assert len(load_config(tmp_path / "apologint.toml").said) == len(tomllib.loads(text)) > 0


@pytest.mark.parametrize("path", PAGES, ids=lambda path: str(path.relative_to(ROOT)))
def test_the_links_of_a_page_lead_somewhere(path: Path) -> None:
    prose = re.sub(r"^```.*?^```$", "", path.read_text(encoding="utf-8"), flags=re.MULTILINE | re.DOTALL)
    for link in re.findall(r"\]\((?!https?:)([^)\s]+)\)", prose):
        file, _, anchor = link.partition("#")
        target = (path.parent / file).resolve() if file else path
        assert target.exists(), link
        assert not anchor or anchor in anchors(target), link


def anchors(path: Path) -> set[str]:
    titles = re.findall(r"^#+ (.*)$", path.read_text(encoding="utf-8"), re.MULTILINE)
    return {re.sub(r"[^\w -]", "", title.lower()).replace(" ", "-") for title in titles}


def test_the_page_of_formats_lists_every_ending() -> None:
    page = (ROOT / "docs" / "formats.md").read_text(encoding="utf-8")
    section = page.split("## Which files\n")[1].split("\n## ")[0]
    assert {ending for ending in suffixes() if f"`{ending}`" not in section} == set()


def test_the_page_of_the_json_report_names_all_that_the_schema_does() -> None:
    schema = (ROOT / "docs" / "report.schema.json").read_text(encoding="utf-8")
    page = (ROOT / "docs" / "json.md").read_text(encoding="utf-8")
    assert {name for name in names(json.loads(schema)) if f"`{name}`" not in page} == set()


def names(schema: Any) -> Iterator[str]:
    """Each field and each value in a list of values, wherever it stands in `schema`."""
    if isinstance(schema, dict):
        yield from schema.get("properties", ())
        yield from filter(lambda value: isinstance(value, str), schema.get("enum", ()))
        schema = list(schema.values())
    if isinstance(schema, list):
        for each in schema:
            yield from names(each)


def test_every_page_is_in_the_index() -> None:
    index = (ROOT / "docs" / "README.md").read_text(encoding="utf-8")
    assert [path.name for path in (ROOT / "docs").iterdir() if f"({path.name})" not in index] == ["README.md"]
