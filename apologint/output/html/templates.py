"""The templates of the page, which take whatever they are given for text and never for markup."""

from __future__ import annotations

import re
from base64 import b64encode
from functools import cache
from hashlib import sha256
from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined, Template
from markupsafe import Markup, escape

from apologint.output.points import earned, in_words
from apologint.output.sanitise import visible
from apologint.text.counted import counted

_COMMANDS = {"::": Markup(":&#58;"), "##": Markup("#&#35;")}
"""How build servers begin a command, and the same in a way that only a browser reads."""
_COMMAND = re.compile(f"({'|'.join(_COMMANDS)})")


def template(name: str) -> Template:
    """The template in the file of that name."""
    return _environment().get_template(name)


@cache
def source(name: str) -> str:
    """The text of a script or a style sheet, as it stands in the page."""
    loader = _environment().loader
    assert loader
    return loader.get_source(_environment(), name)[0]


def fingerprint(text: str) -> str:
    """`text` as a content security policy names it."""
    return f"sha256-{b64encode(sha256(text.encode()).digest()).decode()}"


def shown(value: Any) -> Any:
    """A value of a template as it stands in the page: line ends stay, and what would turn the text around is spelt out.

    All that is markup in it is escaped, and nothing in it is a command to a build server that logs the page.
    """
    if isinstance(value, Markup) or not isinstance(value, str):
        return value
    text = value.replace("\r\n", "\n").replace("\r", "\n").replace("\t", "    ")
    return Markup("\n").join(map(_line, text.split("\n")))


def _line(text: str) -> Markup:
    return Markup("").join(_COMMANDS.get(part) or escape(visible(part)) for part in _COMMAND.split(text))


@cache
def _environment() -> Environment:
    environment = Environment(
        loader=PackageLoader(__package__, "page"),
        autoescape=True,
        finalize=shown,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters.update(earned=earned, points=in_words)
    environment.globals.update(counted=counted)
    return environment
