"""Untrusted text in XML."""

from __future__ import annotations

import re
from xml.etree import ElementTree as ET

from apologint.output.sanitise import visible

DECLARATION = '<?xml version="1.0" encoding="utf-8"?>\n'
_FORBIDDEN = re.compile(r"[^\t\n -\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def element(tag: str, text: str = "", /, **attributes: str | int) -> ET.Element:
    """An element with attributes and text, whose line ends stay.

    What XML forbids and what a terminal would obey is spelt out. An attribute with the name of a word of Python ends
    in `_` here.
    """
    made = ET.Element(tag, {name.rstrip("_"): _safe(str(value)) for name, value in attributes.items()})
    made.text = "\n".join(map(_safe, text.split("\n"))) or None
    return made


def serialise(made: ET.Element) -> str:
    """The element as ASCII, indented once; `##`, with which build servers begin a command, is broken up."""
    ET.indent(made, "  ", level=1)
    written: bytes = ET.tostring(made, encoding="us-ascii")
    return f"  {written.decode('ascii').replace('##', '#&#35;')}\n"


def _safe(text: str) -> str:
    return _FORBIDDEN.sub("\ufffd", visible(text))
