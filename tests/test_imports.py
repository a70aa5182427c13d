"""Which room may know of which, and which libraries the package may need: read from the imports themselves."""

from __future__ import annotations

import ast
import tomllib
from collections import defaultdict
from collections.abc import Iterator
from functools import cache
from graphlib import TopologicalSorter
from importlib.metadata import packages_distributions
from pathlib import Path
from sys import stdlib_module_names
from typing import NamedTuple

import pytest
from packaging.requirements import Requirement

ROOT = Path(__file__).parents[1]
ROWS = [
    "builtin choices collector globs json_schema model persons seen timing version",
    "source_errors starter text yaml_lines",
    "fingerprint language said",
    "config engine sources",
    "cache scoring",
    "linting",
    "baseline",
    "linter",
    "api evaluate output",
    "cli",
    "__main__",
]
"""The rooms and single modules; each imports only from the rows above its own."""
COME_WITH = {"markupsafe": "jinja2", "lxml": "python-docx"}
"""Libraries that are part of what another one takes and gives, and come with it."""


class Import(NamedTuple):
    """One import of a module, at the top or in a function; `is_for_types` where only the type checker follows it."""

    by: str
    of: str
    is_for_types: bool

    def __str__(self) -> str:
        return f"{self.by} imports {self.of}"


@cache
def modules() -> dict[str, Path]:
    paths = {".".join(path.relative_to(ROOT).with_suffix("").parts): path for path in ROOT.glob("apologint/**/*.py")}
    return {name.removesuffix(".__init__"): path for name, path in paths.items()}


@cache
def imports() -> list[Import]:
    return [Import(name, of, types) for name, path in modules().items() for of, types in _read(path)]


def _read(path: Path) -> Iterator[tuple[str, bool]]:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    blocks = [node for node in ast.walk(tree) if isinstance(node, ast.If) and "TYPE_CHECKING" in ast.dump(node.test)]
    for_types = {id(node) for block in blocks for node in ast.walk(block)}
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from ((alias.name, id(node) in for_types) for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path}:{node.lineno}: a relative import is not read here"
            for alias in node.names:
                inner = f"{node.module}.{alias.name}"
                yield inner if inner in modules() else str(node.module), id(node) in for_types


def between_rooms() -> Iterator[tuple[Import, str, str]]:
    """Our own imports and the two rooms; what the package itself says, such as its version, is for all of them."""
    for each in imports():
        if each.of.startswith("apologint.") and each.by != "apologint":
            yield each, each.by.split(".")[1], each.of.split(".")[1]


def test_every_room_has_its_row() -> None:
    rooms = {name.split(".")[1] for name in modules() if name != "apologint"}
    assert sorted(" ".join(ROWS).split()) == sorted(rooms)


def test_a_room_imports_only_what_stands_before_it() -> None:
    row = {room: number for number, rooms in enumerate(ROWS) for room in rooms.split()}
    assert [str(each) for each, by, of in between_rooms() if by != of and row[of] >= row[by]] == []


def test_no_modules_import_each_other_in_a_circle() -> None:
    graph = defaultdict(set)
    for each, *_ in between_rooms():
        if not each.is_for_types:
            graph[each.by].add(each.of)
    TopologicalSorter(graph).prepare()


LIBRARIES = {each.of.split(".")[0] for each in imports()} - stdlib_module_names - {"apologint"}


@pytest.mark.parametrize("library", sorted(LIBRARIES))
def test_what_is_imported_is_declared(library: str) -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    listed = [*project["dependencies"], *project["optional-dependencies"]["docx"]]
    declared = {Requirement(each).name.lower() for each in listed}
    sources = [COME_WITH[library]] if library in COME_WITH else packages_distributions()[library]
    assert {source.lower() for source in sources} & declared
