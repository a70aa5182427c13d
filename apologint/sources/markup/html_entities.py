"""HTML entities: `&eacute;`, `&#8211;`."""

from __future__ import annotations

from html import unescape

from apologint.text import late

ENTITY = late.pattern(r"&(?:#[0-9]{1,9}+|#[xX][0-9a-fA-F]{1,8}+|[A-Za-z][A-Za-z0-9]{1,40}+);?")
NOTHING = "\xad\u034f\u200b\u200c\u2060\ufeff"


def decoded(written: str) -> tuple[str, int]:
    """What an entity stands for, and how many of its characters do so; 0 where it is none, as in `R&D`.

    What is not seen (a soft hyphen, a blank without width) stands for nothing.
    """
    text = unescape(written)
    if text == written:
        return text, 0
    same = _common_end(written, text)
    return text[: len(text) - same].strip(NOTHING), len(written) - same


def _common_end(one: str, other: str) -> int:
    """How many characters two texts share at their ends: what follows upon an entity without a semicolon."""
    if one.endswith(";") and not other.endswith(";"):
        return 0
    count = 0
    while count < min(len(one), len(other)) - 1 and one[-1 - count] == other[-1 - count]:
        count += 1
    return count
